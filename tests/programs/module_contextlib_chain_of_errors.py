"""What the callbacks of an ExitStack raise is chained as nested with statements would chain it."""
from contextlib import ExitStack


def raises(error):
    def callback(kind, pending, traceback):
        print(kind and kind.__name__, traceback is not None)
        raise error

    return callback


def chain(error):
    while error is not None:
        yield repr(error)
        error = error.__context__


try:
    with ExitStack() as stack:
        stack.push(raises(IndexError("third")))
        stack.push(raises(KeyError("second")))
        raise ValueError("first")
except IndexError as error:
    print(list(chain(error)))
# expect: ValueError True
# expect: KeyError True
# expect: ["IndexError('third')", "KeyError('second')", "ValueError('first')"]

try:
    try:
        raise OSError("outside")
    except OSError:
        with ExitStack() as stack:
            stack.push(raises(IndexError("last")))
            raise ValueError("inside")
except IndexError as error:
    print(list(chain(error)))
# expect: ValueError True
# expect: ["IndexError('last')", "ValueError('inside')", "OSError('outside')"]
