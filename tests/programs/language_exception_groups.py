# ExceptionGroup: how it is made, split and shown; and what each clause of `except*` takes of it.
import pickle
import traceback


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__ + ":", error)


class Own(ExceptionGroup):
    pass


class WithCode(ExceptionGroup):
    def __new__(cls, errors, code):
        made = super().__new__(cls, "with a code", errors)
        made.code = code
        return made

    def derive(self, excs):
        return WithCode(excs, self.code)


for wrong in [(), ("a",), ("a", 1), (1, [ValueError()]), ("a", []), ("a", [1]), ("a", [KeyboardInterrupt()])]:
    attempt(lambda: ExceptionGroup(*wrong))
attempt(lambda: Own("a", [KeyboardInterrupt()]))
print(repr(Own("a", [ValueError(1)])), repr(BaseExceptionGroup("a", [ValueError(1)])), repr(BaseExceptionGroup("a", [KeyboardInterrupt()])))
group = ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [TypeError(2), ValueError(3)])])
print(group, group.message, group.exceptions, group.__dict__, issubclass(ExceptionGroup, Exception))
print(group.split(ValueError))
print(group.split((ValueError, TypeError))[1], repr(group.subgroup(lambda error: isinstance(error, TypeError))), group.subgroup(KeyError))
attempt(lambda: group.split(3))
attempt(lambda: group.split())
print(Own("a", [ValueError(1), KeyError(2)]).split(KeyError))
taken, left = WithCode([ValueError(1), KeyError(2)], 7).split(KeyError)
print(type(taken).__name__, taken.code, left.exceptions, left.message, left.args)
print(repr(pickle.loads(pickle.dumps(group))), ExceptionGroup.__mro__)

try:
    raise ExceptionGroup("many", [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), OSError(2, "no")])])
except* ValueError as error:
    print("values", repr(error), error.__context__)
except* (TypeError, KeyError) as error:
    print("types", repr(error))
except* OSError as error:
    print("system", repr(error))
else:
    print("never")
finally:
    print("at last")
print("error" in dir())

try:
    raise ValueError("alone")
except* ValueError as error:
    print(repr(error))
try:
    print("nothing happens")
except* ValueError:
    print("never")
else:
    print("else")


def leftover():
    try:
        raise ExceptionGroup("left", [ValueError(1), KeyError(2)])
    except* ValueError:
        pass


def raised_anew(again):
    try:
        raise ExceptionGroup("first", [ValueError(1), KeyError(2), TypeError(3)])
    except* ValueError as error:
        raise RuntimeError("new") from error
    except* KeyError:
        if again:
            raise
        raise OSError("other")


def one_raised():
    try:
        raise ExceptionGroup("first", [ValueError(1)])
    except* ValueError:
        raise RuntimeError("new")


def not_caught():
    try:
        raise KeyError("alone")
    except* ValueError:
        print("never")


def wrong_class():
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass


def in_a_loop():
    for number in range(3):
        try:
            raise ExceptionGroup("turn", [ValueError(number)])
        except* ValueError as error:
            for each in error.exceptions:
                if each.args[0] == 1:
                    break
            print("turn", error.exceptions)


in_a_loop()
for function in (leftover, lambda: raised_anew(True), lambda: raised_anew(False), one_raised, not_caught, wrong_class):
    try:
        function()
    except BaseException as error:
        print(repr(error), "|", repr(error.__cause__), "|", repr(error.__context__), "|", getattr(error, "exceptions", None))


def show(error):
    for line in "".join(traceback.format_exception(error)).splitlines():
        print(line if "File" not in line else line[:line.index("File")] + "File" + line[line.index(", in"):])


for function in (leftover, lambda: raised_anew(False)):
    try:
        function()
    except ExceptionGroup as error:
        error.add_note("a note")
        show(error)
show(ExceptionGroup("wide", [ValueError(number) for number in range(17)]))
deep = ValueError("bottom")
for level in range(12):
    deep = ExceptionGroup(f"level {level}", [deep])
