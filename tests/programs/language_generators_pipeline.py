def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def squares(source):
    for n in source:
        yield n * n


def window(source, size):
    kept = []
    for item in source:
        kept.append(item)
        if len(kept) == size:
            yield tuple(kept)
            kept.pop(0)


print(list(window(squares(numbers(6)), 3)))
lazy = (n for n in numbers(10) if n % 3 == 0)
print(next(lazy), next(lazy), list(lazy), list(lazy))


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total, count = total + value, count + 1
        average = total / count


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(60))


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")


for item in cleanup():
    print(item)
g = cleanup()
next(g)
g.close()
print(sum(n for n in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]), ",".join(str(n) for n in range(3)))
print({n: n * n for n in range(3)}, {n % 2 for n in range(5)}, [[j for j in range(i)] for i in range(3)])
print([(x, y) for x in range(3) if x for y in "ab" if y != "b" or x == 2])
# expect: [(0, 1, 4), (1, 4, 9), (4, 9, 16), (9, 16, 25)]
# expect: 0 3 [6, 9] []
# expect: 10.0 15.0 30.0
# expect: [1, 2, 3, 4]
# expect: 1
# expect: 2
# expect: cleaned
# expect: cleaned
# expect: 10 (3, 'ccc') 0,1,2
# expect: {0: 0, 1: 1, 2: 4} {0, 1} [[], [0], [0, 1]]
# expect: [(1, 'a'), (2, 'a'), (2, 'b')]
