# wait() returns at once if the event is set, and otherwise when it is: set() wakes whoever sleeps, under the same lock.
# outcome: ok "set\n"
from multiprocessing import Event, Process


def work(event):
    event.set()


if __name__ == "__main__":
    event = Event()
    child = Process(target=work, args=(event,))
    child.start()
    event.wait()
    print("set")
    child.join()
