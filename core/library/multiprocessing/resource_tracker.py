"""The resource tracker: a process that removes the names of semaphores when everybody else is gone."""

import os
import sys
import _forkscope

_KINDS = ("noop", "semaphore")
_LONGEST_LINE = 512


class ResourceTracker:
    def __init__(self):
        self._fd = None
        self._pid = None

    def getfd(self):
        self.ensure_running()
        return self._fd

    def ensure_running(self):
        if self._fd is not None:
            if self._check_alive():
                return
            _forkscope.close(self._fd)
            if self._pid is not None:
                _forkscope.wait(self._pid)
            self._fd = None
            self._pid = None
            sys.stderr.write(
                "UserWarning: resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.\n"
            )
        self._launch()

    def _launch(self):
        from . import spawn

        r, w, _ = _forkscope.pipe()
        try:
            program = f"from multiprocessing.resource_tracker import main;main({r})"
            self._pid = _forkscope.spawn([spawn.get_executable(), "-c", program], [2, r])
        except:
            _forkscope.close(w)
            raise
        finally:
            _forkscope.close(r)
        self._fd = w

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

    def _send(self, command, name, rtype):
        self.ensure_running()
        message = f"{command}:{name}:{rtype}\n".encode("ascii")
        if len(message) > _LONGEST_LINE:
            raise ValueError("msg too long")
        _forkscope.write(self._fd, message)


_tracker = ResourceTracker()
ensure_running = _tracker.ensure_running
register = _tracker.register
unregister = _tracker.unregister
getfd = _tracker.getfd


def main(fd):
    """The tracker itself: reads lines until everybody has closed the other end."""
    from _vm import exit

    _forkscope.note("process_named", 0, 4, 0, "resource tracker")
    _ignore_signals()
    names = []
    code = 0
    pending = b""
    while True:
        piece = _forkscope.read(fd, 4096)
        if not piece:
            break
        lines = (pending + piece).split(b"\n")
        pending = lines.pop()
        for line in lines:
            code = _obey(line, names) or code
    exit(_clean_up(names) or code)


def _ignore_signals():
    try:
        import signal
    except ImportError:
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _obey(line, names):
    command, name, rtype = line.decode("ascii").split(":")
    if rtype not in _KINDS or command not in ("REGISTER", "UNREGISTER", "PROBE"):
        sys.stderr.write(f"resource_tracker: bad line {line!r}\n")
        return 3
    if command == "REGISTER" and name not in names:
        names.append(name)
    if command == "UNREGISTER":
        if name not in names:
            sys.stderr.write(f"resource_tracker: nobody registered {name}\n")
            return 3
        names.remove(name)
    return 0


def _clean_up(names):
    import _multiprocessing

    if not names:
        return 0
    sys.stderr.write(
        "UserWarning: resource_tracker: There appear to be "
        f"{len(names)} leaked semaphore objects to clean up at shutdown\n"
    )
    code = 1
    for name in names:
        try:
            _multiprocessing.sem_unlink(name)
        except OSError as error:
            sys.stderr.write(f"UserWarning: resource_tracker: {name!r}: {error}\n")
            code = 2
    return code
