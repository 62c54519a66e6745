"""Pickling for the way to another process, and descriptors that go with it."""

import os
import _forkscope
import _pickle
import pickle
from . import context

HAVE_SEND_HANDLE = True


class ForkingPickler:
    """Types whose objects travel in a way of their own say so with __reduce__, or here."""

    @classmethod
    def register(cls, type, reduce):
        import copyreg

        copyreg.pickle(type, reduce)

    @staticmethod
    def dumps(obj, protocol=None):
        return _pickle.dumps(obj)

    loads = pickle.loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    file.write(ForkingPickler.dumps(obj, protocol))


def sendfds(sock, fds):
    """Sends descriptors over a socket: one byte that says how many, and they beside it."""
    fds = list(fds)
    _forkscope.send_descriptors(sock, bytes([len(fds) % 256]), fds)


def recvfds(sock, size):
    message, fds = _forkscope.receive_descriptors(sock, 1, size)
    if not message and not fds:
        raise EOFError
    if not fds:
        raise RuntimeError("received 0 items of ancdata")
    if len(fds) % 256 != message[0]:
        raise AssertionError(f"Len is {len(fds)} but msg[0] is {message[0]!r}")
    return fds


def send_handle(conn, handle, destination_pid):
    sendfds(conn.fileno(), [handle])


def recv_handle(conn):
    return recvfds(conn.fileno(), 1)[0]


def DupFd(fd):
    """Something that can be pickled, and gives the descriptor back where it is unpickled."""
    popen_obj = context.get_spawning_popen()
    if popen_obj is not None:
        return popen_obj.DupFd(popen_obj.duplicate_for_child(fd))
    from . import resource_sharer

    return resource_sharer.DupFd(fd)
