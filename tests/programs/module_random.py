import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.choice("abc"))  # expect: 0.6394267984578837 1 c
print(random.sample(range(100), 3), random.uniform(1, 2))  # expect: [35, 31, 28] 1.139537928525144
items = list(range(5))
random.shuffle(items)
print(items, random.getrandbits(64), random.gauss(0, 1))  # expect: [3, 1, 2, 4, 0] 549661728470919411 0.6052598548711591
print(random.Random(7).randrange(10, 100, 5))  # expect: 60
