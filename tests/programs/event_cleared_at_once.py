# clear() straight after set(): a waiter that was woken looks at the flag once more, and may find it down.
# shows: 1.1
from multiprocessing import Event, Process, Queue


def wait(event, answers):
    answers.put(event.wait(100))


if __name__ == "__main__":
    event, answers = Event(), Queue()
    p = Process(target=wait, args=(event, answers))
    p.start()
    while event._cond._sleeping_count.get_value() == 0:
        pass
    # as set() does, with clear() before the lock is given back
    with event._cond:
        event._flag.release()
        event._cond.notify_all()
        event._flag.acquire(False)
    print(answers.get(), event.is_set())
    p.join()
# expect: False False
