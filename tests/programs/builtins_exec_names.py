"""Which names eval() and exec() see and set."""
limit = 10
print(eval("limit * 2"), eval("a + limit", {"a": 1, "limit": 5}), eval("a + b", {"a": 1}, {"b": 2}))  # expect: 20 6 3
exec("made = limit + 1\ndef f(x):\n    return x * made")
print(made, f(2))  # expect: 11 22
names = {}
exec("import math\nx = math.floor(2.5)\ndef g(): return x + 1", names)
print(sorted(name for name in names if name != "__builtins__"), names["g"]())  # expect: ['g', 'math', 'x'] 3
inner = {"x": 1}
outer = {"y": 5}
exec("z = x + y\nx = 100", outer, inner)
print(inner, sorted(name for name in outer if name != "__builtins__"))  # expect: {'x': 100, 'z': 6} ['y']


def local_names():
    a, b = 3, 4
    print(eval("a + b"), sorted(locals()))
    return eval("[a * n for n in range(3)]", {"a": a})


print(local_names())
# expect: 7 ['a', 'b']
# expect: [0, 3, 6]
code = compile("value = base ** 2", "<made>", "exec")
for base in (2, 3):
    exec(code)
    print(value)
# expect: 4
# expect: 9
expression = compile("n + 1", "<made>", "eval")
print([eval(expression, {"n": n}) for n in range(3)])  # expect: [1, 2, 3]
for text in ("1 +", "missing", "1 / 0"):
    try:
        eval(text)
    except Exception as error:
        print(type(error).__name__)
# expect: SyntaxError
# expect: NameError
# expect: ZeroDivisionError
print(globals()["limit"], "f" in globals())  # expect: 10 True
