"""The note of an exception that nobody caught, for the trace."""

import _forkscope


def note_uncaught(error):
    try:
        message = str(error)
    except Exception:
        message = "<exception str() failed>"
    _forkscope.note("uncaught", 0, 0, 0, f"{type(error).__name__}: {message}")
