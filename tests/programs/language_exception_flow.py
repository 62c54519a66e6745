def chain():
    try:
        try:
            raise ValueError("first")
        except ValueError as error:
            raise TypeError("second") from error
    except TypeError as error:
        return [repr(error), repr(error.__cause__), repr(error.__context__)]


print(chain())  # expect: ["TypeError('second')", "ValueError('first')", "ValueError('first')"]


def reraise():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            print("handling")
            raise
    except ArithmeticError as error:
        return type(error).__name__


print(reraise())
# expect: handling
# expect: ZeroDivisionError
for error in (KeyError("k"), IndexError("i"), ValueError("v")):
    try:
        raise error
    except (KeyError, IndexError) as caught:
        print("lookup", repr(caught), caught is error)
# expect: lookup KeyError('k') True
# expect: lookup IndexError('i') True
    except Exception as caught:
        print("other", repr(caught))  # expect: other ValueError('v')
try:
    try:
        raise KeyError("a")
    except (ValueError, TypeError):
        print("never")
except LookupError as error:
    print("by base class", error)  # expect: by base class 'a'
import sys
try:
    raise OSError(2, "No such file", "name.txt")
except OSError as error:
    print(type(error).__name__, error.errno, error.strerror, error.filename, error)
# expect: FileNotFoundError 2 No such file name.txt [Errno 2] No such file: 'name.txt'
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error)  # expect: FileNotFoundError True
print(sys.exc_info())  # expect: (None, None, None)
error = ValueError("noted")
error.add_note("a note")
print(error.__notes__, ValueError("a", 1).args, str(ValueError("a", 1)), str(KeyError("q")), BaseException().args)
# expect: ['a note'] ('a', 1) ('a', 1) 'q' ()
try:
    try:
        raise ValueError("one")
    finally:
        raise KeyError("two")
except KeyError as error:
    print(repr(error.__context__))  # expect: ValueError('one')
try:
    except_value = int
    try:
        raise ValueError
    except except_value:
        pass
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
e = Exception("x")
print(e == Exception("x"), e == e, isinstance(StopIteration(5).value, int), SystemExit(3).code, hash(e) == hash(e))
# expect: False True True 3 True
