# A listener and a client: they prove to each other that they know the key, then talk as the ends of a pipe do.
import multiprocessing as mp
import os
from multiprocessing.connection import Client, Listener


def call(address, key):
    with Client(address, authkey=key) as conn:
        conn.send(["hello", 1])
        print(conn.recv(), flush=True)


def main():
    for key in (None, b"secret"):
        with Listener(authkey=key) as listener:
            print(type(listener.address).__name__, os.path.exists(listener.address), listener.last_accepted)
            p = mp.Process(target=call, args=(listener.address, key))
            p.start()
            with listener.accept() as conn:
                print(conn.recv(), repr(listener.last_accepted), flush=True)
                conn.send("welcome")
            p.join()
            address = listener.address
        print(os.path.exists(address))
    with Listener(("localhost", 0), authkey=b"over the net") as listener:
        host, port = listener.address
        print(host, port > 0)
        p = mp.Process(target=call, args=(listener.address, b"over the net"))
        p.start()
        with listener.accept() as conn:
            print(conn.recv(), listener.last_accepted[0], flush=True)
            conn.send("welcome")
        p.join()


if __name__ == "__main__":
    main()
# expect: str True None
# expect: ['hello', 1] ''
# expect: welcome
# expect: False
# expect: str True None
# expect: ['hello', 1] ''
# expect: welcome
# expect: False
# expect: 127.0.0.1 True
# expect: ['hello', 1] 127.0.0.1
# expect: welcome
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
