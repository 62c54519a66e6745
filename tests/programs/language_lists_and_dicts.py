a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a[1:3] = [10, 20, 30]
print(a, a[1:4], a[-1], len(a))  # expect: [3, 10, 20, 30, 4, 5, 6] [10, 20, 30] 6 7
a.sort(reverse=True)
del a[0]
print(a, a.pop(), a.index(20), 5 in a)  # expect: [20, 10, 6, 5, 4] 3 0 True
d = {"b": 1, "a": 2}
d["c"] = d.get("z", 0) + 5
print(d, list(d), sorted(d.items()))  # expect: {'b': 1, 'a': 2, 'c': 5} ['b', 'a', 'c'] [('a', 2), ('b', 1), ('c', 5)]
print(d.pop("b"), d.setdefault("a", 9))  # expect: 1 2
for key, value in d.items():
    print(key, value)
# expect: a 2
# expect: c 5
print({1, 2, 3} & {2, 3, 4}, {x % 3 for x in range(10)}, (1,), ())  # expect: {2, 3} {0, 1, 2} (1,) ()
