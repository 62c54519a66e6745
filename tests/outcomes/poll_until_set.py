# Main polls until the child has set the event: a circle of states that it leaves when that happens. It is no hang: from everywhere the
# child can still move.
# outcome: ok "set\n"
from multiprocessing import Event, Process


def work(event):
    event.set()


if __name__ == "__main__":
    event = Event()
    child = Process(target=work, args=(event,))
    child.start()
    while not event.is_set():
        pass
    print("set")
    child.join()
