# SimpleQueue: a pipe and two locks. put() pickles and writes itself, so what it refuses is refused at once.
# stands for: TestSimpleQueue.test_empty, TestSimpleQueue.test_close, TestSimpleQueue.test_closed, TestSimpleQueue.test_empty_exceptions
# arguments: --start-method spawn
from multiprocessing import Event, Process, SimpleQueue


def put_twice(q, start, done):
    start.wait()
    q.put(q.empty())
    q.put(q.empty())
    done.set()


if __name__ == "__main__":
    q, start, done = SimpleQueue(), Event(), Event()
    p = Process(target=put_twice, args=(q, start, done))
    p.start()
    print(q.empty())
    start.set()
    done.wait()
    print(q.empty(), q.get(), q.get(), q.empty())
    p.join()
    items = [1]
    q.put(items)
    items.append(2)
    print(q.get())
    try:
        q.put(lambda: 0)
    except Exception as error:
        print(type(error).__name__, q.empty())
    q.close()
    q.close()
    print(q._reader.closed, q._writer.closed)
    for action in (q.empty, q.get, lambda: q.put(1)):
        try:
            action()
        except OSError as error:
            print(error)
# expect: True
# expect: False True False True
# expect: [1]
# expect: PicklingError True
# expect: True True
# expect: handle is closed
# expect: handle is closed
# expect: handle is closed
