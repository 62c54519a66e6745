print([x * x for x in range(5) if x % 2 == 0])  # expect: [0, 4, 16]
print({k: v for k, v in zip("ab", [1, 2])}, {c for c in "a"})  # expect: {'a': 1, 'b': 2} {'a'}
print([(x, y) for x in range(2) for y in "ab"])  # expect: [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
print(sum(x for x in range(10)), max(len(w) for w in ["a", "bcd"]))  # expect: 45 3
x = "outside"
squares = [x for x in range(3)]
print(x, squares)  # expect: outside [0, 1, 2]
