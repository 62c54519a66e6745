# Traceback objects: what an exception went through, frame by frame; with_traceback() and __traceback__.
import sys


def inner():
    raise LookupError("lost")


def outer():
    inner()


def walk(tb):
    while tb is not None:
        yield tb.tb_frame.f_code.co_name, tb.tb_lineno
        tb = tb.tb_next


try:
    outer()
except LookupError as error:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value is error, list(walk(tb)))
    print(list(walk(error.__traceback__)), type(tb).__name__, tb.tb_frame.f_code.co_filename == __file__)
    kept = error
print(sys.exc_info(), LookupError("never raised").__traceback__)
short = KeyError("other").with_traceback(kept.__traceback__.tb_next)
print(list(walk(short.__traceback__)))
try:
    raise short
except KeyError as error:
    print(list(walk(error.__traceback__)))
kept.__traceback__ = None
print(kept.__traceback__)
try:
    raise kept
except LookupError as error:
    print(list(walk(error.__traceback__)))
for wrong in (lambda: kept.with_traceback(5), lambda: setattr(kept, "__traceback__", "x")):
    try:
        wrong()
    except TypeError as error:
        print(error)


def caller():
    return sys._getframe(0).f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_lineno


def user():
    return caller()


print(user())
# expect: LookupError True [('<module>', 20), ('outer', 10), ('inner', 6)]
# expect: [('<module>', 20), ('outer', 10), ('inner', 6)] traceback True
# expect: (None, None, None) None
# expect: [('outer', 10), ('inner', 6)]
# expect: [('<module>', 30), ('outer', 10), ('inner', 6)]
# expect: None
# expect: [('<module>', 36)]
# expect: __traceback__ must be a traceback or None
# expect: __traceback__ must be a traceback or None
# expect: ('caller', 'user', 47)
