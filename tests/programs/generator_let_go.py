"""A generator that waits inside try or with and is let go of is closed at once; the last ones when the program ends."""
from contextlib import contextmanager
from threading import Lock

lock = Lock()


def numbers():
    with lock:
        for number in range(3):
            yield number


for number in numbers():
    break
print(lock.locked())  # expect: False


def loud(name):
    try:
        yield name
        yield name
    finally:
        print("closed", name)


waiting = loud("dropped")
next(waiting)
del waiting  # expect: closed dropped
unstarted = loud("unstarted")
del unstarted
waiting = loud("replaced")
next(waiting)
waiting = loud("kept")  # expect: closed replaced


def leaves():
    inner = loud("local")
    return next(inner)


print(leaves())
# expect: closed local
# expect: local


def outer():
    yield from loud("inner")


delegating = outer()
next(delegating)
delegating = None  # expect: closed inner


def stubborn():
    try:
        yield 1
    finally:
        raise ValueError("ignored, with a message on stderr")


loop = stubborn()
next(loop)
try:
    loop.close()
except ValueError as error:
    print("raised", error)  # expect: raised ignored, with a message on stderr


@contextmanager
def managed():
    try:
        yield
    finally:
        print("left")


manager = managed()
manager.__enter__()
del manager  # expect: left
next(waiting)
print("end")  # expect: end
# expect: closed kept
