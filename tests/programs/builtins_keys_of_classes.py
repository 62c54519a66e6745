# Keys with a __hash__ and an __eq__ of their own in tables of derived classes, in operations on sets and in copies.
import copy
import pickle
from collections import Counter, OrderedDict, defaultdict
from decimal import Decimal
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


class Table(dict):
    def __getitem__(self, key):
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)

    def __delitem__(self, key):
        super().__delitem__(key)

    def __contains__(self, key):
        return super().__contains__(key)


class Pair(tuple):
    def __hash__(self):
        return super().__hash__() + 1


table = Table()
table[Color.RED] = 1
table[Color.BLUE] = 2
print(table[Color.RED], Color.BLUE in table, table)
del table[Color.RED]
print(table, Color.RED in table)
# expect: 1 True {<Color.RED: 1>: 1, <Color.BLUE: 2>: 2}
# expect: {<Color.BLUE: 2>: 2} False
colors = OrderedDict.fromkeys(Color)
colors.move_to_end(Color.RED)
print(list(colors), hash(Pair((Decimal(1), 2))) - hash((1, 2)))
# expect: [<Color.BLUE: 2>, <Color.RED: 1>] 1
counted = Counter({Color.RED: 2})
counted.update([Color.RED, Color.BLUE])
grouped = defaultdict(int)
grouped[Decimal(1)] += 1
grouped[1] += 1
print(counted[Color.RED], counted[Decimal(3)], dict(grouped), grouped[1.0], grouped[Decimal('1.00')])
# expect: 3 0 {Decimal('1'): 2} 2 2

for operation in ('{Decimal(1)} & {Decimal(1): 2}', '{Decimal(1)} | [1]'):
    try:
        eval(operation)
    except TypeError as error:
        print(error)
# expect: unsupported operand type(s) for &: 'set' and 'dict'
# expect: unsupported operand type(s) for |: 'set' and 'list'
print({Decimal(1): 2}.items() & {(1, 2)}, {Decimal(1): 2}.keys() | {1}, {Decimal(1): 2}.keys() == {1})
# expect: {(Decimal('1'), 2)} {Decimal('1')} True
print({Decimal(1)}.intersection([1, 2, 1.0]), {Decimal(1)}.intersection({1, 2}, [1.0]), {Decimal(1), 2}.difference([1]))
# expect: {1} {1.0} {2}
numbers = {Decimal(1), 2}
numbers.intersection_update([1])
print(numbers)
numbers ^= {Decimal(1)}
numbers |= {Decimal(1)}
numbers -= {1}
print(numbers, (1, Decimal(1)) in {1: 1}.items(), Decimal(7) in {1: Decimal(1)}.values())
# expect: {1}
# expect: set() True False
print(set.__contains__({Decimal(1)}, 1), dict.__contains__({Decimal(1): 0}, 1), set.__contains__({1}, Decimal(1)))
# expect: True True True
print(frozenset([Decimal(1)]) == frozenset([1]), {frozenset([Decimal(1)])} == {frozenset([1])},
      {frozenset([1]): 1} == {frozenset([Decimal(1)]): 1})
# expect: True True True

made = {Decimal(1): 'x', (Decimal(2), 'a'): 'y', frozenset([Decimal(3)]): 'z'}
for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made)), dict(made), dict(made.items()),
              made.copy(), {**made}, made | {}):
    print(again[1], again[2, 'a'], again[frozenset([3])], 1.0 in again, again == made, len(again))
# expect: x y z True True 3
# expect: x y z True True 3
# expect: x y z True True 3
# expect: x y z True True 3
# expect: x y z True True 3
# expect: x y z True True 3
# expect: x y z True True 3
# expect: x y z True True 3
