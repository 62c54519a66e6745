# The texts of the module traceback: of the exception being handled, of one that is kept, with limits and chains.
import os
import sys
import traceback

FOLDER = os.path.dirname(os.path.abspath(__file__)) + "/"


def show(text):
    print(text.replace(FOLDER, ""), end="")


def inner(value):
    return 10 / value


def outer(value):
    return inner(value) + 1


try:
    outer(0)
except ZeroDivisionError as error:
    kept = error
    show(traceback.format_exc())
    show(traceback.format_exc(limit=1))
    show("".join(traceback.format_exception(*sys.exc_info(), limit=-1)))
    traceback.print_exc(file=sys.stderr)
show("".join(traceback.format_exception(kept)))
show("".join(traceback.format_exception(type(kept), kept, None)))
print(traceback.format_exception_only(kept), traceback.format_exc())
try:
    try:
        outer(0)
    except ZeroDivisionError as error:
        raise ValueError("two\nlines") from error
except ValueError as error:
    show("".join(traceback.format_exception(error, chain=False)))
    print(traceback.format_exception_only(error))
    lines = traceback.format_exception(error)
    print(len(lines), repr(lines[-4]))
# expect: Traceback (most recent call last):
# expect:   File "traceback_texts.py", line 22, in <module>
# expect:     outer(0)
# expect:   File "traceback_texts.py", line 18, in outer
# expect:     return inner(value) + 1
# expect:            ^^^^^^^^^^^^
# expect:   File "traceback_texts.py", line 14, in inner
# expect:     return 10 / value
# expect:            ~~~^~~~~~~
# expect: ZeroDivisionError: division by zero
# expect: Traceback (most recent call last):
# expect:   File "traceback_texts.py", line 22, in <module>
# expect:     outer(0)
# expect: ZeroDivisionError: division by zero
# expect: Traceback (most recent call last):
# expect:   File "traceback_texts.py", line 14, in inner
# expect:     return 10 / value
# expect:            ~~~^~~~~~~
# expect: ZeroDivisionError: division by zero
# expect: Traceback (most recent call last):
# expect:   File "traceback_texts.py", line 22, in <module>
# expect:     outer(0)
# expect:   File "traceback_texts.py", line 18, in outer
# expect:     return inner(value) + 1
# expect:            ^^^^^^^^^^^^
# expect:   File "traceback_texts.py", line 14, in inner
# expect:     return 10 / value
# expect:            ~~~^~~~~~~
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: division by zero
# expect: ['ZeroDivisionError: division by zero\n'] NoneType: None
# expect: 
# expect: Traceback (most recent call last):
# expect:   File "traceback_texts.py", line 36, in <module>
# expect:     raise ValueError("two\nlines") from error
# expect: ValueError: two
# expect: lines
# expect: ['ValueError: two\nlines\n']
# expect: 9 '\nThe above exception was the direct cause of the following exception:\n\n'
# error: ZeroDivisionError: division by zero
