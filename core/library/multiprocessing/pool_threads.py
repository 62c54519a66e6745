"""What the threads of a pool do: one keeps the number of workers, one sends tasks, one takes in results; and their end."""

import threading
import time
import _forkscope
from . import util
from .connection import wait
from .pool_worker import worker

RUN = "RUN"
TERMINATE = "TERMINATE"

# How many results may be left when the result thread ends: as many are read, so that no worker hangs in its last write.
_LEFT_OVER_RESULTS = 10


class PoolThreads:
    @staticmethod
    def _get_worker_sentinels(workers):
        return [process.sentinel for process in workers if hasattr(process, "sentinel")]

    @staticmethod
    def _join_exited_workers(pool):
        cleaned = False
        for i in range(len(pool) - 1, -1, -1):
            process = pool[i]
            if process.exitcode is not None:
                util.debug("cleaning up worker %d" % i)
                process.join()
                cleaned = True
                del pool[i]
        return cleaned

    @staticmethod
    def _repopulate_pool_static(
        ctx,
        Process,
        processes,
        pool,
        inqueue,
        outqueue,
        initializer,
        initargs,
        maxtasksperchild,
        wrap_exception,
        trace_object,
    ):
        args = (inqueue, outqueue, initializer, initargs, maxtasksperchild, wrap_exception, trace_object)
        for _ in range(processes - len(pool)):
            process = Process(ctx, target=worker, args=args)
            process.name = process.name.replace("Process", "PoolWorker")
            process.daemon = True
            process.start()
            pool.append(process)
            util.debug("added worker")

    @staticmethod
    def _maintain_pool(description):
        """True if workers had to be replaced."""
        if not PoolThreads._join_exited_workers(description[3]):
            return False
        PoolThreads._repopulate_pool_static(*description)
        return True

    @staticmethod
    def _wait_for_updates(sentinels, change_notifier, timeout=None):
        if change_notifier._reader in wait(sentinels, timeout=timeout):
            while not change_notifier.empty():
                change_notifier.get()

    @classmethod
    def _handle_workers(cls, cache, taskqueue, description, sentinels, change_notifier):
        thread = threading.current_thread()
        current_sentinels = None
        while thread._state == RUN or (cache and thread._state != TERMINATE):
            if cls._maintain_pool(description) or current_sentinels is None:
                current_sentinels = [*cls._get_worker_sentinels(description[3]), *sentinels]
            cls._wait_for_updates(current_sentinels, change_notifier)
        taskqueue.put(None)
        util.debug("worker handler exiting")

    @staticmethod
    def _handle_tasks(taskqueue, put, outqueue, pool, cache, trace_object):
        thread = threading.current_thread()
        while True:
            job = taskqueue.get()
            if job is None:
                util.debug("task handler got sentinel")
                break
            tasks, set_length = job
            if not PoolThreads._send_tasks(thread, tasks, set_length, put, cache, trace_object):
                util.debug("task handler found thread._state != RUN")
                break
            job = tasks = set_length = None
        try:
            util.debug("task handler sending sentinel to result handler")
            outqueue.put(None)
            util.debug("task handler sending sentinel to workers")
            for _ in pool:
                put(None)
        except OSError:
            util.debug("task handler got OSError when sending sentinels")
        util.debug("task handler exiting")

    @staticmethod
    def _send_tasks(thread, tasks, set_length, put, cache, trace_object):
        """False if the pool does not run any more."""
        note = _forkscope.note if _forkscope.tracing() else None
        task = None
        for task in tasks:
            if thread._state != RUN:
                return False
            if note:
                note("task_submitted", trace_object, task[0], task[1])
            try:
                put(task)
            except Exception as error:
                try:
                    cache[task[0]]._set(task[1], (False, error))
                except KeyError:
                    pass
        if set_length:
            util.debug("doing set_length()")
            set_length(task[1] + 1 if task else 0)
        return True

    @staticmethod
    def _handle_results(outqueue, get, cache, trace_object):
        thread = threading.current_thread()
        note = _forkscope.note if _forkscope.tracing() else None
        got_sentinel = False
        while not got_sentinel or (cache and thread._state != TERMINATE):
            try:
                task = get()
            except (OSError, EOFError):
                util.debug("result handler got EOFError/OSError -- exiting")
                return
            if thread._state != RUN:
                assert thread._state == TERMINATE, "Thread not in TERMINATE"
                util.debug("result handler found thread._state=TERMINATE")
                break
            if task is None:
                util.debug("result handler got sentinel")
                got_sentinel = True
                continue
            job, i, obj = task
            if note:
                note("result_received", trace_object, job, i, None, obj[0])
            try:
                cache[job]._set(i, obj)
            except KeyError:
                pass
            task = job = obj = None
        PoolThreads._make_room(outqueue, get)
        util.debug("result handler exiting: len(cache)=%s, thread._state=%s", len(cache), thread._state)

    @staticmethod
    def _make_room(outqueue, get):
        if not hasattr(outqueue, "_reader"):
            return
        util.debug("ensuring that outqueue is not full")
        try:
            for _ in range(_LEFT_OVER_RESULTS):
                if not outqueue._reader.poll():
                    break
                get()
        except (OSError, EOFError):
            pass

    @staticmethod
    def _help_stuff_finish(inqueue, task_handler, size):
        """The task thread may wait for room: empty the queue for it. The workers' lock is kept for good."""
        util.debug("removing tasks from inqueue until task handler finished")
        inqueue._rlock.acquire()
        while task_handler.is_alive() and inqueue._reader.poll():
            inqueue._reader.recv()
            time.sleep(0)

    @classmethod
    def _terminate_pool(
        cls,
        taskqueue,
        inqueue,
        outqueue,
        pool,
        change_notifier,
        worker_handler,
        task_handler,
        result_handler,
        cache,
    ):
        util.debug("finalizing pool")
        worker_handler._state = TERMINATE
        change_notifier.put(None)
        task_handler._state = TERMINATE
        util.debug("helping task handler/workers to finish")
        cls._help_stuff_finish(inqueue, task_handler, len(pool))
        if not result_handler.is_alive() and len(cache) != 0:
            raise AssertionError("Cannot have cache with result_hander not alive")
        result_handler._state = TERMINATE
        change_notifier.put(None)
        outqueue.put(None)
        # its workers must not be replaced while they are being ended
        cls._join_thread(worker_handler, "worker handler")
        processes = pool if pool and hasattr(pool[0], "terminate") else []
        if processes:
            util.debug("terminating workers")
        for process in processes:
            if process.exitcode is None:
                process.terminate()
        cls._join_thread(task_handler, "task handler")
        cls._join_thread(result_handler, "result handler")
        if processes:
            util.debug("joining pool workers")
        for process in processes:
            if process.is_alive():
                util.debug("cleaning up worker %d" % process.pid)
                process.join()

    @staticmethod
    def _join_thread(thread, name):
        util.debug(f"joining {name}")
        if threading.current_thread() is not thread:
            thread.join()
