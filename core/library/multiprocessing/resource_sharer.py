"""Descriptors for processes that exist already: a thread gives them to whoever comes with the right key."""

import os
import sys
import threading
import _vm
from . import process
from . import reduction
from . import util


class DupFd:
    """A copy of a descriptor that waits here until the other process fetches it."""

    def __init__(self, fd):
        new_fd = os.dup(fd)

        def send(conn, pid):
            reduction.send_handle(conn, new_fd, pid)

        def close():
            os.close(new_fd)

        self._id = _resource_sharer.register(send, close)

    def detach(self):
        """The descriptor, in the process that this was sent to. Only once."""
        with _resource_sharer.get_connection(self._id) as conn:
            return reduction.recv_handle(conn)


class _ResourceSharer:
    def __init__(self):
        self._key = 0
        self._cache = {}
        self._lock = threading.Lock()
        self._listener = None
        self._address = None
        self._thread = None
        util.register_after_fork(self, _ResourceSharer._afterfork)

    def register(self, send, close):
        with self._lock:
            if self._address is None:
                self._start()
            self._key += 1
            self._cache[self._key] = (send, close)
            return self._address, self._key

    @staticmethod
    def get_connection(ident):
        from .connection import Client

        address, key = ident
        c = Client(address, authkey=process.current_process().authkey)
        c.send((key, os.getpid()))
        return c

    def stop(self, timeout=None):
        """Ends the thread and closes what nobody has fetched."""
        from .connection import Client

        with self._lock:
            if self._address is not None:
                c = Client(self._address, authkey=process.current_process().authkey)
                c.send(None)
                c.close()
                self._thread.join(timeout)
                if self._thread.is_alive():
                    util.sub_warning("_ResourceSharer thread did not stop when asked")
                self._listener.close()
                self._forget()

    def _forget(self):
        self._thread = None
        self._address = None
        self._listener = None
        for _, close in self._cache.values():
            close()
        self._cache.clear()

    def _afterfork(self):
        for _, close in self._cache.values():
            close()
        self._cache.clear()
        self._lock = threading.Lock()
        if self._listener is not None:
            self._listener.close()
        self._listener = None
        self._address = None
        self._thread = None

    def _start(self):
        from .connection import Listener

        assert self._listener is None, "Already have Listener"
        util.debug("starting listener and thread for sending handles")
        self._listener = Listener(authkey=process.current_process().authkey, backlog=128)
        self._address = self._listener.address
        self._thread = threading.Thread(target=self._serve)
        self._thread.daemon = True
        self._thread.start()

    def _serve(self):
        while True:
            try:
                with self._listener.accept() as conn:
                    message = conn.recv()
                    if message is None:
                        break
                    key, destination_pid = message
                    send, close = self._cache.pop(key)
                    try:
                        send(conn, destination_pid)
                    finally:
                        close()
            except Exception as error:
                if not util.is_exiting():
                    sys.stderr.write(_vm.format_exception(error))


_resource_sharer = _ResourceSharer()
stop = _resource_sharer.stop
