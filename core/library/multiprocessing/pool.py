"""Pools: worker processes (or threads) that take tasks from one queue, and the three threads that serve them."""

import itertools
import queue
import threading
import _forkscope
import _personality
from _forkscope import receive, send
from _pickle import dumps, loads
from . import TimeoutError, get_context
from . import util
from .pool_results import (
    ApplyResult,
    AsyncResult,
    IMapIterator,
    IMapUnorderedIterator,
    MapResult,
    job_counter,
)
from .pool_threads import RUN, TERMINATE, PoolThreads
from .pool_worker import (
    ExceptionWithTraceback,
    MaybeEncodingError,
    RemoteTraceback,
    _helper_reraises_exception,
    mapstar,
    rebuild_exc,
    starmapstar,
    worker,
)

INIT = "INIT"
CLOSE = "CLOSE"

# Whose chunks are slices.
_SLICED = (list, tuple, range)


class _PoolCache(dict):
    """The results under way, by job. Wakes the worker thread when the last one is gone."""

    def __init__(self, /, *args, notifier=None, **kwds):
        self.notifier = notifier
        super().__init__(*args, **kwds)

    def __delitem__(self, item):
        self.pop(item)
        if not self:
            self.notifier.put(None)


# Without the queues' locks: the pool's task thread is alone at its end of the one, the result thread at its of the other.
def _sender(writer):
    def put(obj):
        send(writer._handle, dumps(obj))

    return put


def _receiver(reader):
    def get():
        return loads(receive(reader._handle))

    return get


class Pool(PoolThreads):
    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = self._ctx.SimpleQueue()
        self._cache = _PoolCache(notifier=self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = _personality.default_workers()
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._trace_object = _forkscope.new_object_id()
        self._note_created()
        self._start_workers()
        self._start_threads()
        self._terminate = util.Finalize(
            self,
            self._terminate_pool,
            args=(
                self._taskqueue,
                self._inqueue,
                self._outqueue,
                self._pool,
                self._change_notifier,
                self._worker_handler,
                self._task_handler,
                self._result_handler,
                self._cache,
            ),
            exitpriority=15,
        )
        self._state = RUN

    def _note_created(self):
        tasks = getattr(self._inqueue, "_trace_object", 0)
        results = getattr(self._outqueue, "_trace_object", 0)
        _forkscope.note("pool_created", self._trace_object, self._processes, tasks << 32 | results)

    def _start_workers(self):
        try:
            self._repopulate_pool()
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise

    def _worker_description(self):
        """What WH needs to keep the number of workers: the arguments of _maintain_pool."""
        return (
            self._ctx,
            self.Process,
            self._processes,
            self._pool,
            self._inqueue,
            self._outqueue,
            self._initializer,
            self._initargs,
            self._maxtasksperchild,
            self._wrap_exception,
            self._trace_object,
        )

    def _start_threads(self):
        self._worker_handler = self._start_thread(
            Pool._handle_workers,
            (
                self._cache,
                self._taskqueue,
                self._worker_description(),
                self._get_sentinels(),
                self._change_notifier,
            ),
        )
        self._task_handler = self._start_thread(
            Pool._handle_tasks,
            (
                self._taskqueue,
                self._quick_put,
                self._outqueue,
                self._pool,
                self._cache,
                self._trace_object,
            ),
        )
        self._result_handler = self._start_thread(
            Pool._handle_results,
            (self._outqueue, self._quick_get, self._cache, self._trace_object),
        )

    @staticmethod
    def _start_thread(target, args):
        thread = threading.Thread(target=target, args=args)
        thread.daemon = True
        thread._state = RUN
        thread.start()
        return thread

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def _get_sentinels(self):
        return [self._outqueue._reader, self._change_notifier._reader]

    def _repopulate_pool(self):
        return self._repopulate_pool_static(*self._worker_description())

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        self._quick_put = _sender(self._inqueue._writer)
        self._quick_get = _receiver(self._outqueue._reader)

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize, "imap")

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize, "imap_unordered")

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._note_job(result, 1, "apply", func)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def _imap(self, iterator, func, iterable, chunksize, label):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = iterator(self)
        self._note_job(result, -1, label, func)
        if chunksize == 1:
            tasks = self._guarded_task_generation(result._job, func, iterable)
            self._taskqueue.put((tasks, result._set_length))
            return result
        task_batches = Pool._get_tasks(func, iterable, chunksize)
        tasks = self._guarded_task_generation(result._job, mapstar, task_batches)
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        task_batches = Pool._get_tasks(func, iterable, chunksize)
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        self._note_job(result, result._number_left, "starmap" if mapper is starmapstar else "map", func)
        self._taskqueue.put((self._guarded_task_generation(result._job, mapper, task_batches), None))
        return result

    def _note_job(self, result, tasks, label, func):
        if _forkscope.tracing():
            text = f"{label}({getattr(func, '__name__', '...')})"
            _forkscope.note("pool_job", self._trace_object, result._job, tasks, text)

    @staticmethod
    def _get_tasks(func, it, size):
        if type(it) in _SLICED and size > 0:
            start = 0
            while start < len(it):
                yield (func, tuple(it[start : start + size]))
                start += size
            return
        it = iter(it)
        while True:
            x = tuple(itertools.islice(it, size))
            if not x:
                return
            yield (func, x)

    def _guarded_task_generation(self, result_job, func, iterable):
        """The tasks of a job. An iterable that raises becomes a last task that raises the same."""
        i = 0
        try:
            for x in iterable:
                yield (result_job, i, func, (x,), {})
                i += 1
        except Exception as error:
            yield (result_job, i, _helper_reraises_exception, (error,), {})

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def close(self):
        util.debug("closing pool")
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            _forkscope.note("pool_closed", self._trace_object, 0)
            self._change_notifier.put(None)

    def terminate(self):
        util.debug("terminating pool")
        self._state = TERMINATE
        _forkscope.note("pool_closed", self._trace_object, 1)
        self._terminate()

    def join(self):
        util.debug("joining pool")
        if self._state == RUN:
            raise ValueError("Pool is still running")
        elif self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for process in self._pool:
            process.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class ThreadPool(Pool):
    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from .dummy import Process

        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue.get

    def _get_sentinels(self):
        return [self._change_notifier._reader]

    @staticmethod
    def _get_worker_sentinels(workers):
        return []

    @staticmethod
    def _help_stuff_finish(inqueue, task_handler, size):
        """Nobody can be stopped: the tasks that wait are dropped, and each worker gets its sentinel."""
        try:
            while True:
                inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in range(size):
            inqueue.put(None)
