"""Connections: the ends of pipes, through which whole objects travel."""

import _forkscope
import _pickle
from time import monotonic
from . import context


class Connection:
    def __init__(self, handle, readable=True, writable=True, trace_object=0):
        self._handle = handle
        self._readable = readable
        self._writable = writable
        self._trace_object = trace_object
        # closes the descriptor when nobody has the connection any more
        self._keeper = None if handle is None else _forkscope.keep_open((handle,), False)

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle = self._handle
            self._handle = None
            self._keeper.forget()
            _forkscope.close(handle)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._check_writable()
        n = len(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if n < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > n:
            raise ValueError("buffer length < offset + size")
        _forkscope.send(self._handle, bytes(buf)[offset : offset + size])

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        _forkscope.send(self._handle, _pickle.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        if maxlength is None:
            return _forkscope.receive(self._handle)
        data = _forkscope.receive(self._handle, 0, maxlength)
        if data is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return data

    def recv(self):
        self._check_closed()
        self._check_readable()
        return _pickle.loads(_forkscope.receive(self._handle))

    def poll(self, timeout=0.0):
        self._check_closed()
        self._check_readable()
        return _forkscope.readable(self._handle, timeout)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __repr__(self):
        return f"<multiprocessing.connection.Connection object at {id(self):#x}>"

    def __reduce__(self):
        context.assert_spawning(self)
        descriptor = context.get_spawning_popen().duplicate_for_child(self._handle)
        return _rebuild_connection, (descriptor, self._readable, self._writable, self._trace_object)


def _rebuild_connection(handle, readable, writable, trace_object):
    if trace_object:
        _forkscope.adopt_descriptor(handle, trace_object, writable)
    return Connection(handle, readable, writable, trace_object)


def Pipe(duplex=True):
    if duplex:
        return _duplex_pipe()
    reader, writer, trace_object = _forkscope.pipe()
    return Connection(reader, True, False, trace_object), Connection(writer, False, True, trace_object)


class _TwoWayConnection(Connection):
    """Two pipes behind one object: reads from one, writes into the other."""

    def __init__(self, reader, writer):
        Connection.__init__(self, None, True, True, reader._trace_object)
        self._handle = reader._handle
        self._reader = reader
        self._writer = writer

    def close(self):
        self._handle = None
        self._reader.close()
        self._writer.close()

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._writer.send_bytes(buf, offset, size)

    def send(self, obj):
        self._check_closed()
        self._writer.send(obj)

    def __reduce__(self):
        context.assert_spawning(self)
        return _TwoWayConnection, (self._reader, self._writer)


def _duplex_pipe():
    first_reader, second_writer = Pipe(False)
    second_reader, first_writer = Pipe(False)
    return _TwoWayConnection(first_reader, first_writer), _TwoWayConnection(second_reader, second_writer)


def wait(object_list, timeout=None):
    """Those of the connections, descriptors and sentinels that are ready to be read."""
    objects = list(object_list)
    descriptors = [obj if isinstance(obj, int) else obj.fileno() for obj in objects]
    ready = _forkscope.poll(descriptors, timeout)
    return [obj for obj, descriptor in zip(objects, descriptors) if descriptor in ready]
