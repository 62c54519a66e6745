"""ProcessPoolExecutor: calls are carried out by processes.

submit() puts a _WorkItem among the pending ones and its number into `work_ids`. A thread of this process, the executor's
manager, moves them as _CallItems into the call queue, from which the workers take them; results come back through the result
queue as _ResultItems. The manager waits for results, for the ends of workers and for submit() at once.
"""

import itertools
import multiprocessing as mp
import os
import queue
import threading
import traceback
import weakref
import _forkscope
import _personality
from concurrent.futures import _base
from functools import partial
from multiprocessing.connection import wait as _wait_for_any
from multiprocessing.queues import Queue

# More than the workers need, so that none has to wait for the manager; few, because what is in the queue cannot be cancelled.
EXTRA_QUEUED_CALLS = 1

_threads_wakeups = weakref.WeakKeyDictionary()
_global_shutdown = False


class _ThreadWakeup:
    """A pipe through which the manager is woken. wakeup() and close() are called with the shutdown lock held; clear() is not,
    because who wakes waits for it when the pipe is full."""

    def __init__(self):
        self._closed = False
        self._reader, self._writer = mp.Pipe(duplex=False)

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b"")

    def clear(self):
        if not self._closed:
            while self._reader.poll():
                self._reader.recv_bytes()


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for thread, wakeup in items:
        wakeup.wakeup()
    for thread, wakeup in items:
        thread.join()


# Before the threads that are no daemons are waited for: the manager is one of them.
threading._register_atexit(_python_exit)


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    """What is sent of an exception: its traceback as text, which becomes its cause."""

    def __init__(self, exc, tb):
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _SafeQueue(Queue):
    """The call queue: a call that cannot be pickled fails with that error."""

    def __init__(self, max_size=0, *, ctx, pending_work_items, shutdown_lock, thread_wakeup):
        self.pending_work_items = pending_work_items
        self.shutdown_lock = shutdown_lock
        self.thread_wakeup = thread_wakeup
        super().__init__(max_size, ctx=ctx)

    def _on_queue_feeder_error(self, e, obj):
        if not isinstance(obj, _CallItem):
            super()._on_queue_feeder_error(e, obj)
            return
        text = "".join(traceback.format_exception(type(e), e, e.__traceback__))
        e.__cause__ = _RemoteTraceback('\n"""\n%s"""' % text)
        work_item = self.pending_work_items.pop(obj.work_id, None)
        with self.shutdown_lock:
            self.thread_wakeup.wakeup()
        # none if the executor has been broken meanwhile
        if work_item is not None:
            work_item.future.set_exception(e)


def _get_chunks(*iterables, chunksize):
    arguments = zip(*iterables)
    while True:
        chunk = tuple(itertools.islice(arguments, chunksize))
        if not chunk:
            return
        yield chunk


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _sendback_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, result=result, exception=exception, exit_pid=exit_pid))
    except BaseException as e:
        exc = _ExceptionWithTraceback(e, e.__traceback__)
        result_queue.put(_ResultItem(work_id, exception=exc, exit_pid=exit_pid))


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None, trace_object=0):
    """What a worker runs: calls, until it is given None."""
    note = _forkscope.note if _forkscope.tracing() else None
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            # the manager sees the end of this process and breaks the executor
            return
    num_tasks = 0
    exit_pid = None
    while True:
        call_item = call_queue.get(block=True)
        if call_item is None:
            result_queue.put(os.getpid())
            return
        if max_tasks is not None:
            num_tasks += 1
            if num_tasks >= max_tasks:
                exit_pid = os.getpid()
        if note:
            note("task_started", trace_object, call_item.work_id, 0)
        try:
            r = call_item.fn(*call_item.args, **call_item.kwargs)
        except BaseException as e:
            if note:
                note("task_done", trace_object, call_item.work_id, 0, None, False)
            exc = _ExceptionWithTraceback(e, e.__traceback__)
            _sendback_result(result_queue, call_item.work_id, exception=exc, exit_pid=exit_pid)
        else:
            if note:
                note("task_done", trace_object, call_item.work_id, 0, None, True)
            _sendback_result(result_queue, call_item.work_id, result=r, exit_pid=exit_pid)
            r = None
        call_item = None
        if exit_pid is not None:
            return


