"""The beginning and the end of a process, as python's own. Called by the engine in every process that was not forked."""

import builtins
import sys
import _forkscope
import _gc
import _os
import _vm
import _weakref

# What --start-method says; "" = the program's own choice.
start_method = ""

_Generator = type((lambda: (yield))())

# Whether KeyboardInterrupt ended the program: then it dies of SIGINT, so that whoever started it knows.
_interrupted = False


def run(mode, target, argv, chosen_start_method=""):
    """mode 'file': runs the file `target` as __main__; 'command': runs the text `target`, as -c does."""
    global start_method
    start_method = chosen_start_method
    sys.argv[:] = argv
    # a spawned child and the resource tracker say themselves who they are
    if mode == "file" or not target.startswith("from multiprocessing."):
        _forkscope.note("process_named", 0, 3, 0, "MainProcess")
    _forkscope.note("thread_named", 0, 0, 0, "MainThread")
    code = _run_guarded(mode, target)
    code = _finish(code)
    if _interrupted:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        _forkscope.kill(_os.getpid(), signal.SIGINT)
    _vm.exit(code)


def _run_guarded(mode, target):
    try:
        if mode == "file":
            sys.path.insert(0, _folder_of(target))
            _vm.run_file_as(target, "__main__")
        else:
            sys.path.insert(0, "")
            _vm.run_command(target)
    except SystemExit as error:
        return _exit_code_of(error)
    except BaseException as error:
        return _report(error)
    return 0


def _report(error):
    from _uncaught import note_uncaught

    global _interrupted
    note_uncaught(error)
    _show(error)
    _interrupted = isinstance(error, KeyboardInterrupt)
    return 130 if _interrupted else 1


def _show(error):
    """By the program's own excepthook, if it has one."""
    if sys.excepthook is _excepthook:
        _shorten(error)
        _tell(_vm.format_exception(error))
        return
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception as failure:
        _tell("Error in sys.excepthook:\n" + _vm.format_exception(failure))
        _tell("\nOriginal exception was:\n" + _vm.format_exception(error))


def _tell(text):
    if sys.stderr is not None:
        sys.stderr.write(text)


def _shorten(error):
    """The last 1000 frames are shown, or as many as sys.tracebacklimit says."""
    limit = getattr(sys, "tracebacklimit", 1000)
    seen = []
    while error is not None and not any([error is other for other in seen]):
        seen.append(error)
        frames = []
        entry = error.__traceback__
        while entry is not None:
            frames.append(entry)
            entry = entry.tb_next
        if len(frames) > limit:
            error.__traceback__ = frames[-limit] if limit > 0 else None
        error = error.__cause__ if error.__cause__ is not None else error.__context__


def _excepthook(exctype, value, traceback, /):
    if isinstance(value, BaseException):
        sys.stderr.write(_vm.format_exception(value))
        return
    import traceback as module

    module.print_exception(exctype, value, traceback)


sys.excepthook = sys.__excepthook__ = _excepthook


def _unraisablehook(unraisable, /):
    from _uncaught import show_ignored

    show_ignored(unraisable)


sys.unraisablehook = sys.__unraisablehook__ = _unraisablehook


def _displayhook(value, /):
    if value is None:
        return
    builtins._ = None
    if sys.stdout is None:
        raise RuntimeError("lost sys.stdout")
    sys.stdout.write(repr(value) + "\n")
    builtins._ = value


sys.displayhook = sys.__displayhook__ = _displayhook


def show_warnings(text):
    """What the compiler found in a program: its code calls this before all else."""
    sys.stderr.write(text)


def _folder_of(path):
    at = path.rfind("/")
    if at < 0:
        return ""
    return path[:at] or "/"


def _exit_code_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return int(error.code) & 0xFF
    if sys.stdout is not None:
        sys.stdout.flush()
    _tell(f"{error.code}\n")
    return 1


def _finish(code):
    """Threads first, then what is registered with atexit (multiprocessing among it), then the output."""
    try:
        if "threading" in sys.modules:
            sys.modules["threading"]._shutdown()
        if "atexit" in sys.modules:
            sys.modules["atexit"]._run_exitfuncs()
    except BaseException as error:
        code = _report(error)
    if "_files" in sys.modules:
        sys.modules["_files"].flush_all()
    _gc.end()
    if _weakref.exist() or _has_generators():
        _let_go()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not getattr(stream, "closed", False):
                stream.flush()
        except (OSError, ValueError):
            code = code or 120
    return code


def _has_generators():
    """Whether the program's names hold generators: one may wait inside a try statement."""
    main = sys.modules.get("__main__")
    return main is not None and any([type(value) is _Generator for value in vars(main).values()])


def _let_go():
    """Of what the program's module holds, so that __del__ is called: all at once where nothing but what it holds leads to it,
    so that its names are still there. Else name by name, its private ones first."""
    module = _weakref.ref(sys.modules["__main__"]) if "__main__" in sys.modules else None
    for name in ("__mp_main__", "__main__"):
        sys.modules.pop(name, None)
    _gc.end()
    main = module() if module is not None else None
    for private in (True, False):
        for name in list(vars(main) if main is not None else ()):
            if not name.startswith("__") and name.startswith("_") == private:
                setattr(main, name, None)
