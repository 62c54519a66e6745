# A child made by fork() has what its forking thread kept in a threading.local, and nothing of the other threads.
import os
import threading


class Counter(threading.local):
    def __init__(self):
        print("made in", threading.current_thread().name, flush=True)
        self.count = 0


def in_child():
    child = os.fork()
    if child == 0:
        print(data.__dict__, counter.count, flush=True)
        thread = threading.Thread(target=lambda: print(data.__dict__, flush=True))
        thread.start()
        thread.join()
        os._exit(0)
    os.waitpid(child, 0)


def other():
    data.name = "other"
    counter.count = 7
    in_child()


data = threading.local()
data.name = "main"
counter = Counter()
counter.count = 5
in_child()
thread = threading.Thread(target=other, name="second")
thread.start()
thread.join()
print(data.__dict__, counter.count)
# expect: made in MainThread
# expect: {'name': 'main'} 5
# expect: {}
# expect: made in second
# expect: {'name': 'other'} 7
# expect: {}
# expect: {'name': 'main'} 5
