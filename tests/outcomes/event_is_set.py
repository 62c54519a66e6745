# The child sets the event at some time; main looks once, before or after.
# outcome: ok "False\n"
# outcome: ok "True\n"
from multiprocessing import Event, Process


def work(event):
    event.set()


if __name__ == "__main__":
    event = Event()
    child = Process(target=work, args=(event,))
    child.start()
    print(event.is_set())
    child.join()
