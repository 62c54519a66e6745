# How an uncaught SyntaxError is shown: with what it covers; its subclasses only with where they begin. Its fields.
import io
import sys

for text in ["if 1:\npass\n", "x = (1,\ny z)\n", "x = 1 +\n", "class A():\n"]:
    try:
        exec(text)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno, error.offset, repr(error.text), error.end_lineno)
for error in [SyntaxError("m", ("file.py", 3, 2, "some text\n", 3, 6)), IndentationError("m"), SyntaxError(), SyntaxError("m", ("f", 1, 2, "t"))]:
    print(str(error), error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)


class OwnError(SyntaxError):
    pass


def shown(function):
    sys.stderr = io.StringIO()
    try:
        function()
    except SyntaxError as error:
        sys.__excepthook__(type(error), error, None)
    text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
    print(text[text.rindex('  File "'):], end="")


def fails(error):
    raise error


shown(lambda: fails(SyntaxError("m", ("file.py", 1, 3, "abcdef\n", 1, 5))))
shown(lambda: fails(SyntaxError("m", ("file.py", 1, 6, "  abcdef\n", 1, 8))))
shown(lambda: fails(IndentationError("m", ("file.py", 1, 3, "abcdef\n", 1, 5))))
shown(lambda: fails(OwnError("m", ("file.py", 1, 3, "abcdef\n", 1, 3))))
shown(lambda: exec("if 1:\npass\n"))
try:
    exec("def f():\n    return 1 / 0\nf()")
except ZeroDivisionError as error:
    sys.stderr = io.StringIO()
    sys.__excepthook__(type(error), error, error.__traceback__.tb_next)
    text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
    print(text[text.index('  File "<string>"'):], end="")
# expect: IndentationError expected an indented block after 'if' statement on line 1 <string> 2 1 'pass\n' 2
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? <string> 2 1 'y z)\n' 2
# expect: SyntaxError invalid syntax <string> 1 8 'x = 1 +\n' 1
# expect: IndentationError expected an indented block after class definition on line 1 <string> 1 11 'class A():\n' 1
# expect: m (file.py, line 3) m file.py 3 2 some text
# expect:  3 6
# expect: m m None None None None None None
# expect: None None None None None None None None
# expect: m (f, line 1) m f 1 2 t None None
# expect:   File "file.py", line 1
# expect:     abcdef
# expect:       ^^
# expect: SyntaxError: m
# expect:   File "file.py", line 1
# expect:     abcdef
# expect:        ^^
# expect: SyntaxError: m
# expect:   File "file.py", line 1
# expect:     abcdef
# expect:       ^
# expect: IndentationError: m
# expect:   File "file.py", line 1
# expect:     abcdef
# expect:       ^
# expect: OwnError: m
# expect:   File "<string>", line 2
# expect:     pass
# expect:     ^
# expect: IndentationError: expected an indented block after 'if' statement on line 1
# expect:   File "<string>", line 3, in <module>
# expect:   File "<string>", line 2, in f
# expect: ZeroDivisionError: division by zero
