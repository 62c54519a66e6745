"""Process objects: what the parent holds of a child, and how a child begins and ends."""

import os
import sys
import _forkscope
import _os
import _personality

ORIGINAL_DIR = os.getcwd()

_METHOD_NUMBERS = {"fork": 0, "spawn": 1, "forkserver": 2, "first": 3}


def current_process():
    return _current_process


def active_children():
    _cleanup()
    return list(_children)


def parent_process():
    return _parent_process


def _cleanup():
    for child in list(_children):
        if child._popen is None or child._popen.poll() is not None:
            _forget_child(child)


def _forget_child(child):
    if child in _children:
        _children.remove(child)


class BaseProcess:
    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        global _process_counter
        _process_counter += 1
        self._identity = _current_process._identity + (_process_counter,)
        self._config = dict(_current_process._config)
        self._parent_pid = os.getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join([str(i) for i in self._identity])
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), "daemonic processes are not allowed to have children"
        _cleanup()
        # which method is not known yet
        _forkscope.note("start_stage", 0, 0, -1, "start() begins")
        if _forkscope.shows_children():
            from . import _evidence

            _evidence.tell_parent(self)
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        del self._target, self._args, self._kwargs
        _children.append(self)

    def terminate(self):
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _forget_child(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _forget_child(self)
        return False

    def close(self):
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError(
                    "Cannot close a process while it is still running. "
                    "You should first call join() or terminate()."
                )
            self._popen.close()
            self._popen = None
            del self._sentinel
            _forget_child(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name
        if self is _current_process:
            _note_name(self)

    @property
    def daemon(self):
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        """What the two ends of a connection prove that they know."""
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        if self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    @property
    def pid(self):
        return self.ident

    @property
    def sentinel(self):
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != os.getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = self._popen.poll()
            status = "started" if exitcode is None else "stopped"
        info = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            info.append(f"pid={self._popen.pid}")
        info.append(f"parent={self._parent_pid}")
        info.append(status)
        if exitcode is not None:
            info.append(f"exitcode={_exit_code_names().get(exitcode, exitcode)}")
        if self.daemon:
            info.append("daemon")
        return f"<{' '.join(info)}>"

    def _bootstrap(self, parent_sentinel=None):
        from . import context
        from . import util
        import threading

        global _current_process, _parent_process, _process_counter, _children
        exitcode = 1
        try:
            if self._start_method is not None:
                context._force_start_method(self._start_method)
            _process_counter = 0
            _children = []
            util._close_stdin()
            _current_process = self
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            _note_name(self)
            if self._popen_method != "spawn":
                util._after_fork()
            util.info("child process calling self.run()")
            shows = _forkscope.shows_children()
            if shows:
                self._show(True)
            self._note_first_line()
            if _personality.ATEXIT_IN_CHILDREN:
                self.run()
            else:
                try:
                    self.run()
                finally:
                    util._exit_function()
            if shows:
                self._show(False)
            exitcode = 0
        except SystemExit as error:
            exitcode = _exit_code_of(error)
        except:
            exitcode = 1
            _print_uncaught(self)
        finally:
            threading._shutdown()
            util.info("process exiting with exitcode %d" % exitcode)
            util._flush_std_streams()
        return exitcode

    _popen_method = "spawn"

    def _show(self, before_target):
        from . import _evidence

        if before_target:
            _evidence.tell_child(self, self._popen_method != "fork")
        else:
            _evidence.stop()

    def _note_first_line(self):
        if self._popen_method == "fork":
            _forkscope.note("start_stage", 0, 7, 0, "the child is set up: run()")
        elif self._popen_method == "forkserver":
            _forkscope.note("start_stage", 0, 9, 2, "the child is set up: run()", 13)
        else:
            _forkscope.note("start_stage", 0, 13, 1, "the child is set up: run()")


class AuthenticationString(bytes):
    """A key that must not leave the family: it goes to a child as it starts, and nowhere else."""

    def __reduce__(self):
        from .context import get_spawning_popen

        if get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(list(self)),)


def _note_name(process, serves_manager=False):
    method = _METHOD_NUMBERS.get(process._popen_method, 0)
    _forkscope.note("process_named", 0, method, int(serves_manager), process._name)


def _exit_code_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return int(error.code)
    sys.stderr.write(str(error.code) + "\n")
    return 1


def _print_uncaught(process):
    from _uncaught import note_uncaught
    from _vm import format_as_module

    error = sys.exc_info()[1]
    note_uncaught(error)
    sys.stderr.write(f"Process {process.name}:\n" + format_as_module(error))


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        from .connection import wait

        return not wait([self._sentinel], timeout=0)

    @property
    def ident(self):
        return self._pid

    @property
    def pid(self):
        return self._pid

    def join(self, timeout=None):
        from .connection import wait

        wait([self._sentinel], timeout=timeout)


class _MainProcess(BaseProcess):
    _popen_method = "first"

    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {"authkey": AuthenticationString(os.urandom(32)), "semprefix": "/mp"}

    def close(self):
        pass


def _exit_code_names():
    names = {}
    for name, number in _os.signal_numbers():
        if name.startswith("SIG") and "_" not in name:
            names[-number] = "-" + name
    return names



_parent_process = None
_current_process = _MainProcess()
_process_counter = 0
_children = []
