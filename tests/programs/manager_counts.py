# The server keeps an object as long as a proxy anywhere stands for it.
from multiprocessing import Manager, Pipe, Process


def keep(proxy, conn):
    conn.send("kept")
    conn.recv()
    conn.send(str(proxy))


def boxed(m):
    inner = m.list(["inside"])
    return m.list([inner])


if __name__ == "__main__":
    with Manager() as m:
        print(m._number_of_objects())
        d, l = m.dict(), m.list([1])
        print(m._number_of_objects(), m._debug_info().count("refcount=1"))
        del d
        print(m._number_of_objects())
        here, there = Pipe()
        p = Process(target=keep, args=(l, there))
        p.start()
        here.recv()
        print(m._debug_info().count("refcount=2"))
        del l
        print(m._number_of_objects())
        here.send("go on")
        print(here.recv())
        p.join()
        print(m._number_of_objects())
        box = boxed(m)
        print(m._number_of_objects(), box[0])
        del box
        print(m._number_of_objects())
# expect: 0
# expect: 2 2
# expect: 1
# expect: 1
# expect: 1
# expect: [1]
# expect: 0
# expect: 1 ['inside']
# expect: 0
