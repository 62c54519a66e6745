def f(a, b=2, *rest, c=3, **more):
    return a, b, rest, c, more


print(f(1))  # expect: (1, 2, (), 3, {})
print(f(1, 5, 6, 7, c=8, d=9))  # expect: (1, 5, (6, 7), 8, {'d': 9})
print(f(*[1, 2, 3], **{"c": 4}))  # expect: (1, 2, (3,), 4, {})


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    return step


step = counter()
step()
print(step(), (lambda x, y=1: x + y)(5))  # expect: 2 6
total = 0


def add(n):
    global total
    total += n


add(4)
add(5)
print(total)  # expect: 9
