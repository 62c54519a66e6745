"""atexit: functions that run when the interpreter ends; _main calls _run_exitfuncs."""

_functions = []


def register(func, *args, **kwargs):
    _functions.append((func, args, kwargs))
    return func


def unregister(func):
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _clear():
    _functions.clear()


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            from _uncaught import report_ignored
            report_ignored(error, func, "Exception ignored in atexit callback")
