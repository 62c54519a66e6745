# A list in a manager's server, used through its proxy.
# stands for: _TestContainers.test_list, _TestContainers.test_list_iter, TestSyncManagerTypes.test_list
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as m:
        a = m.list(range(10))
        print(a[:], len(a), 5 in a, a[2], a[-1], a[2:10:3])
        b = m.list()
        b.extend(range(5))
        print(b, b[:] == [0, 1, 2, 3, 4], b * 2, b + [7])
        b *= 2
        b += [7]
        print(b, type(b).__name__, b.count(1), b.index(3))
        b[0] = "zero"
        del b[1:4]
        b.insert(1, "one")
        print(b.pop(), b.pop(0), b, b._getvalue())
        b.remove("one")
        b.reverse()
        print([x for x in b], sorted(b), list(b), list(reversed(b)) == list(b)[::-1])
        b.sort()
        print(b, [1, 2] * 2 == list(m.list([1, 2]) * 2))
        for bad in (lambda: b[99], lambda: b.remove("x"), lambda: b.pop(99), lambda: b.index("x")):
            try:
                bad()
            except (IndexError, ValueError) as error:
                print(type(error).__name__, error)
        try:
            b.clear()
        except AttributeError as error:
            print(error)
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] 10 True 2 9 [2, 5, 8]
# expect: [0, 1, 2, 3, 4] True [0, 1, 2, 3, 4, 0, 1, 2, 3, 4] [0, 1, 2, 3, 4, 7]
# expect: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 7] ListProxy 2 3
# expect: 7 zero ['one', 4, 0, 1, 2, 3, 4] ['one', 4, 0, 1, 2, 3, 4]
# expect: [4, 3, 2, 1, 0, 4] [0, 1, 2, 3, 4, 4] [4, 3, 2, 1, 0, 4] True
# expect: [0, 1, 2, 3, 4, 4] True
# expect: IndexError list index out of range
# expect: ValueError list.remove(x): x not in list
# expect: IndexError pop index out of range
# expect: ValueError 'x' is not in list
# expect: 'ListProxy' object has no attribute 'clear'
