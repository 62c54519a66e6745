"""Starting a child by asking the fork server, which is its parent then: what it does is told by a pipe."""

import _forkscope
from . import forkserver
from . import popen_spawn_posix
from . import spawn


class _DupFd:
    """A descriptor that is sent to the child, by its place among those that are."""

    def __init__(self, ind):
        self.ind = ind

    def detach(self):
        return forkserver.get_inherited_fds()[self.ind]


class Popen(popen_spawn_posix.Popen):
    method = "forkserver"
    DupFd = _DupFd
    _number = 2
    _SERVER_DIED = 255

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return len(self._fds) - 1

    def _launch(self, process_obj):
        preparation = spawn.get_preparation_data(process_obj._name)
        message = self._pickled(preparation, process_obj)
        _forkscope.note("start_stage", 0, 1, 2, f"pickled: {len(message)} bytes")
        self.sentinel, w = forkserver.connect_to_new_process(self._fds)
        # as long as this copy is open, the child knows that we are alive
        parent_w = _forkscope.duplicate(w)
        self.finalizer = _forkscope.keep_open((parent_w, self.sentinel), True)
        try:
            self._write(w, message)
        finally:
            _forkscope.close(w)
        _forkscope.note("start_stage", 0, 5, 2, "the pickle is written")
        self.pid = forkserver.read_signed(self.sentinel)
        _forkscope.note("start_stage", 0, 6, 2, "the child's pid is read: start() returns")

    def _look(self, timeout):
        if self.returncode is None:
            from .connection import wait

            if not wait([self.sentinel], timeout):
                return None
            try:
                self.returncode = forkserver.read_signed(self.sentinel)
            except (OSError, EOFError):
                # nobody is left who could say how it ended
                self.returncode = self._SERVER_DIED
        return self.returncode
