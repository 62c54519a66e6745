# Sorting keys of one kind, of several, equal ones and those without an order.
print(sorted([3, 1, 2, -5, 2**70, 1]), sorted([2, True, 1.5, False]))
print(sorted([2.5, -0.0, 0.0, 1e300, -1e300]), sorted([2.5, -0.0, 0.0, 1.0], reverse=True))
print(sorted(["b", "a", "abcdefghi", "abcdefgh", "", "ab", "abcdefgha", "é", "z", "a\0"]))
words = ["pear", "fig", "apple", "kiwi", "date", "plum"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, reverse=True), sorted(words, key=lambda word: word[-1]))
print(sorted(range(8), key=lambda n: n % 3), sorted(range(8), key=lambda n: n % 3, reverse=True))
print(sorted(range(6), key=lambda n: (n % 2, -n)), sorted([[2], [1, 5], [1]]))
nan = float("nan")
print([str(n) for n in sorted([nan, nan])], len(sorted([3.0, nan, 1.0, 2.0])))
for mixed in ([1, "a"], ["a", 1], [1.0, "a"], [None, None]):
    try:
        print(sorted(mixed))
    except TypeError as error:
        print(error)
items = [3, 1, 2]
items.sort(key=lambda n: -n)
print(items, items.sort(), items)


class Word(str):
    def __lt__(self, other):
        return len(self) < len(other)


print(sorted([Word("ccc"), Word("b"), Word("aa")]), sorted(["zz", Word("b"), "aaa"]))

# expect: [-5, 1, 1, 2, 3, 1180591620717411303424] [False, True, 1.5, 2]
# expect: [-1e+300, -0.0, 0.0, 2.5, 1e+300] [2.5, 1.0, -0.0, 0.0]
# expect: ['', 'a', 'a\x00', 'ab', 'abcdefgh', 'abcdefgha', 'abcdefghi', 'b', 'z', 'é']
# expect: ['fig', 'pear', 'kiwi', 'date', 'plum', 'apple'] ['apple', 'pear', 'kiwi', 'date', 'plum', 'fig']
# expect: ['plum', 'pear', 'kiwi', 'fig', 'date', 'apple'] ['apple', 'date', 'fig', 'kiwi', 'plum', 'pear']
# expect: [0, 3, 6, 1, 4, 7, 2, 5] [2, 5, 1, 4, 7, 0, 3, 6]
# expect: [4, 2, 0, 5, 3, 1] [[1], [1, 5], [2]]
# expect: ['nan', 'nan'] 4
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'str' and 'float'
# expect: '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: [1, 2, 3] None [1, 2, 3]
# expect: ['b', 'aa', 'ccc'] ['aaa', 'b', 'zz']
