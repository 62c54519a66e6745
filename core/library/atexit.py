"""What is to be called at the normal end of a process, last registered first."""

_callbacks = []


def register(func, /, *args, **kwargs):
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func):
    _callbacks[:] = [entry for entry in _callbacks if entry[0] != func]


def _clear():
    _callbacks.clear()


def _run_exitfuncs():
    while _callbacks:
        func, args, kwargs = _callbacks.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            _report(func, error)


def _report(func, error):
    import sys
    from _vm import format_exception

    sys.stderr.write(f"Exception ignored in atexit callback: {func!r}\n" + format_exception(error))
