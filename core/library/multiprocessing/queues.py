"""Queues between processes: a pipe, two locks and a semaphore, and in each process that puts a buffer and a feeder thread."""

import os
import sys
import threading
import _forkscope
import _multiprocessing
import _personality
import _thread
from _forkscope import receive, send
from _pickle import dumps, loads
from queue import Empty, Full
from time import monotonic
from . import connection
from . import context
from . import util
from .synchronize import SEM_VALUE_MAX

_sentinel = object()
_nothing = object()

# The questions of the trace's queue notes.
_EMPTY = 0
_QSIZE = 1
_FULL = 2
_GET = 3
_PUT = 4
_LOCK_REFUSED = 1
_NOTHING_THERE = 2


def _shown_write_lock(lock):
    # What Windows does without, its pipes do by themselves; ours need the lock even then.
    return lock if _personality.HAS_WRITE_LOCK else None


class Queue:
    _generation = None

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(False)
        self._rlock = ctx.Lock()
        self._opid = os.getpid()
        self._write_lock = ctx.Lock()
        self._sem = ctx.BoundedSemaphore(maxsize)
        self._ignore_epipe = False
        self._trace_object = _forkscope.new_object_id()
        _forkscope.note(
            "queue_created",
            self._trace_object,
            self._reader._trace_object << 32 | self._sem._trace_object,
            self._rlock._trace_object << 32 | self._write_lock._trace_object,
            None,
            maxsize,
        )
        self._reset()

    def __getstate__(self):
        context.assert_spawning(self)
        return (
            self._ignore_epipe,
            self._maxsize,
            self._reader,
            self._writer,
            self._rlock,
            self._write_lock,
            self._sem,
            self._opid,
            self._trace_object,
        )

    def __setstate__(self, state):
        (
            self._ignore_epipe,
            self._maxsize,
            self._reader,
            self._writer,
            self._rlock,
            self._write_lock,
            self._sem,
            self._opid,
            self._trace_object,
        ) = state
        self._reset()

    def _reset(self):
        """The private part: no buffer, no feeder. A forked child does this at its first use of it, in which any of its threads
        may be the first."""
        notempty = _thread.new_condition(threading.Lock())
        buffer = _forkscope.new_buffer(self._trace_object)
        wlock = _shown_write_lock(self._write_lock)
        # What is replaced ends after this: that may make calls.
        before = dict(self.__dict__)
        # From here on there is no call, so no other thread comes in between.
        if self._generation == util.generation:
            return
        self._generation = util.generation
        self._wlock = wlock
        self._notempty = notempty
        self._buffer = buffer
        self._notify = notempty.notify
        self._take_buffer = notempty.acquire
        self._give_buffer = notempty.release
        self._append = buffer.append
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None
        self._take_slot = self._sem.acquire
        self._give_slot = self._sem.release
        self._take_reader = self._rlock.acquire
        self._give_reader = self._rlock.release

    def put(self, obj, block=True, timeout=None):
        if self._generation != util.generation:
            self._reset()
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if block and timeout is None:
            # Here and below: what is kept in the object is called by way of a local, which is quicker than as a method.
            take_slot = self._take_slot
            take_slot()
        else:
            _forkscope.queue_asks(self._trace_object, _PUT)
            if not self._take_slot(block, timeout):
                _forkscope.queue_answers(self._trace_object, _PUT, 0)
                raise Full
            _forkscope.queue_answers(self._trace_object, _PUT, 1)
        take_buffer, give_buffer = self._take_buffer, self._give_buffer
        take_buffer()
        try:
            if self._thread is None:
                self._start_thread()
            append, notify = self._append, self._notify
            append(obj)
            notify()
        finally:
            give_buffer()

    def get(self, block=True, timeout=None):
        if self._generation != util.generation:
            self._reset()
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if block and timeout is None:
            take_reader, give_reader, give_slot = self._take_reader, self._give_reader, self._give_slot
            take_reader()
            try:
                data = receive(self._reader._handle, self._trace_object)
            finally:
                give_reader()
            give_slot()
        else:
            data = self._get_within(block, timeout)
        return loads(data)

    def _get_within(self, block, timeout):
        queue = self._trace_object
        _forkscope.queue_asks(queue, _GET)
        if block:
            deadline = monotonic() + timeout
        if not self._take_reader(block, timeout):
            _forkscope.queue_answers(queue, _GET, 0, _LOCK_REFUSED)
            raise Empty
        try:
            # what is left may be less than nothing: even then the pipe is looked at once
            if not self._reader.poll(deadline - monotonic() if block else 0.0):
                _forkscope.queue_answers(queue, _GET, 0, _NOTHING_THERE)
                raise Empty
            data = receive(self._reader._handle, queue)
            self._give_slot()
        finally:
            self._give_reader()
        _forkscope.queue_answers(queue, _GET, 1)
        return data

    def qsize(self):
        queue = self._trace_object
        _forkscope.queue_asks(queue, _QSIZE)
        size = self._maxsize - self._sem._semlock._get_value()
        _forkscope.queue_answers(queue, _QSIZE, size)
        return size

    def empty(self):
        queue = self._trace_object
        _forkscope.queue_asks(queue, _EMPTY)
        if _personality.EMPTY_BY_SEMAPHORE and _personality.HAS_SEMAPHORE_VALUE:
            self._reader._check_closed()
            answer = self._sem._semlock._get_value() == self._maxsize
        else:
            answer = not self._reader.poll()
        _forkscope.queue_answers(queue, _EMPTY, answer)
        return answer

    def full(self):
        queue = self._trace_object
        _forkscope.queue_asks(queue, _FULL)
        answer = self._sem._semlock._is_zero()
        _forkscope.queue_answers(queue, _FULL, answer)
        return answer

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        if self._generation != util.generation:
            self._reset()
        self._closed = True
        _forkscope.note("queue_closed", self._trace_object)
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        util.debug("Queue.join_thread()")
        assert self._closed, f"Queue {self!r} not closed"
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        if self._generation != util.generation:
            self._reset()
        util.debug("Queue.cancel_join_thread()")
        self._joincancelled = True
        if self._jointhread:
            self._jointhread.cancel()

    def _start_thread(self):
        util.debug("Queue._start_thread()")
        self._buffer.clear()
        self._thread = threading.Thread(
            target=Queue._feed,
            args=(
                self._buffer,
                self._notempty,
                self._writer,
                self._write_lock,
                self._reader.close,
                self._writer.close,
                self._ignore_epipe,
                self._on_queue_feeder_error,
                self._sem,
                self._trace_object,
            ),
            name="QueueFeederThread",
            daemon=True,
        )
        try:
            util.debug("doing self._thread.start()")
            self._thread.start()
            util.debug("... done self._thread.start()")
        except:
            self._thread = None
            raise
        if not self._joincancelled:
            self._jointhread = util.Finalize(
                self._thread, Queue._finalize_join, (self._thread,), exitpriority=-5
            )
        self._close = util.Finalize(
            self, Queue._finalize_close, (self._buffer, self._notempty), exitpriority=10
        )

    @staticmethod
    def _finalize_join(thread):
        util.debug("joining queue thread")
        thread.join()
        util.debug("... queue thread joined")

    @staticmethod
    def _finalize_close(buffer, notempty):
        util.debug("telling queue thread to quit")
        with notempty:
            buffer.append_sentinel(_sentinel)
            notempty.notify()

    @staticmethod
    def _feed(buffer, notempty, writer, wlock, close_reader, close_writer, ignore_epipe, on_error, slots, queue):
        util.debug("starting thread to feed data to pipe")
        take = buffer.take
        take_writer = wlock.acquire
        give_writer = wlock.release
        while True:
            obj = _nothing
            try:
                with notempty:
                    if not buffer.size():
                        notempty.wait()
                while True:
                    obj = take(_sentinel, _nothing)
                    if obj is _nothing:
                        break
                    if obj is _sentinel:
                        util.debug("feeder thread got sentinel -- exiting")
                        close_reader()
                        close_writer()
                        _forkscope.note("feeder_ends", queue)
                        return
                    data = dumps(obj, buffer)
                    take_writer()
                    try:
                        send(writer._handle, data, buffer)
                    finally:
                        give_writer()
            except Exception as error:
                if ignore_epipe and getattr(error, "errno", 0) == 32:
                    return
                if util.is_exiting():
                    util.info("error in queue thread: %s", error)
                    return
                # the slot first, so that a full queue goes on working
                slots.release()
                buffer.failed()
                on_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(error, obj):
        from _vm import format_exception

        sys.stderr.write(format_exception(error))
        sys.stderr.flush()

    def __repr__(self):
        return f"<multiprocessing.queues.{type(self).__name__} object at {id(self):#x}>"


class JoinableQueue(Queue):
    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __getstate__(self):
        return Queue.__getstate__(self) + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        if self._generation != util.generation:
            self._reset()
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if not self._take_slot(block, timeout):
            raise Full
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(False)
        self._rlock = ctx.Lock()
        self._write_lock = ctx.Lock()
        self._bind()

    def _bind(self):
        self._wlock = _shown_write_lock(self._write_lock)
        self._trace_object = self._reader._trace_object
        self._take_reader = self._rlock.acquire
        self._give_reader = self._rlock.release
        self._take_writer = self._write_lock.acquire
        self._give_writer = self._write_lock.release

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._reader, self._writer, self._rlock, self._write_lock)

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._write_lock = state
        self._bind()

    def get(self):
        take_reader, give_reader = self._take_reader, self._give_reader
        take_reader()
        try:
            data = receive(self._reader._handle)
        finally:
            give_reader()
        return loads(data)

    def put(self, obj):
        data = dumps(obj)
        take_writer, give_writer = self._take_writer, self._give_writer
        take_writer()
        try:
            send(self._writer._handle, data)
        finally:
            give_writer()
