"""What happens at the end of a process and after a fork."""

import atexit
import os
import sys

_finalizers = {}
_finalizer_counter = 0
_after_fork_hooks = []
_exiting = False

# Grows in every forked child: who remembers an older one has state of the parent's threads.
generation = 0


def register_after_fork(obj, function):
    _after_fork_hooks.append((function, obj))


def _after_fork():
    """In a forked child: the parent's finalizers are not ours; hooks run in the order they were registered."""
    global generation, _exiting
    generation += 1
    _exiting = False
    _finalizers.clear()
    for function, obj in list(_after_fork_hooks):
        function(obj)


class Finalize:
    """Something to be done once: at the end of the process (the higher the priority the earlier), or when called."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        global _finalizer_counter
        _finalizer_counter += 1
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _finalizer_counter)
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self):
        if _finalizers.pop(self._key, None) is None:
            return None
        if self._pid != os.getpid():
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        _finalizers.pop(self._key, None)

    def still_active(self):
        return self._key in _finalizers


def _run_finalizers(minpriority=None):
    """Those with a priority of at least `minpriority` (None: any), highest first, latest first among equals."""
    keys = [key for key in _finalizers if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    keys.sort(reverse=True)
    for key in keys:
        finalizer = _finalizers.get(key)
        if finalizer is None:
            continue
        try:
            finalizer()
        except Exception as error:
            from _vm import format_exception

            sys.stderr.write(format_exception(error))


def is_exiting():
    return _exiting


def _exit_function():
    """The end of a process: finalizers from 0 up, daemons killed, children joined, the other finalizers."""
    global _exiting
    from . import process

    if _exiting:
        return
    _exiting = True
    _run_finalizers(0)
    for child in process.active_children():
        if child.daemon:
            child._popen.terminate()
    for child in process.active_children():
        child.join()
    _run_finalizers()


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


class _NoInput:
    """The standard input of a child: nothing to read."""

    def read(self, size=-1):
        return ""

    def readline(self, size=-1):
        return ""

    def readlines(self, hint=-1):
        return []

    def __iter__(self):
        return iter([])

    def fileno(self):
        return -1

    def isatty(self):
        return False

    def close(self):
        pass


def _close_stdin():
    sys.stdin = _NoInput()


def debug(message, *args):
    pass


sub_debug = debug
info = debug
sub_warning = debug

atexit.register(_exit_function)
