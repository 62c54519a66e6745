"""Methods of dict and their errors."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


d = {'a': 1, 'b': 2}

show(lambda: (d.get('a'), d.get('x'), d.get('x', 5), d['a'], 'a' in d, len(d), list(d), list(d.items()), list(d.values())))
# expect: (1, None, 5, 1, True, 2, ['a', 'b'], [('a', 1), ('b', 2)], [1, 2])
show(lambda: d['x'])  # expect: KeyError: 'x'
show(lambda: {}.popitem())  # expect: KeyError: 'popitem(): dictionary is empty'
show(lambda: {}.pop('a'))  # expect: KeyError: 'a'
show(lambda: ({'a': 1}.pop('a'), {}.pop('a', 5), {'a': 1}.popitem(), {}.setdefault('k', []), {'k': 1}.setdefault('k', 2)))
# expect: (1, 5, ('a', 1), [], 1)
show(lambda: (dict(a=1, b=2), dict([('a', 1)]), dict({'a': 1}, b=2), dict(zip('ab', [1, 2])), dict(), dict([['x', 1]], x=2)))
# expect: ({'a': 1, 'b': 2}, {'a': 1}, {'a': 1, 'b': 2}, {'a': 1, 'b': 2}, {}, {'x': 2})
show(lambda: dict([1]))  # expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
show(lambda: dict([(1, 2, 3)]))  # expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
show(lambda: dict(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: dict([('a', 1)], [('b', 2)]))  # expect: TypeError: dict expected at most 1 argument, got 2
show(lambda: (dict.fromkeys('ab'), dict.fromkeys([1, 2], 0)))  # expect: ({'a': None, 'b': None}, {1: 0, 2: 0})
show(lambda: (d | {'c': 3}, d | {'a': 9}, {'x': 1} | {}))
# expect: ({'a': 1, 'b': 2, 'c': 3}, {'a': 9, 'b': 2}, {'x': 1})
show(lambda: d | [1])  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
show(lambda: (d == {'b': 2, 'a': 1}, d != {'a': 1}, {} == {}, {'a': [1]} == {'a': [1]}))
# expect: (True, True, True, True)
show(lambda: d < d)  # expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
show(lambda: {[]: 1})  # expect: TypeError: unhashable type: 'list'
show(lambda: {}[[]])  # expect: TypeError: unhashable type: 'list'
show(lambda: {{}: 1})  # expect: TypeError: unhashable type: 'dict'
show(lambda: ('a' in d.keys(), 1 in d.values(), ('a', 1) in d.items(), len(d.items()), d.keys().isdisjoint({'q'})))
# expect: (True, True, True, 2, True)
show(lambda: ({1: 'a', 1.0: 'b', True: 'c'}, {0: 'x', False: 'y'}))  # expect: ({1: 'c'}, {0: 'y'})
show(lambda: ({'a': 1}.update({'b': 2}), {'a': 1}.clear(), {'a': 1}.copy()))  # expect: (None, None, {'a': 1})
show(lambda: {}.update(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: {}.get())  # expect: TypeError: get expected at least 1 argument, got 0
show(lambda: {}.get(1, 2, 3))  # expect: TypeError: get expected at most 2 arguments, got 3
show(lambda: {}.items(1))  # expect: TypeError: dict.items() takes no arguments (1 given)
show(lambda: {}.setdefault())  # expect: TypeError: setdefault expected at least 1 argument, got 0
show(lambda: {}.foo)  # expect: AttributeError: 'dict' object has no attribute 'foo'
show(lambda: (list(reversed({'a': 1, 'b': 2})), sorted({'b': 1, 'a': 2}), max({'b': 1, 'c': 0}), {k: v for k, v in [('a', 1)]}))
# expect: (['b', 'a'], ['a', 'b'], 'c', {'a': 1})
show(lambda: [(k, v) for k, v in {'x': {'y': 1}}.items()])  # expect: [('x', {'y': 1})]