class _ExecutorManagerThread(threading.Thread):
    """Does not keep the executor: when nobody has it any more, what was submitted is carried out and the workers end."""

    def __init__(self, executor):
        self.thread_wakeup = executor._executor_manager_thread_wakeup
        self.shutdown_lock = executor._shutdown_lock

        def wake_manager(_, thread_wakeup=self.thread_wakeup, shutdown_lock=self.shutdown_lock):
            with shutdown_lock:
                thread_wakeup.wakeup()

        self.executor_reference = weakref.ref(executor, wake_manager)
        self.trace_object = executor._trace_object
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids_queue = executor._work_ids
        self.max_tasks_per_child = executor._max_tasks_per_child
        self.pending_work_items = executor._pending_work_items
        super().__init__()

    def run(self):
        while True:
            self.add_call_item_to_queue()
            result_item, is_broken, cause = self.wait_result_broken_or_wakeup()
            if is_broken:
                self.terminate_broken(cause)
                return
            if result_item is not None:
                self.process_result_item(result_item)
                process_exited = result_item.exit_pid is not None
                if process_exited:
                    self.processes.pop(result_item.exit_pid).join()
                result_item = None
                self._tell_idle(self.executor_reference(), process_exited)
            if self.is_shutting_down():
                self.flag_executor_shutting_down()
                # what had been submitted is still carried out, except what shutdown() cancelled
                self.add_call_item_to_queue()
                if not self.pending_work_items:
                    self.join_executor_internals()
                    return

    def _tell_idle(self, executor, process_exited):
        """A worker has nothing to do, or a new one takes its place."""
        if executor is None:
            return
        if process_exited:
            with self.shutdown_lock:
                executor._adjust_process_count()
        else:
            executor._idle_worker_semaphore.release()

    def add_call_item_to_queue(self):
        """Fills the call queue, without waiting."""
        while not self.call_queue.full():
            try:
                work_id = self.work_ids_queue.get(block=False)
            except queue.Empty:
                return
            work_item = self.pending_work_items[work_id]
            if work_item.future.set_running_or_notify_cancel():
                if _forkscope.tracing():
                    _forkscope.note("task_submitted", self.trace_object, work_id, 0)
                self.call_queue.put(_CallItem(work_id, work_item.fn, work_item.args, work_item.kwargs), block=True)
            else:
                del self.pending_work_items[work_id]

    def wait_result_broken_or_wakeup(self):
        """A result, or that a worker ended which should not have, or neither: woken by submit() or shutdown()."""
        result_reader = self.result_queue._reader
        wakeup_reader = self.thread_wakeup._reader
        sentinels = [process.sentinel for process in list(self.processes.values())]
        ready = _wait_for_any([result_reader, wakeup_reader] + sentinels)
        cause = None
        is_broken = True
        result_item = None
        if result_reader in ready:
            try:
                result_item = result_reader.recv()
                is_broken = False
            except BaseException as e:
                cause = traceback.format_exception(type(e), e, e.__traceback__)
        elif wakeup_reader in ready:
            is_broken = False
        self.thread_wakeup.clear()
        return result_item, is_broken, cause

    def process_result_item(self, result_item):
        work_item = self.pending_work_items.pop(result_item.work_id, None)
        if work_item is not None:
            if _forkscope.tracing():
                succeeded = not result_item.exception
                _forkscope.note("result_received", self.trace_object, result_item.work_id, 0, None, succeeded)
            if result_item.exception:
                work_item.future.set_exception(result_item.exception)
            else:
                work_item.future.set_result(result_item.result)

    def is_shutting_down(self):
        executor = self.executor_reference()
        return _global_shutdown or executor is None or executor._shutdown_thread

    def terminate_broken(self, cause):
        """A worker has ended abruptly: nothing that is pending will be carried out."""
        executor = self.executor_reference()
        if executor is not None:
            executor._broken = "A child process terminated abruptly, the process pool is not usable anymore"
            executor._shutdown_thread = True
            executor = None
        error = BrokenProcessPool(
            "A process in the process pool was terminated abruptly while the future was running or pending."
        )
        if cause is not None:
            error.__cause__ = _RemoteTraceback("\n'''\n%s'''" % "".join(cause))
        for work_id, work_item in self.pending_work_items.items():
            try:
                work_item.future.set_exception(error)
            except _base.InvalidStateError:
                # cancelled, and nobody has looked at it yet
                pass
        self.pending_work_items.clear()
        for process in self.processes.values():
            process.terminate()
        # nobody takes from it any more: its feeder is told so by the next thing that it sends
        self.call_queue._reader.close()
        self.join_executor_internals()

    def flag_executor_shutting_down(self):
        executor = self.executor_reference()
        if executor is None:
            return
        executor._shutdown_thread = True
        if executor._cancel_pending_futures:
            new_pending = {}
            for work_id, work_item in self.pending_work_items.items():
                if not work_item.future.cancel():
                    new_pending[work_id] = work_item
            self.pending_work_items.clear()
            for work_id in new_pending:
                self.pending_work_items[work_id] = new_pending[work_id]
            while True:
                try:
                    self.work_ids_queue.get_nowait()
                except queue.Empty:
                    break
            executor._cancel_pending_futures = False

    def shutdown_workers(self):
        number = self.get_n_children_alive()
        sent = 0
        while sent < number and self.get_n_children_alive() > 0:
            for i in range(number - sent):
                try:
                    self.call_queue.put_nowait(None)
                    sent += 1
                except queue.Full:
                    break

    def join_executor_internals(self):
        self.shutdown_workers()
        self.call_queue.close()
        self.call_queue.join_thread()
        with self.shutdown_lock:
            self.thread_wakeup.close()
        for process in self.processes.values():
            process.join()

    def get_n_children_alive(self):
        return sum([process.is_alive() for process in self.processes.values()])


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended in another way than it should."""


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _personality.default_workers()
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers
        if mp_context is None:
            mp_context = mp.get_context("spawn") if max_tasks_per_child is not None else mp.get_context()
        self._mp_context = mp_context
        # A fork in a program with threads is dangerous: then all workers are started before the manager.
        self._safe_to_dynamically_spawn_children = mp_context.get_start_method(allow_none=False) != "fork"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._initializer = initializer
        self._initargs = initargs
        if max_tasks_per_child is not None:
            self._check_tasks_per_child(max_tasks_per_child)
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._cancel_pending_futures = False
        # Before the queues: the call queue's feeder uses it.
        self._executor_manager_thread_wakeup = _ThreadWakeup()
        self._call_queue = _SafeQueue(
            max_size=self._max_workers + EXTRA_QUEUED_CALLS,
            ctx=self._mp_context,
            pending_work_items=self._pending_work_items,
            shutdown_lock=self._shutdown_lock,
            thread_wakeup=self._executor_manager_thread_wakeup,
        )
        # Workers that are killed must not say that the feeder's pipe is broken.
        self._call_queue._ignore_epipe = True
        self._result_queue = mp_context.SimpleQueue()
        self._work_ids = queue.Queue()
        self._trace_object = _forkscope.new_object_id()

    def _check_tasks_per_child(self, number):
        if not isinstance(number, int):
            raise TypeError("max_tasks_per_child must be an integer")
        if number <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")
        if self._mp_context.get_start_method(allow_none=False) == "fork":
            raise ValueError(
                "max_tasks_per_child is incompatible with the 'fork' multiprocessing start method;"
                " supply a different mp_context."
            )

    def _start_executor_manager_thread(self):
        if self._executor_manager_thread is None:
            if not self._safe_to_dynamically_spawn_children:
                self._launch_processes()
            self._executor_manager_thread = _ExecutorManagerThread(self)
            self._executor_manager_thread.start()
            _threads_wakeups[self._executor_manager_thread] = self._executor_manager_thread_wakeup

    def _adjust_process_count(self):
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._spawn_process()

    def _launch_processes(self):
        for _ in range(len(self._processes), self._max_workers):
            self._spawn_process()

    def _spawn_process(self):
        process = self._mp_context.Process(
            target=_process_worker,
            args=(
                self._call_queue,
                self._result_queue,
                self._initializer,
                self._initargs,
                self._max_tasks_per_child,
                self._trace_object,
            ),
        )
        process.start()
        self._processes[process.pid] = process

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _global_shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._pending_work_items[self._queue_count] = _WorkItem(future, fn, args, kwargs)
            if _forkscope.tracing():
                text = f"submit({getattr(fn, '__name__', '...')})"
                _forkscope.note("pool_job", self._trace_object, self._queue_count, 1, text)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._executor_manager_thread_wakeup.wakeup()
            if self._safe_to_dynamically_spawn_children:
                self._adjust_process_count()
            self._start_executor_manager_thread()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = super().map(
            partial(_process_chunk, fn), _get_chunks(*iterables, chunksize=chunksize), timeout=timeout
        )
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown_thread = True
            if self._executor_manager_thread_wakeup is not None:
                self._executor_manager_thread_wakeup.wakeup()
        if self._executor_manager_thread is not None and wait:
            self._executor_manager_thread.join()
        self._executor_manager_thread = None
        self._call_queue = None
        if self._result_queue is not None and wait:
            self._result_queue.close()
        self._result_queue = None
        self._processes = None
        self._executor_manager_thread_wakeup = None


def _chain_from_iterable_of_lists(iterable):
    """Each list is given up as it is used, item by item."""
    for element in iterable:
        element.reverse()
        while element:
            yield element.pop()
