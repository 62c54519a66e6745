# A key of a class is equal to a plain number or text when its class says so, whichever of the two the table has.
from collections import Counter, OrderedDict, defaultdict
from decimal import Decimal
from fractions import Fraction


class Number:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Number) else other)

    def __repr__(self):
        return 'Number(%r)' % self.value


class Text(str):
    def __hash__(self):
        return hash(self.lower())

    def __eq__(self, other):
        return self.lower() == other.lower()


print({Decimal(1): 'one'}[1], {Fraction(1, 2): 'half'}[0.5], {Decimal('0.5'): 'half'}[Fraction(1, 2)])
# expect: one half half
print(3 in {Number(3)}, 4 in {Number(3)}, 3.0 in {Number(3): 0}, True in {Number(1)}.union([7]))
# expect: True False True True
print({Text('ABC'): 1}['abc'], 'abc' in {Text('ABC')}, (2, 'abc') in {(Number(2), Text('Abc'))})
# expect: 1 True True
print(3 in {Number(3): 0}.keys(), (3, 0) in {Number(3): 0}.items(), Number(0) in {3: 0}.values(),
      Number(3) in {3: 0}.values())
# expect: True True True False
print({frozenset([Decimal(2)]): 'set of two'}[frozenset([2])], {Decimal(2)} in {frozenset([2])},
      {2} in {frozenset([Decimal(2)])}, frozenset([Number(2)]) in {(1,), frozenset([Number(2)])})
# expect: set of two True True True

table = {Number(1): 'a', Number(2): 'b'}
table[1] = 'A'
table.setdefault(2, 'unused')
table.setdefault(3, 'c')
print(table, table.get(2), table.get(4, 'none'))
# expect: {Number(1): 'A', Number(2): 'b', 3: 'c'} b none
print(table.pop(2), table.pop(2, 'gone'))
# expect: b gone
del table[1]
try:
    del table[1]
except KeyError as error:
    print('KeyError', error, table)
# expect: KeyError 1 {3: 'c'}
try:
    table[2]
except KeyError as error:
    print('KeyError', error)
# expect: KeyError 2

table = {Number(1): 'a'}
table.update({1: 'b'})
print(table, table | {1: 'c'}, {1: 'd'} | table, {**table, 1: 'e'}, {1: 'f', **table}, {**table, **{1: 'g'}})
# expect: {Number(1): 'b'} {Number(1): 'c'} {1: 'b'} {Number(1): 'e'} {1: 'b'} {Number(1): 'g'}
table.update([(1, 'h'), (2, 'i')], x='j')
print(table, dict([(Number(5), 1), (5, 2)]), dict.fromkeys([Number(6), 6.0]), {Number(7): 1, 7: 2})
# expect: {Number(1): 'h', 2: 'i', 'x': 'j'} {Number(5): 2} {Number(6): None} {Number(7): 2}
print({k: v for k, v in [(Number(8), 1), (8, 2)]}, {k for k in (Number(9), 9)}, {Number(9), 9, *[9.0]},
      {*{Number(4)}, *{4}}, {*[Number(4), 4]})
# expect: {Number(8): 2} {Number(9)} {Number(9)} {Number(4)} {Number(4)}

numbers = {Number(1), Number(2)}
numbers.add(1)
print(len(numbers), numbers & {2}, {2} & numbers, numbers - {1}, {1, 5} - numbers, numbers ^ {2, 1})
# expect: 2 {2} {2} {Number(2)} {5} set()
numbers.discard(1)
numbers.remove(2)
print(numbers, {Number(1)} == {1}, {1} == {Number(1)}, {1} <= {Number(1), 2}, {Number(1): 2} == {1: 2},
      {1}.isdisjoint({Number(1)}))
# expect: set() True True True True False
try:
    numbers.remove(2)
except KeyError as error:
    print('KeyError', error)
# expect: KeyError 2

counted = Counter([Decimal(1), 1, 1.0, Decimal('1.0'), 2])
grouped = defaultdict(list)
for item in (Decimal(3), 3, 3.0):
    grouped[item].append(item)
ordered = OrderedDict([(Decimal(1), 'x'), (1, 'y')])
ordered.move_to_end(1)
print(counted, dict(grouped), dict(ordered))
# expect: Counter({Decimal('1'): 4, 2: 1}) {Decimal('3'): [Decimal('3'), 3, 3.0]} {Decimal('1'): 'y'}


# How often equality is asked does not grow with the table.
class Asked(Number):
    asked = 0
    __hash__ = Number.__hash__

    def __eq__(self, other):
        Asked.asked += 1
        return Number.__eq__(self, other)


many = {Asked(number): number for number in range(2000)}
for number in range(0, 2000, 3):
    del many[number]
print(Asked.asked, sum(many[number] for number in range(1, 2000, 3)), Asked.asked, len(many), 3 in many, Asked.asked)
# expect: 667 667000 1334 1333 False 1334


# A class of dicts has __missing__ only for what it lacks.
class Caseless(dict):
    def __missing__(self, key):
        return 'no ' + key


names = Caseless({Text('Ann'): 1})
print(names['ANN'], names['ann'], names['bob'], names.get('bob'), list(names))
# expect: no ANN 1 no bob None ['Ann']
