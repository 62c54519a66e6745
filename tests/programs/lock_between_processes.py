# A lock keeps two processes apart.
# arguments: --start-method spawn
from multiprocessing import Lock, Process, Queue


def write(lock, q, name):
    for _ in range(20):
        with lock:
            q.put(name + " begins")
            q.put(name + " ends")


if __name__ == "__main__":
    lock, q = Lock(), Queue()
    lock.acquire()
    p = Process(target=write, args=(lock, q, "child"))
    p.start()
    p.join(0.1)
    print(q.empty(), p.is_alive())
    lock.release()
    p.join()
    print(q.qsize(), q.get(), q.get())
# expect: True True
# expect: 40 child begins child ends
