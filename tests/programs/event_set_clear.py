# An event: set wakes everybody and stays; clear takes it back; wait says whether it is set.
# stands for: _TestEvent.test_event, _TestEvent.test_repr
# arguments: --start-method spawn
import time
from multiprocessing import Event, Process


def set_later(event):
    time.sleep(0.1)
    event.set()


if __name__ == "__main__":
    event = Event()
    began = time.monotonic()
    print(event.is_set(), event.wait(0.0), event.wait(0.1), time.monotonic() - began >= 0.099, event.wait(-1))
    event.set()
    event.set()
    print(event.is_set(), event.wait(), event.wait(5), repr(event).endswith(" set>"))
    event.clear()
    event.clear()
    print(event.is_set(), event.wait(0), repr(event).endswith(" unset>"))
    p = Process(target=set_later, args=(event,))
    p.start()
    print(event.wait())
    p.join()
# expect: False False False True False
# expect: True True True True
# expect: False False True
# expect: True
