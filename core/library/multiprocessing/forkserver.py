"""The fork server: a process without threads that forks a child for everybody who asks, and what its clients hold of it."""

import atexit
import os
import signal
import sys
import threading
import _forkscope
import _personality
import _vm
from . import connection
from . import process
from . import reduction
from . import resource_tracker
from . import spawn
from . import util

MAXFDS_TO_SEND = 256
_SIGNED_SIZE = 8
_BACKLOG = 128


class ForkServer:
    def __init__(self):
        self._forkserver_address = None
        self._forkserver_alive_fd = None
        self._forkserver_pid = None
        self._inherited_fds = None
        self._lock = threading.Lock()
        self._preload_modules = ["__main__"]

    def _stop(self):
        with self._lock:
            self._stop_unlocked()

    def _stop_unlocked(self):
        if self._forkserver_pid is None:
            return
        # its last reader: the server ends
        _forkscope.close(self._forkserver_alive_fd)
        self._forkserver_alive_fd = None
        os.waitpid(self._forkserver_pid, 0)
        self._forkserver_pid = None
        if not util.is_abstract_socket_namespace(self._forkserver_address):
            os.unlink(self._forkserver_address)
        self._forkserver_address = None

    def set_forkserver_preload(self, modules_names):
        """Modules that the server imports before it forks anything."""
        if not all([type(name) is str for name in modules_names]):
            raise TypeError("module_names must be a list of strings")
        self._preload_modules = modules_names

    def get_inherited_fds(self):
        """In a child: the descriptors that came with it; None in others."""
        return self._inherited_fds

    def connect_to_new_process(self, fds):
        """Has a child forked. The pipe that tells its pid and its end, and the pipe for its pickle."""
        self.ensure_running()
        if len(fds) + 4 >= MAXFDS_TO_SEND:
            raise ValueError("too many fds")
        client, _, _ = _forkscope.connect(self._forkserver_address, 0)
        try:
            parent_r, child_w, _ = _forkscope.pipe()
            child_r, parent_w, _ = _forkscope.pipe()
            try:
                reduction.sendfds(client, [child_r, child_w, self._forkserver_alive_fd, resource_tracker.getfd()] + fds)
                _forkscope.note("start_stage", 0, 4, 2, "the server has the pipes' other ends")
            except:
                _forkscope.close(parent_r)
                _forkscope.close(parent_w)
                raise
            finally:
                _forkscope.close(child_r)
                _forkscope.close(child_w)
        finally:
            _forkscope.close(client)
        return parent_r, parent_w

    def ensure_running(self):
        with self._lock:
            resource_tracker.ensure_running()
            _forkscope.note("start_stage", 0, 2, 2, "the resource tracker runs")
            if self._forkserver_pid is not None:
                pid, _ = os.waitpid(self._forkserver_pid, os.WNOHANG)
                if not pid:
                    return
                _forkscope.close(self._forkserver_alive_fd)
                self._forkserver_address = None
                self._forkserver_alive_fd = None
                self._forkserver_pid = None
            self._start()
            _forkscope.note("start_stage", 0, 3, 2, "the fork server is started")

    def _start(self):
        data = self._preload_data() if self._preload_modules else {}
        address = connection.arbitrary_address("AF_UNIX")
        listener, _ = _forkscope.listen(address, 0, _BACKLOG)
        try:
            if not util.is_abstract_socket_namespace(address):
                os.chmod(address, 0o600)
            alive_r, alive_w, _ = _forkscope.pipe()
            try:
                program = "from multiprocessing.forkserver import main; main(%d, %d, %r, **%r)"
                program = program % (listener, alive_r, self._preload_modules, data)
                command = spawn.get_command(program)
                _forkscope.name_child("ForkServer")
                self._forkserver_pid = util.spawnv_passfds(command[0], command, [listener, alive_r])
            except:
                _forkscope.close(alive_w)
                raise
            finally:
                _forkscope.close(alive_r)
        finally:
            _forkscope.close(listener)
        self._forkserver_address = address
        self._forkserver_alive_fd = alive_w

    def _preload_data(self):
        data = spawn.get_preparation_data("ignore")
        told = {"sys_path": data["sys_path"]}
        if _personality.FORKSERVER_PRELOADS_MAIN and "init_main_from_path" in data:
            told["main_path"] = data["init_main_from_path"]
        return told


