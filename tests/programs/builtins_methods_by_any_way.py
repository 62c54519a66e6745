# The same methods called on the value, through the class, kept in a variable, with wrong arguments, and on
# values of classes derived from the built-in ones.
from collections import deque


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (TypeError, KeyError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


class Loud(list):
    def append(self, item):
        super().append(f"<{item}>")

    def __len__(self):
        return 99


class Answers(dict):
    def __missing__(self, key):
        return "missing"

    def get(self, key, default="own default"):
        return super().get(key, default)


items = []
append, pop = items.append, items.pop
for number in range(5):
    append(number)
    list.append(items, -number)
print(items, pop(), list.pop(items), pop(0), len(items))
print(attempt(append), attempt(append, 1, 2), attempt(list.append, (1, 2), 3))
print(attempt(list.pop), attempt([].pop))

loud = Loud()
loud.append(1)
list.append(loud, 2)
print(loud, len(loud), list.__len__(loud), loud.pop(), attempt(len, 5), attempt(len))

answers = Answers(a=1)
get = answers.get
print(get("a"), get("b"), dict.get(answers, "b"), dict.get(answers, "b", 7), answers["b"], len(answers))
print(attempt({}.get), attempt({}.get, []), attempt({}.get, 1, 2, 3))
print({1: 2}.get(1.0), {}.get((1, "x"), "none"))

numbers = {1, 2, 3}
add, remove, discard = numbers.add, numbers.remove, numbers.discard
print(add(4), remove(1), discard(1), attempt(remove, 1), attempt(add, []), numbers)
print(attempt(set.add, frozenset(), 1), attempt(remove, {2}), attempt(discard, [2]), attempt(numbers.add))

last = deque(maxlen=2)
put, take = last.append, last.popleft
print([put(number) for number in range(4)], last, take(), take(), attempt(take))
print(attempt(put), attempt(deque.append, [], 1), attempt(deque.popleft))


class Named:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == (other.name if isinstance(other, Named) else other)


named = {Named("a")}
named.add("a")
table = {Named("b"): 1}
print(len(named), table.get("b"), table.get(Named("b")), named.discard("a"), len(named), attempt(named.remove, "a"))


class Dying:
    def __del__(self):
        print("dies")


held = [Dying()]
held.pop()
print("after pop")
kept = {}
kept.get("x", Dying())
print("after get")
ends = deque(maxlen=1)
ends.append(Dying())
ends.append(None)
print("after append")
# expect: [0, 1, -1, 2, -2, 3, -3] -4 4 0 7
# expect: TypeError: list.append() takes exactly one argument (0 given) TypeError: list.append() takes exactly one argument (2 given) TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object
# expect: TypeError: unbound method list.pop() needs an argument IndexError: pop from empty list
# expect: ['<1>'] 99 2 2 TypeError: object of type 'int' has no len() TypeError: len() takes exactly one argument (0 given)
# expect: 1 own default None 7 missing 1
# expect: TypeError: get expected at least 1 argument, got 0 TypeError: unhashable type: 'list' TypeError: get expected at most 2 arguments, got 3
# expect: 2 none
# expect: None None None KeyError: 1 TypeError: unhashable type: 'list' {2, 3, 4}
# expect: TypeError: descriptor 'add' for 'set' objects doesn't apply to a 'frozenset' object KeyError: {2} TypeError: unhashable type: 'list' TypeError: set.add() takes exactly one argument (0 given)
# expect: [None, None, None, None] deque([], maxlen=2) 2 3 IndexError: pop from an empty deque
# expect: TypeError: deque.append() takes exactly one argument (0 given) TypeError: descriptor 'append' for 'collections.deque' objects doesn't apply to a 'list' object TypeError: unbound method deque.popleft() needs an argument
# expect: 1 1 1 None 0 KeyError: 'a'
# expect: dies
# expect: after pop
# expect: dies
# expect: after get
# expect: dies
# expect: after append
