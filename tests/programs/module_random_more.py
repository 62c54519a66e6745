"""random: seeds of every kind, samples and distributions, as CPython draws them."""
import random

for seed in (1, "text", b"bytes", 2.5, 10 ** 20, -3):
    random.seed(seed)
    print(random.random(), random.randint(1, 100), random.getrandbits(40))
# expect: 0.13436424411240122 98 279443915985
# expect: 0.8711565613554825 99 527414947587
# expect: 0.37075677971469856 86 163142780597
# expect: 0.41877545666909954 23 369425720749
# expect: 0.018195028987988637 70 647029083557
# expect: 0.23796462709189137 70 404287087465
random.seed(7)
print(random.sample(range(100), 5), random.sample("abc", k=2, counts=[1, 2, 3]), random.choices("xyz", weights=[1, 2, 3], k=4))
# expect: [41, 19, 50, 83, 6] ['a', 'c'] ['x', 'z', 'z', 'y']
print(random.gauss(0, 1), random.lognormvariate(0, 1), random.expovariate(2.0), random.betavariate(2, 3))
# expect: 0.8926486446566249 0.37121550854368485 0.03046479051034622 0.37926956601228945
print(random.gammavariate(0.5, 1), random.gammavariate(1, 1), random.gammavariate(3, 2), random.paretovariate(2))
# expect: 0.005364234738667812 0.05086108610802939 3.416274685568302 1.074074089269784
print(random.weibullvariate(1, 2), random.vonmisesvariate(0, 1), random.triangular(0, 10, 3), random.normalvariate(5, 2))
# expect: 0.7370507909569144 1.0092266063026583 5.281969545804555 1.8238063320809053
own = random.Random(3)
print(own.randrange(0, 100, 7), own.choice([1, 2, 3]), own.uniform(1, 2), own.randbytes(4))
# expect: 21 3 1.5442292252959517 b'\xa4a\xb5^'
state = own.getstate()
before = own.random()
own.setstate(state)
print(before == own.random())  # expect: True
for attempt in (lambda: random.sample({1: 2}, 1), lambda: random.sample([1], 2), lambda: random.choice([]),
                lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.choices([1], [1, 2])):
    try:
        attempt()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__ + ":", error)
# expect: TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: ValueError: Sample larger than population or is negative
# expect: IndexError: Cannot choose from an empty sequence
# expect: ValueError: empty range for randrange()
# expect: ValueError: empty range for randrange() (5, 2, -3)
# expect: ValueError: The number of weights does not match the population
print(0 <= random.SystemRandom().random() < 1)  # expect: True
