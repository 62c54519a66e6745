"""What is told of exceptions that nobody caught: a note for the trace; of those that cannot go anywhere, by sys.unraisablehook."""

import sys
import _forkscope
from _vm import format_exception


def note_uncaught(error):
    try:
        message = str(error)
    except Exception:
        message = "<exception str() failed>"
    _forkscope.note("uncaught", 0, 0, 0, f"{type(error).__name__}: {message}")


class UnraisableHookArgs:
    def __init__(self, error, message, object):
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.err_msg, self.object = message, object

    def __repr__(self):
        names = ("exc_type", "exc_value", "exc_traceback", "err_msg", "object")
        return f"UnraisableHookArgs({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"


def report_ignored(error, object, message=None):
    arguments = UnraisableHookArgs(error, message, object)
    hook = sys.unraisablehook
    try:
        (show_ignored if hook is None else hook)(arguments)
    except BaseException as failure:
        show_ignored(UnraisableHookArgs(failure, "Exception ignored in sys.unraisablehook", hook))


def show_ignored(arguments, /):
    """What sys.unraisablehook does unless the program says otherwise."""
    if sys.stderr is None:
        return
    head = arguments.err_msg or "Exception ignored in"
    if arguments.object is not None:
        head += f": {arguments.object!r}"
    elif arguments.err_msg:
        head += ":"
    else:
        head = ""
    error = arguments.exc_value
    sys.stderr.write((head + "\n" if head else "") + ("" if error is None else format_exception(error)))
    sys.stderr.flush()
