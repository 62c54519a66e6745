"""Connections: the ends of pipes and sockets, through which whole objects travel; listeners and clients."""

import os
import _forkscope
import _personality
import _pickle
from time import monotonic
from . import context
from . import process
from . import reduction
from . import util
from .context import AuthenticationError, BufferTooShort

default_family = "AF_UNIX"
families = ["AF_INET", "AF_UNIX"]
_FAMILY_NUMBERS = {"AF_UNIX": 0, "AF_INET": 1}


def arbitrary_address(family):
    if family == "AF_INET":
        return ("localhost", 0)
    if family == "AF_UNIX":
        return os.path.join(util.get_temp_dir(), "listener-" + util.random_name())
    raise ValueError("unrecognized family")


def _validate_family(family):
    if family == "AF_PIPE":
        raise ValueError(f"Family {family} is not recognized.")
    if family not in families:
        raise AttributeError(f"module 'socket' has no attribute {family!r}")


def address_type(address):
    if type(address) is tuple:
        return "AF_INET"
    if type(address) is str and address.startswith("\\\\"):
        return "AF_PIPE"
    if type(address) is str or util.is_abstract_socket_namespace(address):
        return "AF_UNIX"
    raise ValueError(f"address type of {address!r} unrecognized")


class Connection:
    def __init__(self, handle, readable=True, writable=True, trace_objects=(0, 0)):
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable
        # what is read from it and what is written into it, as the trace numbers them
        self._trace_objects = trace_objects
        self._trace_object = trace_objects[0] or trace_objects[1]
        # closes the descriptor when nobody has the connection any more
        self._keeper = _forkscope.keep_open((handle,), False)

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")

    def _bad_message_length(self):
        if self._writable:
            self._readable = False
        else:
            self.close()
        raise OSError("bad message length")

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
        if not isinstance(buf, bytes):
            buf = _bytes_of(buf)
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
        _forkscope.send(self._handle, buf[offset : offset + size])

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        _forkscope.send(self._handle, _pickle.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        if maxlength is None:
            return _forkscope.receive(self._handle)
        if maxlength < 0:
            raise ValueError("negative maxlength")
        data = _forkscope.receive(self._handle, 0, maxlength)
        if data is None:
            self._bad_message_length()
        return data

    def recv_bytes_into(self, buf, offset=0):
        self._check_closed()
        self._check_readable()
        if isinstance(buf, (bytes, str, int)):
            _bytes_of(buf)
            raise TypeError("cannot modify read-only memory")
        itemsize = getattr(buf, "itemsize", 1)
        room = len(buf) * itemsize
        if offset < 0:
            raise ValueError("negative offset")
        if offset > room:
            raise ValueError("offset too large")
        data = _forkscope.receive(self._handle)
        if room < offset + len(data):
            raise BufferTooShort(data)
        _write_into(buf, offset, data, itemsize)
        return len(data)

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

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        return (
            rebuild_connection,
            (reduction.DupFd(self.fileno()), self._readable, self._writable, self._trace_objects),
        )


def rebuild_connection(df, readable, writable, trace_objects=(0, 0)):
    handle = df.detach()
    for trace_object, is_written in zip(trace_objects, (False, True)):
        if trace_object:
            _forkscope.adopt_descriptor(handle, trace_object, is_written)
    return Connection(handle, readable, writable, trace_objects)


def _bytes_of(buf):
    if isinstance(buf, (bytes, bytearray, memoryview)):
        return bytes(buf)
    if hasattr(buf, "tobytes"):
        return buf.tobytes()
    if isinstance(buf, (str, int)) or buf is None:
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(buf).__name__}'")
    return bytes(buf)


def _write_into(buf, offset, data, itemsize):
    if isinstance(buf, memoryview):
        view = buf.cast("B") if itemsize != 1 else buf
        view[offset : offset + len(data)] = data
        return
    if itemsize == 1:
        buf[offset : offset + len(data)] = data
        return
    whole = buf.tobytes()
    whole = whole[:offset] + data + whole[offset + len(data) :]
    fresh = type(buf)(buf.typecode, whole)
    for i in range(len(buf)):
        buf[i] = fresh[i]


def Pipe(duplex=True):
    if duplex:
        first, second, trace_object = _forkscope.socket_pair()
        there, back = trace_object, trace_object and trace_object + 1
        return Connection(first, True, True, (there, back)), Connection(second, True, True, (back, there))
    reader, writer, trace_object = _forkscope.pipe()
    return Connection(reader, True, False, (trace_object, 0)), Connection(writer, False, True, (0, trace_object))


class Listener:
    """Takes connections at an address, and makes sure that the other end knows the key."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        address = address or arbitrary_address(family)
        _validate_family(family)
        self._listener = SocketListener(address, family, backlog)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._authkey = authkey

    def accept(self):
        if self._listener is None:
            raise OSError("listener is closed")
        c = self._listener.accept()
        if self._authkey is not None:
            deliver_challenge(c, self._authkey)
            answer_challenge(c, self._authkey)
        return c

    def close(self):
        listener = self._listener
        if listener is not None:
            self._listener = None
            listener.close()

    @property
    def address(self):
        return self._listener._address

    @property
    def last_accepted(self):
        return self._listener._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to the listener at `address`."""
    family = family or address_type(address)
    _validate_family(family)
    c = SocketClient(address, family)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    if authkey is not None:
        answer_challenge(c, authkey)
        deliver_challenge(c, authkey)
    return c


def _text_of_address(address, family):
    if family == "AF_INET":
        host, port = address
        return f"{host}:{port}"
    return address.decode() if isinstance(address, bytes) else address


