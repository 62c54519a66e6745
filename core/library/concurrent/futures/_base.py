"""Futures, waiting for several of them, and what the executors have in common."""

import collections
import logging
import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
# Cancelled by its owner; the second one: and the executor has seen it.
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_STATE_NAMES = {
    PENDING: "pending",
    RUNNING: "running",
    CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}

LOGGER = logging.getLogger("concurrent.futures")


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class _Waiter:
    """Told of every future of a set that is finished; its event says that the wait is over."""

    def __init__(self, pending_calls=1, stop_on_exception=False):
        self.event = threading.Event()
        self.finished_futures = []
        self.lock = threading.Lock()
        self.num_pending_calls = pending_calls
        self.stop_on_exception = stop_on_exception

    def _tell(self, future, is_last):
        with self.lock:
            self.finished_futures.append(future)
            self.num_pending_calls -= 1
            if is_last or self.num_pending_calls <= 0:
                self.event.set()

    def add_result(self, future):
        self._tell(future, False)

    def add_exception(self, future):
        self._tell(future, self.stop_on_exception)

    def add_cancelled(self, future):
        self._tell(future, False)


class _AllOf:
    """The conditions of several futures, taken in one order whoever takes them."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *details):
        for future in self.futures:
            future._condition.release()


def _is_over(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def as_completed(fs, timeout=None):
    """The futures in the order in which they finish; TimeoutError when that takes too long."""
    end_time = None if timeout is None else timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    waiter = _Waiter()
    with _AllOf(fs):
        finished = [future for future in fs if _is_over(future)]
        pending = _wait_for_rest(fs, waiter)
    fs = None
    try:
        yield from _given_out(finished)
        while pending:
            wait_timeout = None
            if end_time is not None:
                wait_timeout = end_time - time.monotonic()
                if wait_timeout < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(wait_timeout)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            for future in finished:
                pending.remove(future)
                with future._condition:
                    future._waiters.remove(waiter)
            future = None
            finished.reverse()
            yield from _given_out(finished)
    finally:
        for future in pending:
            with future._condition:
                if waiter in future._waiters:
                    future._waiters.remove(waiter)


def _wait_for_rest(futures, waiter):
    """Those that are not over; each tells the waiter when it is."""
    pending = {future for future in futures if not _is_over(future)}
    for future in pending:
        future._waiters.append(waiter)
    return pending


def _given_out(futures):
    """From the last to the first; nothing here keeps one that was given out."""
    while futures:
        yield futures.pop()


DoneAndNotDoneFutures = collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits until the first, the first with an exception, or all of the futures are finished."""
    futures = set(fs)
    with _AllOf(futures):
        done = {future for future in futures if _is_over(future)}
        not_done = futures - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any([_has_failed(future) for future in done]):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        waiter = _make_waiter(len(not_done), return_when)
        for future in not_done:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    for future in not_done:
        with future._condition:
            future._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, futures - done)


def _has_failed(future):
    return future._state == FINISHED and future._exception is not None


def _make_waiter(pending, return_when):
    if return_when == FIRST_COMPLETED:
        return _Waiter()
    if return_when == FIRST_EXCEPTION:
        return _Waiter(pending, stop_on_exception=True)
    if return_when == ALL_COMPLETED:
        return _Waiter(pending)
    raise ValueError("Invalid return condition: %r" % (return_when,))


class Future:
    """A result to come. Made by executors."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            LOGGER.exception("exception calling callback for %r", self)

    def __repr__(self):
        with self._condition:
            outcome = ""
            if self._state == FINISHED:
                if self._exception:
                    outcome = " raised " + self._exception.__class__.__name__
                else:
                    outcome = " returned " + self._result.__class__.__name__
            return "<%s at %#x state=%s%s>" % (self.__class__.__name__, id(self), _STATE_NAMES[self._state], outcome)

    def cancel(self):
        """False if it is too late for that."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def __get_result(self):
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            # the frame would keep the future alive through the exception's traceback
            self = None

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _wait_until_over(self, timeout):
        """With the condition held."""
        for attempt in range(2):
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return
            if attempt == 0:
                self._condition.wait(timeout)
        raise TimeoutError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._wait_until_over(timeout)
                return self.__get_result()
        finally:
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._wait_until_over(timeout)
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        """False: it was cancelled and is not to be carried out."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            LOGGER.critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def _check_unfinished(self):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError("{}: {!r}".format(self._state, self))

    def set_result(self, result):
        with self._condition:
            self._check_unfinished()
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            self._check_unfinished()
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As map(), but all calls are submitted at once; the results come in the order of the arguments."""
        end_time = None if timeout is None else timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results_in_order(futures, end_time)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results_in_order(futures, end_time):
    try:
        futures.reverse()
        while futures:
            # taken out first, so that nothing here keeps what was given out
            if end_time is None:
                yield _result_or_cancel(futures.pop())
            else:
                yield _result_or_cancel(futures.pop(), end_time - time.monotonic())
    finally:
        for future in futures:
            future.cancel()


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        future = None
