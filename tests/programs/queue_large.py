# An item larger than the pipe: the feeder waits for the reader, put() does not.
# arguments: --start-method spawn
from multiprocessing import Process, Queue


def read(q, answer):
    data = q.get()
    answer.put((len(data), data[:3], data[-3:]))


if __name__ == "__main__":
    q, answer = Queue(), Queue()
    q.put(b"abc" * 400000)
    q.put(b"")
    p = Process(target=read, args=(q, answer))
    p.start()
    print(answer.get(timeout=100))
    p.join()
    print(q.get())
# expect: (1200000, b'abc', b'abc')
# expect: b''
