# A child ends when its threads have, unless they are daemons.
# stands for: _TestProcess.test_wait_for_threads
# arguments: --start-method fork
# arguments: --start-method spawn
import threading
import time
from multiprocessing import Event, Process


def late(event, seconds):
    time.sleep(seconds)
    event.set()


def work(event, daemon):
    threading.Thread(target=late, args=(event, 60 if daemon else 0.1), daemon=daemon).start()


if __name__ == "__main__":
    for daemon in (False, True):
        event = Event()
        p = Process(target=work, args=(event, daemon))
        p.start()
        p.join()
        print(p.exitcode, event.is_set())
# expect: 0 True
# expect: 0 False
