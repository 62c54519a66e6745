# __traceback__ is the same object each time, tb_next can be set, and what is set is what an uncaught exception shows.
import sys
import traceback


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def fail():
    1 / 0


def outer():
    fail()


try:
    outer()
except ZeroDivisionError as error:
    caught = error
    print(sys.exc_info()[2] is error.__traceback__)
first = caught.__traceback__
print(first is caught.__traceback__, first.tb_next is first.tb_next, {first: 1}[caught.__traceback__])
print(first.tb_lineno, first.tb_next.tb_lineno, first.tb_next.tb_next.tb_lineno, first.tb_next.tb_next.tb_next)
print(caught.with_traceback(None) is caught, caught.__traceback__)
caught.__traceback__ = first
print(caught.__traceback__ is first)
print(caught.with_traceback(first.tb_next).__traceback__ is first.tb_next)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, place):
        print(place is value.__traceback__)
        return True


with Manager():
    outer()
try:
    raise ValueError("again").with_traceback(first)
except ValueError as error:
    print(error.__traceback__ is first, error.__traceback__.tb_next is first)
try:
    try:
        outer()
    except ZeroDivisionError as error:
        before = error.__traceback__
        raise
except ZeroDivisionError as error:
    print(error.__traceback__ is before, len(traceback.extract_tb(error.__traceback__)))

tell(setattr, first, "tb_next", 5)
tell(setattr, first.tb_next, "tb_next", first)
tell(setattr, first, "tb_lineno", 5)
tell(delattr, first, "tb_next")
tell(delattr, caught, "__traceback__")
tell(delattr, caught, "args")
first.tb_next.tb_next = None
caught.__traceback__ = first
print([(entry.name, entry.line) for entry in traceback.extract_tb(caught.__traceback__)])
print(traceback.format_exception(caught)[1:-1] == traceback.format_tb(first), len(traceback.format_tb(first)))
# expect: True
# expect: True True 1
# expect: 22 18 14 None
# expect: True None
# expect: True
# expect: True
# expect: True
# expect: False True
# expect: True 3
# expect: TypeError expected traceback object, got 'int'
# expect: ValueError traceback loop detected
# expect: AttributeError attribute 'tb_lineno' of 'traceback' objects is not writable
# expect: TypeError can't delete tb_next attribute
# expect: TypeError __traceback__ may not be deleted
# expect: TypeError args may not be deleted
# expect: [('<module>', 'outer()'), ('outer', 'fail()')]
# expect: True 2