def _address_of_text(text, family):
    if family == "AF_INET":
        host, _, port = text.rpartition(":")
        return (host, int(port))
    return text.encode() if text.startswith("\0") else text


class SocketListener:
    def __init__(self, address, family, backlog=1):
        self._family = family
        text = _text_of_address(address, family)
        self._handle, text = _forkscope.listen(text, _FAMILY_NUMBERS[family], backlog)
        self._keeper = _forkscope.keep_open((self._handle,), False)
        self._address = _address_of_text(text, family)
        self._last_accepted = None
        self._unlink = None
        if family == "AF_UNIX" and not util.is_abstract_socket_namespace(address):
            self._unlink = util.Finalize(self, os.unlink, args=(address,), exitpriority=0)

    def fileno(self):
        return self._handle

    def accept(self):
        handle, peer, read, written = _forkscope.accept(self._handle)
        self._last_accepted = _address_of_text(peer, self._family)
        return Connection(handle, True, True, (read, written))

    def close(self):
        try:
            self._keeper.forget()
            _forkscope.close(self._handle)
        finally:
            unlink = self._unlink
            if unlink is not None:
                self._unlink = None
                unlink()


def SocketClient(address, family=None):
    family = family or address_type(address)
    handle, read, written = _forkscope.connect(_text_of_address(address, family), _FAMILY_NUMBERS[family])
    return Connection(handle, True, True, (read, written))


# How both ends prove that they know the key, without saying it.
_LONGEST_PROOF = 256
CHALLENGE = b"#CHALLENGE#"
WELCOME = b"#WELCOME#"
FAILURE = b"#FAILURE#"
_DIGESTS = ("md5", "sha256", "sha384", "sha3_256", "sha3_384")
_OLD_MESSAGE, _OLD_PROOF = 20, 16
_MESSAGE = 40


def _check_key(authkey):
    if not isinstance(authkey, bytes):
        raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")


def deliver_challenge(connection, authkey, digest_name=None):
    _check_key(authkey)
    digest_name = digest_name or _personality.CHALLENGE_DIGEST
    if digest_name == "md5":
        message = os.urandom(_OLD_MESSAGE)
    else:
        message = _prefix(digest_name) + os.urandom(_MESSAGE)
    connection.send_bytes(CHALLENGE + message)
    proof = connection.recv_bytes(_LONGEST_PROOF)
    try:
        _verify(authkey, message, proof)
    except AuthenticationError:
        connection.send_bytes(FAILURE)
        raise
    connection.send_bytes(WELCOME)


def answer_challenge(connection, authkey):
    _check_key(authkey)
    message = connection.recv_bytes(_LONGEST_PROOF)
    if _personality.MINOR < 12:
        assert message[: len(CHALLENGE)] == CHALLENGE, "message = %r" % message
    elif not message.startswith(CHALLENGE):
        raise AuthenticationError(f"Protocol error, expected challenge: {message=}")
    connection.send_bytes(_proof(authkey, message[len(CHALLENGE) :]))
    if connection.recv_bytes(_LONGEST_PROOF) != WELCOME:
        raise AuthenticationError("digest sent was rejected")


def _prefix(digest_name):
    return b"{" + digest_name.encode("ascii") + b"}"


def _digest_and_payload(message):
    """The digest that a message names, "" for the old form that names none, and what comes behind the name."""
    if len(message) in (_OLD_MESSAGE, _OLD_PROOF):
        return "", message
    end = message.find(b"}", 1)
    if message.startswith(b"{") and 0 < end < _OLD_MESSAGE:
        digest_name = message[1:end].decode("ascii")
        if digest_name in _DIGESTS:
            return digest_name, message[end + 1 :]
    raise AuthenticationError(
        f"unsupported message length, missing digest prefix, or unsupported digest: {message=}"
    )


def _proof(authkey, message):
    import hmac

    digest_name = _digest_and_payload(message)[0] if _personality.MINOR >= 12 else ""
    if not digest_name:
        return hmac.new(authkey, message, "md5").digest()
    return _prefix(digest_name) + hmac.new(authkey, message, digest_name).digest()


def _verify(authkey, message, proof):
    import hmac

    if _personality.MINOR < 12:
        if proof != hmac.new(authkey, message, "md5").digest():
            raise AuthenticationError("digest received was wrong")
        return
    digest_name, mac = _digest_and_payload(proof)
    digest_name = digest_name or "md5"
    expected = hmac.new(authkey, message, digest_name).digest()
    if len(expected) != len(mac):
        raise AuthenticationError(f"expected {digest_name!r} of length {len(expected)} got {len(mac)}")
    if not hmac.compare_digest(expected, mac):
        raise AuthenticationError("digest received was wrong")


def wait(object_list, timeout=None):
    """Those of the connections, descriptors and sentinels that are ready to be read."""
    by_descriptor = {}
    for obj in object_list:
        descriptor = _descriptor_of(obj)
        if descriptor in by_descriptor:
            raise KeyError(f"{obj!r} (FD {descriptor}) is already registered")
        by_descriptor[descriptor] = obj
    ready = _forkscope.poll(list(by_descriptor), timeout)
    return [by_descriptor[descriptor] for descriptor in ready]


def _descriptor_of(obj):
    if isinstance(obj, int):
        descriptor = obj
    else:
        try:
            descriptor = int(obj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {obj!r}") from None
    if descriptor < 0:
        raise ValueError(f"Invalid file descriptor: {descriptor}")
    return descriptor
