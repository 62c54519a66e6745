"""The resource tracker: a process that removes the names of semaphores and shared memory when everybody else is gone.

It manages nothing else. Its pipe tells it what exists (lines of at most 512 bytes, so that they never mix), and that all
processes that could use them have ended.
"""

import os
import signal
import sys
import threading
import _forkscope
import _personality

_LONGEST_LINE = 512


def _unlink_semaphore(name):
    import _multiprocessing

    _multiprocessing.sem_unlink(name)


def _unlink_shared_memory(name):
    import _memory

    _memory.unlink(name)


def _nothing(name):
    raise RuntimeError("never called")


_CLEANUP_FUNCS = {"noop": _nothing, "semaphore": _unlink_semaphore, "shared_memory": _unlink_shared_memory}


class ResourceTracker:
    def __init__(self):
        self._lock = threading.Lock()
        self._fd = None
        self._pid = None

    def _stop(self):
        with self._lock:
            if self._fd is None:
                return
            _forkscope.close(self._fd)
            self._fd = None
            os.waitpid(self._pid, 0)
            self._pid = None

    def getfd(self):
        self.ensure_running()
        return self._fd

    def ensure_running(self):
        """Starts the tracker unless it runs. Every child of ours uses the same one."""
        with self._lock:
            if self._fd is not None:
                if self._check_alive():
                    return
                self._forget_dead()
            self._launch()

    def _forget_dead(self):
        _forkscope.close(self._fd)
        try:
            # a child has the tracker of its parent, which is not its own to wait for
            if self._pid is not None:
                os.waitpid(self._pid, 0)
        except ChildProcessError:
            pass
        self._fd = None
        self._pid = None
        _warn("resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.")

    def _launch(self):
        from . import spawn
        from . import util

        r, w, _ = _forkscope.pipe()
        try:
            command = spawn.get_command(f"from multiprocessing.resource_tracker import main;main({r})")
            # a Ctrl+C is for the program: whoever cleans up after it must survive it
            _forkscope.name_child("ResourceTracker")
            self._pid = util.spawnv_passfds(command[0], command, [2, r], True)
        except:
            _forkscope.close(w)
            raise
        else:
            self._fd = w
        finally:
            _forkscope.close(r)

    def _check_alive(self):
        try:
            _forkscope.write(self._fd, b"PROBE:0:noop\n")
        except OSError:
            return False
        return True

    def register(self, name, rtype):
        self._send("REGISTER", name, rtype)

    def unregister(self, name, rtype):
        self._send("UNREGISTER", name, rtype)

    def _send(self, cmd, name, rtype):
        self.ensure_running()
        message = f"{cmd}:{name}:{rtype}\n".encode("ascii")
        if len(message) > _LONGEST_LINE:
            raise ValueError("msg too long")
        written = _forkscope.write(self._fd, message)
        assert written == len(message), f"nbytes {written} but len(msg) {len(message)}"


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd


def _warn(message):
    import warnings

    warnings.warn(message)


def main(fd):
    """The tracker itself: reads lines until everybody has closed the other end."""
    _forkscope.note("process_named", 0, 4, 0, "resource tracker")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    names = {rtype: set() for rtype in _CLEANUP_FUNCS}
    code = _read_lines(fd, names)
    code = _clean_up(names) or code
    sys.exit(code if _personality.TRACKER_TELLS_LEAKS else 0)


def _read_lines(fd, names):
    code = 0
    pending = b""
    while True:
        piece = _forkscope.read(fd, 4096)
        if not piece:
            return code
        *lines, pending = (pending + piece).split(b"\n")
        for line in lines:
            try:
                _obey(line, names)
            except Exception as error:
                from _vm import format_exception

                code = 3
                sys.stderr.write(format_exception(error))


def _obey(line, names):
    cmd, name, rtype = line.strip().decode("ascii").split(":")
    if rtype not in _CLEANUP_FUNCS:
        raise ValueError(f"Cannot register {name} for automatic cleanup: unknown resource type {rtype}")
    if cmd == "REGISTER":
        names[rtype].add(name)
    elif cmd == "UNREGISTER":
        names[rtype].remove(name)
    elif cmd != "PROBE":
        raise RuntimeError(f"unrecognized command {cmd!r}")


def _warn_of(leaked, rtype):
    text = f"resource_tracker: There appear to be {len(leaked)} leaked {rtype} objects to clean up at shutdown"
    try:
        _warn(f"{text}: {leaked}" if _personality.TRACKER_TELLS_LEAKS else text)
    except Exception:
        # whatever cannot be said, the names must go
        pass


def _clean_up(names):
    code = 0
    for rtype, leaked in names.items():
        if not leaked:
            continue
        code = 1
        _warn_of(leaked, rtype)
        for name in leaked:
            try:
                _CLEANUP_FUNCS[rtype](name)
            except Exception as error:
                code = 2
                _warn(f"resource_tracker: {name!r}: {error}")
    return code
