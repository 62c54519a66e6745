"""One end of a connection: `listen` says where and gives everything back, `connect ADDRESS` sends and compares."""
import sys
from multiprocessing.connection import Client, Listener
from items import check, item

KEY = b"only the family knows it"
COUNT = 320


def listen():
    with Listener(authkey=KEY) as listener:
        print(listener.address, flush=True)
        with listener.accept() as conn:
            for received in iter(conn.recv, "end"):
                conn.send(received)
            conn.send_bytes(conn.recv_bytes())


def connect(address):
    with Client(address, authkey=KEY) as conn:
        for number in range(COUNT):
            conn.send(item(number))
            check(number, conn.recv())
        conn.send("end")
        conn.send_bytes(b"raw")
        assert conn.recv_bytes() == b"raw"
    print("all came back")


if __name__ == "__main__":
    if sys.argv[1] == "listen":
        listen()
    else:
        connect(sys.argv[2])
