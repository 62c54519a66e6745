# What a Process keeps of its arguments, and the flag daemon that it inherits or is given.
# stands for: _TestProcess.test_args_argument, _TestProcess.test_daemon_argument
# arguments: --start-method fork
# arguments: --start-method spawn
from multiprocessing import Process, Queue


def report(q, *args, **kwargs):
    q.put((args, sorted(kwargs.items())))


if __name__ == "__main__":
    q = Queue()
    for args, kwargs in (((), {}), ([1], {"b": 2}), ((1, 2), {"b": None, "a": [3]})):
        p = Process(target=report, args=(q, *args), kwargs=kwargs)
        p.start()
        print(q.get())
        p.join()
    print(Process(args=[1, 2])._args, Process(kwargs={"x": 1})._kwargs)
    print(Process().daemon, Process(daemon=True).daemon, Process(daemon=False).daemon)
    for bad in ({"group": 1}, {"args": 5}, {"surprise": 1}):
        try:
            Process(**bad)
        except (AssertionError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        p.daemon = True
    except AssertionError as error:
        print(error)
# expect: ((), [])
# expect: ((1,), [('b', 2)])
# expect: ((1, 2), [('a', [3]), ('b', None)])
# expect: (1, 2) {'x': 1}
# expect: False True False
# expect: AssertionError group argument must be None for now
# expect: TypeError 'int' object is not iterable
# expect: TypeError BaseProcess.__init__() got an unexpected keyword argument 'surprise'
# expect: process has already started
