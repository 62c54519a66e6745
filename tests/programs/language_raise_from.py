def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as error:
        raise LookupError(f"no {name}") from error


class Custom(Exception):
    def __init__(self, text):
        super().__init__(text.upper())


try:
    load("z")
except LookupError as error:
    print(error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
# expect: no z KeyError('z') KeyError('z') True
for cause in (ValueError("x"), ValueError, None):
    try:
        raise Custom("made here") from cause
    except Custom as error:
        print(error, repr(error.__cause__), error.__suppress_context__)
# expect: MADE HERE ValueError('x') True
# expect: MADE HERE ValueError() True
# expect: MADE HERE None True
for exception, cause in ((5, None), (ValueError, 5), (int, None)):
    try:
        raise exception from cause
    except TypeError as error:
        print(error)
# expect: exceptions must derive from BaseException
# expect: exception causes must derive from BaseException
# expect: exceptions must derive from BaseException
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise Custom("second")
except Custom as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
# expect: None ZeroDivisionError('division by zero') False
try:
    raise
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise
