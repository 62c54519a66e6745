"""traceback: the texts that CPython prints."""
import sys
from _vm import format_exception as _format


def _current():
    return sys.exc_info()[1]


def format_exc(limit=None, chain=True):
    error = _current()
    return "NoneType: None\n" if error is None else _format(error)


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc())


def format_exception(error, value=None, tb=None):
    text = _format(error if value is None else value)
    return [line + "\n" for line in text.split("\n")[:-1]]


def print_exception(error, value=None, tb=None, limit=None, file=None):
    (file or sys.stderr).write(_format(error if value is None else value))


def format_exception_only(error, value=None):
    return format_exception(error, value)[-1:]
