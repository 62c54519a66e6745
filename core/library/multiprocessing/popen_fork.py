"""Starting a child by fork, and what the parent holds of it."""

import atexit
import os
import sys
import _forkscope
import _personality
from . import util

SIGTERM = 15
SIGKILL = 9


class Popen:
    method = "fork"

    def __init__(self, process_obj):
        _forkscope.note("start_stage", 0, 1, self._number, "flush the output")
        util._flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._launch(process_obj)

    _number = 0

    def duplicate_for_child(self, descriptor):
        return descriptor

    def poll(self):
        return self._look(0)

    def _look(self, timeout):
        if self.returncode is None:
            try:
                self.returncode = _forkscope.wait(self.pid, timeout)
            except OSError:
                # somebody else has waited for it
                return None
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None:
                from .connection import wait

                if not wait([self.sentinel], timeout):
                    return None
            return self._look(0 if timeout == 0.0 else None)
        return self.returncode

    def _send_signal(self, number):
        if self.returncode is None:
            try:
                _forkscope.kill(self.pid, number)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        self._send_signal(SIGTERM)

    def kill(self):
        self._send_signal(SIGKILL)

    def _launch(self, process_obj):
        parent_r, child_w, _ = _forkscope.pipe()
        child_r, parent_w, _ = _forkscope.pipe()
        _forkscope.note("start_stage", 0, 2, 0, "two pipes: the child's end, the parent's end")
        _forkscope.name_child(process_obj._name)
        self.pid = os.fork()
        if self.pid == 0:
            self._run_child(process_obj, parent_r, parent_w, child_r)
        _forkscope.note("start_stage", 0, 3, 0, "fork")
        _forkscope.close(child_w)
        _forkscope.close(child_r)
        # closes them when it is closed or nobody has it any more
        self.finalizer = _forkscope.keep_open((parent_r, parent_w), True)
        self.sentinel = parent_r
        _forkscope.note("start_stage", 0, 5, 0, "start() returns")

    def _run_child(self, process_obj, parent_r, parent_w, child_r):
        from _vm import exit

        code = 1
        try:
            if _personality.ATEXIT_IN_CHILDREN:
                atexit._clear()
                atexit.register(util._exit_function)
            _forkscope.note("start_stage", 0, 6, 0, "the child begins")
            if _forkscope.shows_children():
                from . import _evidence

                _evidence.remember_copied()
            _forkscope.close(parent_r)
            _forkscope.close(parent_w)
            process_obj._popen_method = "fork"
            code = process_obj._bootstrap(parent_sentinel=child_r)
        finally:
            if _personality.ATEXIT_IN_CHILDREN:
                atexit._run_exitfuncs()
            exit(code)

    def close(self):
        if self.finalizer is not None:
            descriptors = self.finalizer.forget()
            self.finalizer = None
            for descriptor in descriptors:
                _forkscope.close(descriptor)
