"""Methods and operators of set and frozenset."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


s = {1, 2, 3}

show(lambda: (sorted(s | {4}), sorted(s & {2, 9}), sorted(s - {1}), sorted(s ^ {3, 4}), s <= {1, 2, 3}, s < {1, 2, 3}, s >= {1}, s == {3, 2, 1}))
# expect: ([1, 2, 3, 4], [2], [2, 3], [1, 2, 4], True, False, True, True)
show(lambda: s | [1])  # expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
show(lambda: s < [1])  # expect: TypeError: '<' not supported between instances of 'set' and 'list'
show(lambda: s + s)  # expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
show(lambda: (sorted(s.union([4], (5,))), sorted(s.intersection([1, 2], [2])), sorted(s.difference([1], [2])), sorted(s.symmetric_difference([3, 4]))))
# expect: ([1, 2, 3, 4, 5], [2], [3], [1, 2, 4])
show(lambda: (s.issubset([1, 2, 3, 4]), s.issuperset([1]), s.isdisjoint([9]), s.copy() == s, s.copy() is s))
# expect: (True, True, True, True, False)
show(lambda: (set([1, 1, 2]) == {1, 2}, set('aab') == {'a', 'b'}, set() == frozenset(), {1} == frozenset([1]), sorted(set(range(3)))))
# expect: (True, True, True, True, [0, 1, 2])
show(lambda: set(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: set(1, 2))  # expect: TypeError: set expected at most 1 argument, got 2
show(lambda: {[]})  # expect: TypeError: unhashable type: 'list'
show(lambda: set([[]]))  # expect: TypeError: unhashable type: 'list'
show(lambda: {1}.add([]))  # expect: TypeError: unhashable type: 'list'
show(lambda: {1}.remove(5))  # expect: KeyError: 5
show(lambda: {1}.remove('x'))  # expect: KeyError: 'x'
show(lambda: set().pop())  # expect: KeyError: 'pop from an empty set'
show(lambda: ({1}.add(2), {1}.discard(9), {1}.remove(1), {1}.clear(), {7}.pop(), {1}.update([2], [3])))
# expect: (None, None, None, None, 7, None)
show(lambda: (frozenset([1, 2]) | {3} == {1, 2, 3}, frozenset('a') , hash(frozenset([1, 2])) == hash(frozenset([2, 1])), frozenset({1}) in {frozenset({1})}))
# expect: (True, frozenset({'a'}), True, True)
show(lambda: frozenset([1]).add(2))  # expect: AttributeError: 'frozenset' object has no attribute 'add'
show(lambda: (type(frozenset([1]) | {2}).__name__, type({1} | frozenset([2])).__name__))  # expect: ('frozenset', 'set')
show(lambda: (repr(set()), repr({1}), repr(frozenset()), repr(frozenset({'a'})), bool(set()), bool({0})))
# expect: ('set()', '{1}', 'frozenset()', "frozenset({'a'})", False, True)
show(lambda: s.add())  # expect: TypeError: set.add() takes exactly one argument (0 given)
show(lambda: s.union(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: s.issubset(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: ({*[1, 2], 3} == {1, 2, 3}, {x % 2 for x in range(5)} == {0, 1}))  # expect: (True, True)
show(lambda: ((lambda t: (t.update({5}), sorted(t)))({1, 2}), (lambda t: (t.intersection_update([1]), t))({1, 2}), (lambda t: (t.difference_update([1]), t))({1, 2}), (lambda t: (t.symmetric_difference_update([1, 3]), sorted(t)))({1, 2})))
# expect: ((None, [1, 2, 5]), (None, {1}), (None, {2}), (None, [2, 3]))


# A set is looked for among sets as the frozen set of its items.
sets = {frozenset({1}), frozenset({1, 2}), frozenset()}
print({1} in sets, set() in sets, {3} in sets, {2, 1} in frozenset(sets))
sets.remove({1})
sets.discard({1, 2})
sets.discard({77})
print(sets)
for attempt in (lambda: sets.remove({5}), lambda: {1} in {frozenset({1}): 1}, lambda: sets.add({1}), lambda: [1] in sets):
    try:
        print(attempt())
    except (KeyError, TypeError) as error:
        print(repr(error))


class WithHash(set):
    def __hash__(self):
        return 5


print(WithHash() in sets, WithHash([1]) in {WithHash([1])})
# expect: True True False True
# expect: {frozenset()}
# expect: KeyError({5})
# expect: TypeError("unhashable type: 'set'")
# expect: TypeError("unhashable type: 'set'")
# expect: TypeError("unhashable type: 'list'")
# expect: False True
