# exec() and eval() with locals apart from the globals, with mappings, and with builtins of the caller's choice.
outside, inside = {"a": 1}, {"b": 2}
exec("c = a + b\ndef reads():\n    return a\nfor i in range(3): pass\nclass Kind:\n    y = 3\ndel b", outside, inside)
print(sorted(name for name in outside if name != "__builtins__"), sorted(inside), inside["reads"]())
exec("global z\nz = 5\nw = 6", outside, inside)
print(outside["z"], inside["w"], "z" in inside)
try:
    exec("def looks():\n    return local\nlocal = 1\nlooks()", {}, {})
except NameError as error:
    print(error)
print(eval("a + b", {"a": 1}, {"b": 5}), eval("[a for _ in 'xy']", {"a": 1}))


class Notes:
    def __init__(self):
        self.taken = []

    def __getitem__(self, name):
        self.taken.append(name)
        if name == "answer":
            return 42
        raise KeyError(name)

    def __setitem__(self, name, value):
        self.taken.append((name, value))

    def __delitem__(self, name):
        self.taken.append(("del", name))


notes = Notes()
exec("other = answer + len('abc')\ndel other", {}, notes)
print(notes.taken)


class Doubles(dict):
    def __missing__(self, name):
        return name * 2


print(eval("ab + cd", {}, Doubles()))
try:
    eval("len('a')", {"__builtins__": {}})
except NameError as error:
    print(error)
print(eval("size('abc')", {"__builtins__": {"size": len}}))
for text in ("import os", "class Kind: pass"):
    try:
        exec(text, {"__builtins__": {}})
    except (ImportError, NameError) as error:
        print(type(error).__name__, error)
for refused in (
    "exec('1', 1)",
    "eval('1', 1)",
    "eval('1', [1])",
    "eval('1', {}, 1)",
    "exec('1', {}, 1)",
    "exec(1)",
    "eval(1)",
    "exec('1', {}, {}, {})",
):
    try:
        eval(refused)
    except TypeError as error:
        print(error)


def counter():
    count = 0

    def more():
        nonlocal count
        count += 1
        return count

    return more


more = counter()
exec(more.__code__, closure=more.__closure__)
print(more())
for keywords in ({}, {"closure": ()}):
    try:
        exec(more.__code__, **keywords)
    except TypeError as error:
        print(error)
try:
    exec("1", closure=more.__closure__)
except TypeError as error:
    print(error)
# expect: ['a'] ['Kind', 'c', 'i', 'reads'] 1
# expect: 5 6 False
# expect: name 'local' is not defined
# expect: 6 [1, 1]
# expect: ['answer', 'len', ('other', 45), ('del', 'other')]
# expect: ababcdcd
# expect: name 'len' is not defined
# expect: 3
# expect: ImportError __import__ not found
# expect: NameError __build_class__ not found
# expect: exec() globals must be a dict, not int
# expect: globals must be a dict
# expect: globals must be a real dict; try eval(expr, {}, mapping)
# expect: locals must be a mapping
# expect: locals must be a mapping or None, not int
# expect: exec() arg 1 must be a string, bytes or code object
# expect: eval() arg 1 must be a string, bytes or code object
# expect: exec() takes at most 3 positional arguments (4 given)
# expect: 2
# expect: code object requires a closure of exactly length 1
# expect: code object requires a closure of exactly length 1
# expect: closure can only be used when source is a code object
