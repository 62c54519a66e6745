# Numbers come out of a set in the order of its slots, which depends on what was merged into it and taken away.
# expect: {33, 1, 40, 9, 8, 48, 17, 24} {33, 1, 40, 8, 9, 48, 17, 24}
# expect: {33, 1, 40, 8, 9, 48, 17, 24} {1, 40, 48, 49, 24}
# expect: {33, 1, 9, 8, 48, 17, 24} {40, 33, 48}
# expect: {0, 32, 64, 96, 160, 5} {0, 32, 64, 96, 160, 5} {0, 32, 64, 96, 160, 5} frozenset({0, 32, 64, 96, 160, 5, 7})
# expect: {0, 32, 64, 96, 160, 5, 128, 35, 3}
# expect: {16, 8}
# expect: {24, 16, 18} {24, 16, 18, 40} {24, 26, 18}
# expect: 35 3 {11, 19, 51}
# expect: {67, 19, 51} 11
# expect: 1 {2, 3}
# expect: {1, 2, 63, 95, 31} {33, 1, 40, 9, 8, 48, 17, 24} {18, 59, 55, 31}
# expect: {(3, 3), (-1, 4), (1, 1), (2, 0), (0, 8)} {0.5, True, 2, 1180591620717411303424, 7.25, -1}
a, b = {33, 1, 17, 9}, set([40, 8, 48, 24])
print(a | b, b | a)
print(a ^ b, b ^ {8, 1, 49})
print((a | b) - {40}, (a | b) - set(range(30)))
c = set()
for number in (0, 32, 64, 5, 96, 160):
    c.add(number)
print(c, c.copy(), set(c), frozenset(c) | {7})
c |= set([128, 3, 35])
print(c)
d = set([0, 8])
d.remove(0)
d.add(16)
print(d)
e = set([24, 16, 18])
print(e | e, e.union([40], e), e.symmetric_difference([26, 16]))
f = set([3, 19, 35, 51, 11])
print(f.pop(), f.pop(), f)
f.add(67)
f.add(19)
print(f, f.pop())
f.clear()
f.update([1, 2, 3])
print(f.pop(), f)
print(set(dict.fromkeys([31, 63, 1, 2, 95])), {*a, *b}, {18, 59, 55, 31})
print({(0, 8), (1, 1), (2, 0)} | {(3, 3), (-1, 4)}, {0.5, 2, -1, 2**70} ^ {True, 7.25})
