# globals(), vars(module) and __globals__ are one dict, the variables of the module; locals() and dir() where they are asked for.
import types


def here():
    return name_of_later


names = globals()
names["name_of_later"] = "set in the dict"
print(here(), names is globals(), here.__globals__ is names, names["names"] is names)
for number in range(2):
    names[f"variable_{number}"] = number
print(variable_0, variable_1, names.pop("variable_0"), "variable_0" in globals())
try:
    variable_0
except NameError as error:
    print(error)


def inside():
    y = 1
    print(dir(), sorted(locals()), vars() == locals())
    exec("y = 2; z = 3")
    print(y)
    apart = {}
    exec("y = given; n = len('xx')", {"given": 8}, apart)
    print(apart)


inside()


class Kind:
    exec("made_inside = 1")
    print(sorted(name for name in locals() if not name.startswith("__")))
    print([name for name in dir() if not name.startswith("__")])


print(Kind.made_inside)
made = types.ModuleType("made", "by hand")
print(made, made.__doc__, sorted(vars(made)))
exec("value = 1\ndef up():\n    global value\n    value += 1\n    return value", made.__dict__)
print(made.up(), made.value, made.__dict__ is vars(made))
made.value = 10
print(made.up(), vars(made)["value"])
vars(made)["added"] = "through the dict"
print(made.added)
del made.added
print("added" in vars(made))


class Plain:
    pass


plain = Plain()
exec("a = 1\nb = a + 1", vars(plain))
print(plain.a, plain.b)
try:
    for name in globals():
        globals()["new_" + name] = 1
except RuntimeError as error:
    print(error)
# expect: set in the dict True True True
# expect: 0 1 0 False
# expect: name 'variable_0' is not defined
# expect: ['y'] ['y'] True
# expect: 1
# expect: {'y': 8, 'n': 2}
# expect: ['made_inside']
# expect: ['made_inside']
# expect: 1
# expect: <module 'made'> by hand ['__doc__', '__loader__', '__name__', '__package__', '__spec__']
# expect: 2 2 True
# expect: 11 11
# expect: through the dict
# expect: False
# expect: 1 2
# expect: dictionary changed size during iteration
