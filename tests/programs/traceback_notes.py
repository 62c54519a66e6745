# Notes of an exception, its str() that fails.
import traceback

try:
    raise ValueError("bad value")
except ValueError as error:
    error.add_note("first note")
    error.add_note("second\nnote")
    print("".join(traceback.format_exception_only(error)), end="")
    print(error.__notes__)


class Silent(Exception):
    def __str__(self):
        raise RuntimeError("no text")


try:
    raise Silent(1)
except Silent as error:
    print(traceback.format_exception_only(error))
try:
    raise KeyError("key") from None
except KeyError as error:
    print(traceback.format_exception_only(error), error.__suppress_context__)
# expect: ValueError: bad value
# expect: first note
# expect: second
# expect: note
# expect: ['first note', 'second\nnote']
# expect: ['Silent: <exception str() failed>\n']
# expect: ["KeyError: 'key'\n"] True
