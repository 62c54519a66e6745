"""Starting a child as a fresh interpreter, which gets everything it needs by pickle."""

import _forkscope
import _pickle
from . import context
from . import popen_fork
from . import spawn
from . import util


class _DupFd:
    """A descriptor that the child has under the same number."""

    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


class Popen(popen_fork.Popen):
    method = "spawn"
    DupFd = _DupFd
    _number = 1

    def __init__(self, process_obj):
        self._fds = []
        popen_fork.Popen.__init__(self, process_obj)

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _launch(self, process_obj):
        from . import resource_tracker

        tracker = resource_tracker.getfd()
        self._fds.append(tracker)
        _forkscope.note("start_stage", 0, 2, 1, "the resource tracker runs")
        preparation = spawn.get_preparation_data(process_obj._name)
        _forkscope.note("start_stage", 0, 3, 1, "what the child needs to know")
        message = self._pickled(preparation, process_obj)
        _forkscope.note("start_stage", 0, 4, 1, f"pickled: {len(message)} bytes")
        _forkscope.name_child(process_obj._name)
        self._run(tracker, message)

    def _pickled(self, preparation, process_obj):
        context.set_spawning_popen(self)
        try:
            return _forkscope.frame(_pickle.dumps(preparation)) + _forkscope.frame(_pickle.dumps(process_obj))
        finally:
            context.set_spawning_popen(None)

    def _write(self, descriptor, message):
        while message:
            message = message[_forkscope.write(descriptor, message) :]

    def _run(self, tracker, message):
        parent_r = child_w = child_r = parent_w = None
        try:
            parent_r, child_w, _ = _forkscope.pipe()
            child_r, parent_w, _ = _forkscope.pipe()
            _forkscope.note("start_stage", 0, 5, 1, "two pipes")
            command = spawn.get_command_line(tracker_fd=tracker, pipe_handle=child_r)
            self._fds.extend([child_r, child_w])
            self.pid = util.spawnv_passfds(command[0], command, self._fds)
            _forkscope.note("start_stage", 0, 6, 1, "a new program is started")
            self.sentinel = parent_r
            self._write(parent_w, message)
            _forkscope.note("start_stage", 0, 7, 1, "the pickle is written")
        finally:
            for descriptor in (child_r, child_w):
                if descriptor is not None:
                    _forkscope.close(descriptor)
            kept = tuple([d for d in (parent_r, parent_w) if d is not None])
            self.finalizer = _forkscope.keep_open(kept, True)
        _forkscope.note("start_stage", 0, 8, 1, "start() returns")