show(deep)

for text in ("except* ValueError:\n  pass\nexcept TypeError:\n  pass", "except*:\n  pass", "except* ValueError:\n  break", "except* ValueError:\n  return 5"):
    try:
        compile("def f():\n while 1:\n  try:\n   pass\n  " + text.replace("\n", "\n  "), "made", "exec")
    except SyntaxError as error:
        print(error)
# expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
# expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: TypeError: second argument (exceptions) must be a sequence
# expect: TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: ValueError: second argument (exceptions) must be a non-empty sequence
# expect: ValueError: Item 0 of second argument (exceptions) is not an exception
# expect: TypeError: Cannot nest BaseExceptions in an ExceptionGroup
# expect: TypeError: Cannot nest BaseExceptions in 'Own'
# expect: Own('a', [ValueError(1)]) ExceptionGroup('a', [ValueError(1)]) BaseExceptionGroup('a', [KeyboardInterrupt()])
# expect: m (2 sub-exceptions) m (ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])) {} True
# expect: (ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(3)])]), ExceptionGroup('m', [ExceptionGroup('n', [TypeError(2)])]))
# expect: None ExceptionGroup('m', [ExceptionGroup('n', [TypeError(2)])]) None
# expect: TypeError: expected a function, exception type or tuple of exception types
# expect: TypeError: split expected 1 argument, got 0
# expect: (ExceptionGroup('a', [KeyError(2)]), ExceptionGroup('a', [ValueError(1)]))
# expect: WithCode 7 (ValueError(1),) with a code ([ValueError(1)], 7)
# expect: ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])]) (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: values ExceptionGroup('many', [ValueError('v')]) None
# expect: types ExceptionGroup('many', [TypeError('t'), ExceptionGroup('inner', [KeyError('k')])])
# expect: system ExceptionGroup('many', [ExceptionGroup('inner', [FileNotFoundError(2, 'no')])])
# expect: at last
# expect: False
# expect: ExceptionGroup('', (ValueError('alone'),))
# expect: nothing happens
# expect: else
# expect: turn (ValueError(0),)
# expect: turn (ValueError(1),)
# expect: turn (ValueError(2),)
# expect: ExceptionGroup('left', [KeyError(2)]) | None | None | (KeyError(2),)
# expect: ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('first', [KeyError(2), TypeError(3)])]) | None | None | (RuntimeError('new'), ExceptionGroup('first', [KeyError(2), TypeError(3)]))
# expect: ExceptionGroup('', [RuntimeError('new'), OSError('other'), ExceptionGroup('first', [TypeError(3)])]) | None | None | (RuntimeError('new'), OSError('other'), ExceptionGroup('first', [TypeError(3)]))
# expect: RuntimeError('new') | None | ExceptionGroup('first', [ValueError(1)]) | None
# expect: KeyError('alone') | None | None | None
# expect: TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') | None | ValueError(1) | None
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File, in <module>
# expect:   |     function()
# expect:   |   File, in leftover
# expect:   |     raise ExceptionGroup("left", [ValueError(1), KeyError(2)])
# expect:   | ExceptionGroup: left (1 sub-exception)
# expect:   | a note
# expect:   +-+---------------- 1 ----------------
# expect:     | KeyError: 2
# expect:     +------------------------------------
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File, in <module>
# expect:   |     function()
# expect:   |   File, in <lambda>
# expect:   |     for function in (leftover, lambda: raised_anew(False)):
# expect:   |                                        ^^^^^^^^^^^^^^^^^^
# expect:   | ExceptionGroup:  (3 sub-exceptions)
# expect:   | a note
# expect:   +-+---------------- 1 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File, in raised_anew
# expect:     |     raise ExceptionGroup("first", [ValueError(1), KeyError(2), TypeError(3)])
# expect:     | ExceptionGroup: first (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ValueError: 1
# expect:       +------------------------------------
# expect:     | 
# expect:     | The above exception was the direct cause of the following exception:
# expect:     | 
# expect:     | Traceback (most recent call last):
# expect:     |   File, in raised_anew
# expect:     |     raise RuntimeError("new") from error
# expect:     | RuntimeError: new
# expect:     +---------------- 2 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File, in raised_anew
# expect:     |     raise ExceptionGroup("first", [ValueError(1), KeyError(2), TypeError(3)])
# expect:     | ExceptionGroup: first (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | KeyError: 2
# expect:       +------------------------------------
# expect:     | 
# expect:     | During handling of the above exception, another exception occurred:
# expect:     | 
# expect:     | Traceback (most recent call last):
# expect:     |   File, in raised_anew
# expect:     |     raise OSError("other")
# expect:     | OSError: other
# expect:     +---------------- 3 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File, in raised_anew
# expect:     |     raise ExceptionGroup("first", [ValueError(1), KeyError(2), TypeError(3)])
# expect:     | ExceptionGroup: first (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | TypeError: 3
# expect:       +------------------------------------
# expect:   | ExceptionGroup: wide (17 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | ValueError: 1
# expect:     +---------------- 3 ----------------
# expect:     | ValueError: 2
# expect:     +---------------- 4 ----------------
# expect:     | ValueError: 3
# expect:     +---------------- 5 ----------------
# expect:     | ValueError: 4
# expect:     +---------------- 6 ----------------
# expect:     | ValueError: 5
# expect:     +---------------- 7 ----------------
# expect:     | ValueError: 6
# expect:     +---------------- 8 ----------------
# expect:     | ValueError: 7
# expect:     +---------------- 9 ----------------
# expect:     | ValueError: 8
# expect:     +---------------- 10 ----------------
# expect:     | ValueError: 9
# expect:     +---------------- 11 ----------------
# expect:     | ValueError: 10
# expect:     +---------------- 12 ----------------
# expect:     | ValueError: 11
# expect:     +---------------- 13 ----------------
# expect:     | ValueError: 12
# expect:     +---------------- 14 ----------------
# expect:     | ValueError: 13
# expect:     +---------------- 15 ----------------
# expect:     | ValueError: 14
# expect:     +---------------- ... ----------------
# expect:     | and 2 more exceptions
# expect:     +------------------------------------
# expect:   | ExceptionGroup: level 11 (1 sub-exception)
# expect:   +-+---------------- 1 ----------------
# expect:     | ExceptionGroup: level 10 (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ExceptionGroup: level 9 (1 sub-exception)
# expect:       +-+---------------- 1 ----------------
# expect:         | ExceptionGroup: level 8 (1 sub-exception)
# expect:         +-+---------------- 1 ----------------
# expect:           | ExceptionGroup: level 7 (1 sub-exception)
# expect:           +-+---------------- 1 ----------------
# expect:             | ExceptionGroup: level 6 (1 sub-exception)
# expect:             +-+---------------- 1 ----------------
# expect:               | ExceptionGroup: level 5 (1 sub-exception)
# expect:               +-+---------------- 1 ----------------
# expect:                 | ExceptionGroup: level 4 (1 sub-exception)
# expect:                 +-+---------------- 1 ----------------
# expect:                   | ExceptionGroup: level 3 (1 sub-exception)
# expect:                   +-+---------------- 1 ----------------
# expect:                     | ExceptionGroup: level 2 (1 sub-exception)
# expect:                     +-+---------------- 1 ----------------
# expect:                       | ... (max_group_depth is 10)
# expect:                       +------------------------------------
# expect: cannot have both 'except' and 'except*' on the same 'try' (made, line 7)
# expect: expected one or more exception types (made, line 5)
# expect: 'break', 'continue' and 'return' cannot appear in an except* block (made, line 6)
# expect: 'break', 'continue' and 'return' cannot appear in an except* block (made, line 6)
