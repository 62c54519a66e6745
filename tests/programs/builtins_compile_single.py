# A single statement that is compiled as an interactive one shows what its expressions give, and keeps the last in `_`.
import builtins
import sys


def run(text, names=None):
    try:
        exec(compile(text, "<typed>", "single"), {} if names is None else names)
    except SyntaxError as error:
        print(type(error).__name__, error.msg)


run("1 + 2")
print(builtins._)
run("None")
print(builtins._)
run("'text'; 5")
run("x = 5; x * 2")
run("for i in range(3): i\n")
run("if True:\n    'inside'\n    [1, 2]\n")
run("def function():\n    'not shown'\n    5\n    return 6\n")
run("def function(): 5\n")
names = {}
run("value = [1, 2]", names)
run("value", names)
run("_[0]", names)
run("1\n2")
run("x = 1\ny = 2\n")
run("5 # a comment\n")
shown = []
sys.displayhook = shown.append
run("'kept'")
run("None")
sys.displayhook = sys.__displayhook__
print(shown)
run("'again'")
exec(compile("'never shown'; 7", "<typed>", "exec"))
print(eval(compile("_", "<typed>", "eval")))
# expect: 3
# expect: 3
# expect: 3
# expect: 'text'
# expect: 5
# expect: 10
# expect: 0
# expect: 1
# expect: 2
# expect: 'inside'
# expect: [1, 2]
# expect: [1, 2]
# expect: 1
# expect: SyntaxError multiple statements found while compiling a single statement
# expect: SyntaxError multiple statements found while compiling a single statement
# expect: 5
# expect: ['kept', None]
# expect: 'again'
# expect: again
