"""Starting a child as Windows does, imitated: the program first, its pickle after, and an end that nothing can catch."""

import _forkscope
from . import popen_fork
from . import popen_spawn_posix
from . import spawn

# How TerminateProcess() shows in Process.exitcode.
_TERMINATED = -15


class Popen(popen_spawn_posix.Popen):
    method = "spawn"

    def __init__(self, process_obj):
        self._terminated = False
        popen_spawn_posix.Popen.__init__(self, process_obj)

    def _launch(self, process_obj):
        preparation = spawn.get_preparation_data(process_obj._name)
        _forkscope.note("start_stage", 0, 3, 1, "what the child needs to know")
        # A pickle that fails comes too late on Windows: the child is there already, and finds nothing in its pipe. Here
        # descriptors pass to a child only as it starts, so a pickle that works is made before.
        error = None
        try:
            message = self._pickled(preparation, process_obj)
        except Exception as failure:
            error = failure
            message = self._pickled(preparation, None)
            # its first frame alone: a length in 4 bytes, and what it tells
            message = message[: 4 + int.from_bytes(message[:4], "big")]
        _forkscope.note("start_stage", 0, 4, 1, f"pickled: {len(message)} bytes")
        self._run(None, message)
        if error is not None:
            self.close()
            raise error

    def _look(self, timeout):
        code = popen_fork.Popen._look(self, timeout)
        if self._terminated and code is not None:
            self.returncode = _TERMINATED
        return self.returncode

    def terminate(self):
        if self.returncode is None:
            self._terminated = True
            self._send_signal(popen_fork.SIGKILL)

    kill = terminate