def main(listener_fd, alive_r, preload, main_path=None, sys_path=None):
    """The server itself: forks a child for every connection, and tells how it ended."""
    _forkscope.note("process_named", 0, 5, 0, "fork server")
    _preload(preload, main_path)
    util._close_stdin()
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(_Server(listener_fd, alive_r, handler).serve())


def _preload(preload, main_path):
    if not preload:
        return
    if "__main__" in preload and main_path is not None:
        process.current_process()._inheriting = True
        try:
            spawn.import_main_path(main_path)
        finally:
            del process.current_process()._inheriting
    for name in preload:
        try:
            __import__(name)
        except ImportError:
            pass
    # what they printed must not be printed again by every child
    util._flush_std_streams()


class _Server:
    def __init__(self, listener, alive_r, interrupt_handler):
        self._listener = listener
        self._alive_r = alive_r
        self._interrupt_handler = interrupt_handler
        # descriptor that tells the end of a child -> its pid and the pipe to whoever started it
        self._children = {}

    def serve(self):
        while True:
            ready = _forkscope.poll([self._listener, self._alive_r, *self._children], None)
            if self._alive_r in ready:
                assert not _forkscope.read(self._alive_r, 1), "Not at EOF?"
                return None
            for descriptor in ready:
                if descriptor == self._listener:
                    self._fork_one()
                else:
                    self._tell_end(descriptor)

    def _tell_end(self, handle):
        pid, child_w = self._children.pop(handle)
        _forkscope.close(handle)
        _, status = os.waitpid(pid, 0)
        try:
            write_signed(child_w, os.waitstatus_to_exitcode(status))
        except BrokenPipeError:
            # nobody wants to know any more
            pass
        _forkscope.close(child_w)

    def _fork_one(self):
        client, _, _, _ = _forkscope.accept(self._listener)
        try:
            fds = reduction.recvfds(client, MAXFDS_TO_SEND + 1)
        finally:
            _forkscope.close(client)
        if len(fds) > MAXFDS_TO_SEND:
            raise RuntimeError(f"Too many ({len(fds)}) fds to send")
        child_r, child_w, *fds = fds
        _forkscope.note("start_stage", 0, 7, 2, "the server forks")
        _forkscope.name_child("ForkServerChild")
        pid = os.fork()
        if pid == 0:
            self._run_child(child_r, child_w, fds)
        try:
            write_signed(child_w, pid)
        except BrokenPipeError:
            pass
        self._children[os.pidfd_open(pid)] = pid, child_w
        for descriptor in (child_r, *fds):
            _forkscope.close(descriptor)

    def _run_child(self, child_r, child_w, fds):
        code = 1
        try:
            if _personality.ATEXIT_IN_CHILDREN:
                atexit._clear()
                atexit.register(util._exit_function)
            signal.signal(signal.SIGINT, self._interrupt_handler)
            unused = [self._listener, self._alive_r, child_w, *self._children]
            unused += [pipe for _, pipe in self._children.values()]
            for descriptor in unused:
                _forkscope.close(descriptor)
            _forkscope.note("start_stage", 0, 8, 2, "the child begins")
            if _forkscope.shows_children():
                from . import _evidence

                _evidence.remember_copied()
            _forkserver._forkserver_alive_fd, resource_tracker._resource_tracker._fd, *_forkserver._inherited_fds = fds
            code = spawn._main(child_r, _forkscope.duplicate(child_r), "forkserver")
        except Exception as error:
            from _uncaught import note_uncaught

            note_uncaught(error)
            sys.excepthook(type(error), error, error.__traceback__)
            sys.stderr.flush()
        finally:
            if _personality.ATEXIT_IN_CHILDREN:
                atexit._run_exitfuncs()
            _vm.exit(code)


def read_signed(fd):
    data = b""
    while len(data) < _SIGNED_SIZE:
        piece = _forkscope.read(fd, _SIGNED_SIZE - len(data))
        if not piece:
            raise EOFError("unexpected EOF")
        data += piece
    return int.from_bytes(data, sys.byteorder, signed=True)


def write_signed(fd, number):
    data = number.to_bytes(_SIGNED_SIZE, sys.byteorder, signed=True)
    while data:
        written = _forkscope.write(fd, data)
        if written == 0:
            raise RuntimeError("should not get here")
        data = data[written:]


_forkserver = ForkServer()
ensure_running = _forkserver.ensure_running
get_inherited_fds = _forkserver.get_inherited_fds
connect_to_new_process = _forkserver.connect_to_new_process
set_forkserver_preload = _forkserver.set_forkserver_preload
