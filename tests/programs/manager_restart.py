# A server that has ended gives its address free at once.
# stands for: _TestManagerRestart.test_rapid_restart
import queue
from multiprocessing.managers import BaseManager


class QueueManager(BaseManager):
    pass


QueueManager.register("get_queue", queue.Queue)

if __name__ == "__main__":
    address = ("localhost", 0)
    for i in range(3):
        m = QueueManager(address=address, authkey=b"key")
        m.start()
        address = m.address
        q = m.get_queue()
        q.put(i)
        print(q.get(), address[1] > 0)
        del q
        m.shutdown()
# expect: 0 True
# expect: 1 True
# expect: 2 True
