# A server that others reach by its address and key, as if it were on another machine.
# stands for: _TestRemoteManager.test_remote
import queue
from multiprocessing import AuthenticationError, Process
from multiprocessing.managers import BaseManager

the_queue = queue.Queue()


class QueueServer(BaseManager):
    pass


class QueueClient(BaseManager):
    pass


QueueServer.register("get_queue", callable=lambda: the_queue)
QueueClient.register("get_queue")


def put_from_elsewhere(address, authkey):
    client = QueueClient(address=address, authkey=authkey)
    client.connect()
    client.get_queue().put(("hello", 1, None, True, 2.25))


if __name__ == "__main__":
    server = QueueServer(address=("localhost", 0), authkey=b"secret")
    server.start()
    print(type(server.address).__name__, server.address[1] > 0)
    p = Process(target=put_from_elsewhere, args=(server.address, b"secret"))
    p.start()
    p.join()
    client = QueueClient(address=server.address, authkey=b"secret")
    client.connect()
    print(client.get_queue().get(timeout=100))
    stranger = QueueClient(address=server.address, authkey=b"wrong")
    try:
        stranger.connect()
    except AuthenticationError as error:
        print(error)
    try:
        stranger.get_queue()
    except AssertionError as error:
        print(error)
    server.shutdown()
    try:
        client.connect()
    except ConnectionRefusedError as error:
        print(type(error).__name__)
# expect: tuple True
# expect: ('hello', 1, None, True, 2.25)
# expect: digest sent was rejected
# expect: server not yet started
# expect: ConnectionRefusedError
