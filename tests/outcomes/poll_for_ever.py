# Nobody sets the event: main goes round and round, and nothing leads out of the circle.
# outcome: endless ""
from multiprocessing import Event

if __name__ == "__main__":
    event = Event()
    while not event.is_set():
        pass
    print("set")
