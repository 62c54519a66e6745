# Two processes send into one end; a short message is one write, so the two come whole, in either order.
# outcome: ok "1 2\n"
# outcome: ok "2 1\n"
from multiprocessing import Pipe, Process


def work(connection, item):
    connection.send(item)


if __name__ == "__main__":
    here, there = Pipe(duplex=False)
    a = Process(target=work, args=(there, 1))
    b = Process(target=work, args=(there, 2))
    a.start()
    b.start()
    print(here.recv(), here.recv())
    a.join()
    b.join()
