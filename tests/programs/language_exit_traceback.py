# What __exit__ and contextmanager get and leave of a traceback, and which frames an error that is not handled shows.
import traceback
from contextlib import contextmanager


class Shows:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, where):
        print(kind.__name__, error, [entry.name for entry in traceback.extract_tb(where)], where.tb_lineno == error.__traceback__.tb_lineno)


def inner():
    raise KeyError("k")


def outer():
    with Shows():
        inner()


@contextmanager
def generated():
    try:
        yield 1
    finally:
        print("left")


@contextmanager
def replaces():
    try:
        yield
    except KeyError:
        raise ValueError("instead")


def names(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, [entry.name for entry in traceback.extract_tb(error.__traceback__) if "contextlib" not in entry.filename])


def through_generator():
    with generated():
        inner()


def replaced():
    with replaces():
        inner()


names(outer)
names(through_generator)
names(replaced)
# expect: KeyError 'k' ['outer', 'inner'] True
# expect: KeyError ['names', 'outer', 'inner']
# expect: left
# expect: KeyError ['names', 'through_generator', 'inner']
# expect: ValueError ['names', 'replaced', 'replaces']
