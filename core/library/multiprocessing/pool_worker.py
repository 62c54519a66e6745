"""What runs in a worker of a pool, and how its exceptions travel. Shown as part of multiprocessing.pool."""

import itertools
import _forkscope
from . import util

# what is defined from here on says that it is of that module
__name__ = "multiprocessing.pool"


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


def _helper_reraises_exception(ex):
    """The task that stands for an iterable that failed."""
    raise ex


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """Pickles as the exception alone; rebuilt, the text of its traceback is its cause."""

    def __init__(self, exc, tb):
        from _vm import format_as_module

        self.tb = f'\n"""\n{format_as_module(exc)}"""'
        self.exc = exc
        self.exc.__traceback__ = None

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """Wraps what could not be pickled on its way back."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{self.__class__.__name__}: {self}>"


def worker(
    inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False, trace_object=0
):
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError(f"Maxtasks {maxtasks!r} is not valid")
    get = inqueue.get
    put = outqueue.put
    if hasattr(inqueue, "_writer"):
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    note = _forkscope.note if _forkscope.tracing() else None
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = get()
        except (EOFError, OSError):
            util.debug("worker got EOFError or OSError -- exiting")
            break
        if task is None:
            util.debug("worker got sentinel -- exiting")
            break
        job, i, func, args, kwds = task
        if note:
            note("task_started", trace_object, job, i)
        try:
            result = (True, func(*args, **kwds))
        except Exception as error:
            result = (False, error)
            if wrap_exception and func is not _helper_reraises_exception:
                result = (False, ExceptionWithTraceback(error, error.__traceback__))
        if note:
            note("task_done", trace_object, job, i, None, result[0])
        try:
            put((job, i, result))
        except Exception as error:
            import multiprocessing.pool  # where a pickle of the class below looks for it

            wrapped = MaybeEncodingError(error, result[1])
            util.debug("Possible encoding error while sending result: %s", wrapped)
            put((job, i, (False, wrapped)))
        # nothing of a finished task lives on while the worker waits for the next one
        task = job = result = func = args = kwds = None
        completed += 1
    util.debug("worker exiting after %d tasks", completed)
