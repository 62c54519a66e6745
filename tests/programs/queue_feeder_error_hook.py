# What the feeder does with an item that cannot be pickled can be said by a subclass.
# shows: T8
# stands for: _TestQueue.test_queue_feeder_on_queue_feeder_error
import multiprocessing
from multiprocessing.queues import Queue

seen = []


class Unpicklable:
    def __reduce__(self):
        seen.append("pickling")
        raise AttributeError("not me")


class SafeQueue(Queue):
    @staticmethod
    def _on_queue_feeder_error(error, item):
        seen.append((type(error).__name__, str(error), type(item).__name__))


q = SafeQueue(1, ctx=multiprocessing.get_context())
q.put(Unpicklable())
q.put("goes on", timeout=100)
print(q.get(timeout=100), seen)
# expect: goes on ['pickling', ('AttributeError', 'not me', 'Unpicklable')]
