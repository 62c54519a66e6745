# Two threads put one item each into a queue.Queue: in either order.
# outcome: ok "1 2\n"
# outcome: ok "2 1\n"
# every bytecode: nothing else
from queue import Queue
from threading import Thread

if __name__ == "__main__":
    q = Queue()
    threads = [Thread(target=q.put, args=(item,)) for item in (1, 2)]
    for thread in threads:
        thread.start()
    print(q.get(), q.get())
    for thread in threads:
        thread.join()
