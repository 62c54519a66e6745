"""Managers: a server process that holds objects, which any process reaches through proxies."""

import queue
import signal
import threading
import _personality
from . import connection
from . import context
from . import pool
from . import process
from . import util
from .manager_proxies import (
    AcquirerProxy,
    ArrayProxy,
    AutoProxy,
    BarrierProxy,
    BaseListProxy,
    BaseProxy,
    ConditionProxy,
    DictProxy,
    EventProxy,
    IteratorProxy,
    ListProxy,
    MakeProxyType,
    NamespaceProxy,
    PoolProxy,
    RebuildProxy,
    ValueProxy,
)
from .manager_server import RemoteError, Server, Token, convert_to_error, dispatch, listener_client
from .process import AuthenticationString


class State:
    __slots__ = ["value"]
    INITIAL = 0
    STARTED = 1
    SHUTDOWN = 2


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = AuthenticationString(authkey)
        self._state = State()
        self._state.value = State.INITIAL
        self._serializer = serializer
        self._Listener, self._Client = listener_client()
        self._ctx = ctx or context._default_context.get_context()
        self._shutdown_timeout = shutdown_timeout

    def _check_initial(self):
        if self._state.value != State.INITIAL:
            if self._state.value == State.STARTED:
                raise context.ProcessError("Already started server")
            if self._state.value == State.SHUTDOWN:
                raise context.ProcessError("Manager has shut down")
            raise context.ProcessError("Unknown state {!r}".format(self._state.value))

    def get_server(self):
        """A server to be run in this process, by its serve_forever()."""
        self._check_initial()
        return Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        """Makes this manager the door to a server that runs already."""
        conn = self._Client(self._address, authkey=self._authkey)
        dispatch(conn, None, "dummy")
        self._state.value = State.STARTED

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = connection.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(
                self._registry,
                self._address,
                self._authkey,
                self._serializer,
                writer,
                initializer,
                initargs,
            ),
        )
        ident = ":".join([str(i) for i in self._process._identity])
        self._process.name = type(self).__name__ + "-" + ident
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(
            self,
            type(self)._finalize_manager,
            args=(
                self._process,
                self._address,
                self._authkey,
                self._state,
                self._Client,
                self._shutdown_timeout,
            ),
            exitpriority=0,
        )

    @classmethod
    def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
        process._note_name(process.current_process(), serves_manager=True)
        # Ctrl-C at the terminal reaches the server too, which has to outlive those who use it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if initializer is not None:
            initializer(*initargs)
        server = cls._Server(registry, address, authkey, serializer)
        writer.send(server.address)
        writer.close()
        util.info("manager serving at %r", server.address)
        server.serve_forever()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, "server not yet started"
        conn = self._Client(self._address, authkey=self._authkey)
        try:
            id, exposed = dispatch(conn, None, "create", (typeid,) + args, kwds)
        finally:
            conn.close()
        return Token(typeid, self._address, id), exposed

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _ask_server(self, methodname):
        util.collect()
        conn = self._Client(self._address, authkey=self._authkey)
        try:
            return dispatch(conn, None, methodname)
        finally:
            conn.close()

    def _debug_info(self):
        return self._ask_server("debug_info")

    def _number_of_objects(self):
        return self._ask_server("number_of_objects")

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        if self._state.value != State.STARTED:
            self._check_initial()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @staticmethod
    def _finalize_manager(process, address, authkey, state, _Client, shutdown_timeout):
        if process.is_alive():
            util.info("sending shutdown message to manager")
            try:
                conn = _Client(address, authkey=authkey)
                try:
                    dispatch(conn, None, "shutdown")
                finally:
                    conn.close()
            except Exception:
                pass
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                util.info("manager still alive")
                if hasattr(process, "terminate"):
                    util.info("trying to `terminate()` manager process")
                    process.terminate()
                    process.join(timeout=shutdown_timeout)
                    if process.is_alive():
                        util.info("manager still alive after terminate")
                        process.kill()
                        process.join()
        state.value = State.SHUTDOWN
        BaseProxy._address_to_local.pop(address, None)

    @property
    def address(self):
        return self._address

    @classmethod
    def register(
        cls,
        typeid,
        callable=None,
        proxytype=None,
        exposed=None,
        method_to_typeid=None,
        create_method=True,
    ):
        """Makes a kind of object known: what makes one in the server, and what stands for it elsewhere."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        if method_to_typeid:
            for key, value in method_to_typeid.items():
                assert type(key) is str, "%r is not a string" % key
                assert type(value) is str, "%r is not a string" % value
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            setattr(cls, typeid, _creator(typeid, proxytype))


def _creator(typeid, proxytype):
    def create(self, /, *args, **kwds):
        util.debug("requesting creation of a shared %r object", typeid)
        token, exposed = self._create(typeid, *args, **kwds)
        proxy = proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed)
        conn = self._Client(token.address, authkey=self._authkey)
        dispatch(conn, None, "decref", (token.id,))
        return proxy

    create.__name__ = typeid
    return create


class Namespace:
    def __init__(self, /, **kwds):
        for name in kwds:
            setattr(self, name, kwds[name])

    def __repr__(self):
        items = [f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_")]
        items.sort()
        return f"{type(self).__name__}({', '.join(items)})"


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    import array

    return array.array(typecode, sequence)


class SyncManager(BaseManager):
    """The manager that multiprocessing.Manager() starts."""


SyncManager.register("Queue", queue.Queue)
SyncManager.register("JoinableQueue", queue.Queue)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("Pool", pool.Pool, PoolProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)

# For what methods return, so there is nothing to create them by.
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)


class SharedMemoryServer(Server):
    """Knows the names of the blocks that its manager made, and removes them when it ends."""

    public = Server.public + ["track_segment", "release_segment", "list_segments"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._segments = []

    def shutdown(self, c):
        from .shared_memory import SharedMemory

        for name in self._segments:
            segment = SharedMemory(name)
            segment.close()
            segment.unlink()
        self._segments = []
        super().shutdown(c)

    def track_segment(self, c, segment_name):
        self._segments.append(segment_name)

    def release_segment(self, c, segment_name):
        self._segments.remove(segment_name)

    def list_segments(self, c):
        return list(self._segments)


class SharedMemoryManager(BaseManager):
    """Makes shared memory that goes when the manager is shut down."""

    _Server = SharedMemoryServer

    def __init__(self, *args, **kwargs):
        if _personality.HAS_RESOURCE_TRACKER:
            # the server shall have the same one
            from .resource_tracker import ensure_running

            ensure_running()
        super().__init__(*args, **kwargs)

    def get_server(self):
        self._check_initial()
        return self._Server(self._registry, self._address, self._authkey, self._serializer)

    def _tracked(self, segment, made):
        with self._Client(self._address, authkey=self._authkey) as conn:
            try:
                dispatch(conn, None, "track_segment", (segment.name,))
            except BaseException:
                segment.unlink()
                raise
        return made

    def SharedMemory(self, size):
        """A block of so many bytes."""
        from .shared_memory import SharedMemory

        made = SharedMemory(None, create=True, size=size)
        return self._tracked(made, made)

    def ShareableList(self, sequence):
        """A list in shared memory."""
        from .shared_memory import ShareableList

        made = ShareableList(sequence)
        return self._tracked(made.shm, made)
