# What a search adds and takes away again leaves its traces in the order of a set.
chosen = set()
for depth in range(1, 14):
    for number in range(depth):
        chosen.add(number * 7 - 20)
    for number in reversed(range(2, depth)):
        chosen.remove(number * 7 - 20)
    chosen.add(depth * 3)
    print(list(chosen))

words = set()
for round_number in range(40):
    words.add("left")
    words.add(round_number)
    words.discard("left")
print(len(words), "left" in words, 39 in words, words == set(range(40)))

seen = set(range(20))
for number in range(19, 4, -1):
    seen.remove(number)
seen.add(100)
print(seen, [number in seen for number in (0, 4, 5, 19, 100)])
while seen:
    print(seen.pop(), end=" ")
print(seen)
# expect: [3, -20]
# expect: [3, -20, 6, -13]
# expect: [3, 6, 9, -20, -13]
# expect: [3, 6, 9, -20, 12, -13]
# expect: [3, 6, 9, -20, 12, 15, -13]
# expect: [3, 6, 9, -20, 12, 18, -13]
# expect: [3, 6, 9, -20, 12, 18, -13, 21]
# expect: [3, 6, 9, -20, 12, 18, -13, 21, 24]
# expect: [3, 6, 9, -20, 12, 18, -13, 21, 24, 27]
# expect: [3, 6, 9, 12, 18, 21, 24, 27, 30, -20, -13]
# expect: [3, 6, 9, 12, 18, 21, 24, 27, 30, 33, -20, -13]
# expect: [3, 6, 9, 12, 18, 21, 24, 27, 30, 33, 36, -20, -13]
# expect: [3, 6, 9, 12, 18, 21, 24, 27, 30, 33, 39, -20, -13]
# expect: 40 False True True
# expect: {0, 1, 2, 3, 4, 100} [True, True, False, False, True]
# expect: 0 1 2 3 4 100 set()
