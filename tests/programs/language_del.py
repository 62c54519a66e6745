a, b, c = 1, [1, 2, 3, 4], {"k": 1, "m": 2}
del a
try:
    a
except NameError as error:
    print(error)  # expect: name 'a' is not defined
del b[0], b[1:2], c["k"]
print(b, c)  # expect: [2, 4] {'m': 2}


class Thing:
    x = 1


t = Thing()
t.y = 2
del t.y
try:
    del t.y
except AttributeError as error:
    print(error)  # expect: 'Thing' object has no attribute 'y'
del Thing.x
print(hasattr(t, "x"))  # expect: False


def function(value):
    del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(function(1))  # expect: cannot access local variable 'value' where it is not associated with a value
p, q, r, s = 1, 2, 3, 4
del (p, q), [r]
print(s, "p" in globals(), "r" in globals())  # expect: 4 False False
for action in ("del missing", "del b[10]", "del c['no']"):
    try:
        exec(action)
    except (NameError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
# expect: NameError name 'missing' is not defined
# expect: IndexError list assignment index out of range
# expect: KeyError 'no'
for i in range(3):
    pass
del i
try:
    with_name = 1
    raise ValueError("gone after the handler")
except ValueError as error:
    pass
try:
    error
except NameError as e:
    print(e)  # expect: name 'error' is not defined
