# AbstractContextManager: what has __enter__ and __exit__ is one, and a class of it has to say how it ends.
import contextlib


class Open(contextlib.AbstractContextManager):
    pass


class Closed(contextlib.AbstractContextManager):
    def __exit__(self, *details):
        print('left', details[0])


class Alike:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class Refused(Alike):
    __exit__ = None


try:
    Open()
except TypeError as error:
    print(error)
with Closed() as inside:
    print(type(inside).__name__)
print([issubclass(each, contextlib.AbstractContextManager) for each in (Open, Closed, Alike, Refused, int)])
print(isinstance(Alike(), contextlib.AbstractContextManager), contextlib.AbstractContextManager[int])
# expect: Can't instantiate abstract class Open with abstract method __exit__
# expect: Closed
# expect: left None
# expect: [True, True, True, False, False]
# expect: True contextlib.AbstractContextManager[int]
