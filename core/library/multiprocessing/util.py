"""What happens at the end of a process and after a fork; the package's logger; what forked processes may share."""

import atexit
import os
import sys
import threading
import _forkscope

_finalizers = {}
_finalizer_counter = 0
_after_fork_hooks = []
_exiting = False

# Grows in every forked child: who remembers an older one has state of the parent's threads.
generation = 0

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False


def sub_debug(message, *args):
    if _logger:
        _logger.log(SUBDEBUG, message, *args)


def debug(message, *args):
    if _logger:
        _logger.log(DEBUG, message, *args)


def info(message, *args):
    if _logger:
        _logger.log(INFO, message, *args)


def sub_warning(message, *args):
    if _logger:
        _logger.log(SUBWARNING, message, *args)


def get_logger():
    global _logger
    import logging

    if not _logger:
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        # the logger's end comes after ours, which still writes to it
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


def is_abstract_socket_namespace(address):
    """Whether a Unix socket's address is a name without a file."""
    if not address:
        return False
    if isinstance(address, bytes):
        return address[0] == 0
    if isinstance(address, str):
        return address[0] == "\0"
    raise TypeError(f"address type of {address!r} unrecognized")


def random_name():
    """8 characters that nobody else has, by which the session can find what a killed process left."""
    return _forkscope.semaphore_name()[-8:]


def get_temp_dir():
    """The folder of this process and its children, removed at the end of the process that made it."""
    from . import process

    config = process.current_process()._config
    folder = config.get("tempdir")
    if folder is None:
        folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "pymp-" + random_name())
        os.mkdir(folder, 0o700)
        info("created temp directory %s", folder)
        # late, because other finalizers may want to put something there
        Finalize(None, _remove_temp_dir, args=(folder,), exitpriority=-100)
        config["tempdir"] = folder
    return folder


def _remove_temp_dir(folder):
    from . import process

    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))
    os.rmdir(folder)
    process.current_process()._config["tempdir"] = None


def spawnv_passfds(path, args, passfds, is_out_of_reach=False):
    """Starts a program in which only the three streams and `passfds` are open, with the environment as it is now. Out of
    reach: SIGINT and SIGTERM do not end it."""
    environment = [f"{name}={value}" for name, value in os.environ.items()]
    return _forkscope.spawn([path, *args[1:]], passfds, environment, is_out_of_reach)


def register_after_fork(obj, function):
    collect()
    _after_fork_hooks.append(_Hook(obj, function))


class _Hook:
    def __init__(self, obj, function):
        self.obj = obj
        self.function = function

    def is_alone(self):
        return sys.getrefcount(self.obj) <= _ALONE


class _Life:
    """Held by an object and by its finalizer: when only the finalizer is left, the object has gone."""


_probe = _Hook(_Life(), None)
# What getrefcount() says in is_alone() of something that nobody else has.
_ALONE = 0
while not _probe.is_alone():
    _ALONE += 1


def collect():
    """Forgets hooks of objects that nobody else has, and runs finalizers of objects that have gone. Called wherever that may
    be noticed, since objects here do not say that they end."""
    _after_fork_hooks[:] = [hook for hook in _after_fork_hooks if not hook.is_alone()]
    for finalizer in list(_finalizers.values()):
        if finalizer.has_no_object():
            finalizer()


def _after_fork():
    """In a forked child: the parent's finalizers are not ours; hooks run in the order they were registered."""
    global generation
    generation += 1
    _finalizers.clear()
    for hook in list(_after_fork_hooks):
        try:
            hook.function(hook.obj)
        except Exception as error:
            info("after forker raised exception %s", error)


class Finalize:
    """Something to be done once: at the end of the process (the higher the priority the earlier), or when called."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        global _finalizer_counter
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _finalizer_counter)
        _finalizer_counter += 1
        self._pid = os.getpid()
        self._life = None
        if obj is not None:
            collect()
            self._life = _Life()
            try:
                setattr(obj, f"_finalizer_{self._key[1]}", self._life)
            except (AttributeError, TypeError):
                self._life = None
        _finalizers[self._key] = self

    def has_no_object(self):
        return self._life is not None and sys.getrefcount(self._life) <= _ALONE

    def __call__(self):
        if _finalizers.pop(self._key, None) is None:
            sub_debug("finalizer no longer registered")
            return None
        if self._pid != os.getpid():
            sub_debug("finalizer ignored because different process")
            result = None
        else:
            sub_debug("finalizer calling %s with args %s and kwargs %s", self._callback, self._args, self._kwargs)
            result = self._callback(*self._args, **self._kwargs)
        self._forget()
        return result

    def _forget(self):
        self._callback = self._args = self._kwargs = self._key = self._life = None

    def cancel(self):
        if _finalizers.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        return self._key in _finalizers

    def __repr__(self):
        if self._life is None:
            return f"<{type(self).__name__} object, dead>"
        text = f"<{type(self).__name__} object, callback={getattr(self._callback, '__name__', self._callback)}"
        if self._args:
            text += ", args=" + str(self._args)
        if self._kwargs:
            text += ", kwargs=" + str(self._kwargs)
        if self._key[0] is not None:
            text += ", exitpriority=" + str(self._key[0])
        return text + ">"


def _run_finalizers(minpriority=None):
    """Those with a priority of at least `minpriority` (None: any), highest first, latest first among equals."""
    collect()
    # other threads may register theirs meanwhile
    keys = [key for key in list(_finalizers) if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    keys.sort(reverse=True)
    for key in keys:
        finalizer = _finalizers.get(key)
        if finalizer is None:
            continue
        sub_debug("calling %s", finalizer)
        try:
            finalizer()
        except Exception as error:
            from _vm import format_as_module

            sys.stderr.write(format_as_module(error))
    if minpriority is None:
        _finalizers.clear()


def is_exiting():
    return _exiting


def _exit_function():
    """The end of a process: finalizers from 0 up, daemons killed, children joined, the other finalizers."""
    global _exiting
    from . import process

    if _exiting:
        return
    _exiting = True
    info("process shutting down")
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    for child in process.active_children():
        if child.daemon:
            info("calling terminate() for daemon %s", child.name)
            child._popen.terminate()
    for child in process.active_children():
        info("calling join() for process %s", child.name)
        child.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


class ForkAwareThreadLock:
    """A lock that is free in a forked child whatever another thread of the parent did with it."""

    def __init__(self):
        self._renew()
        register_after_fork(self, ForkAwareThreadLock._renew)

    def _renew(self):
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)


class ForkAwareLocal(threading.local):
    """Attributes of each thread, of which a forked child has none."""

    def __init__(self):
        register_after_fork(self, ForkAwareLocal._clear)

    def _clear(self):
        self.__dict__.clear()

    def __reduce__(self):
        return type(self), ()


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


atexit.register(_exit_function)
