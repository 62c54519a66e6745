# poll() looks whether something has been sent yet: before the child's send(), or after it. recv() waits, and gets 1 in both.
# outcome: ok "False 1\n"
# outcome: ok "True 1\n"
from multiprocessing import Pipe, Process


def work(connection):
    connection.send(1)


if __name__ == "__main__":
    here, there = Pipe()
    child = Process(target=work, args=(there,))
    child.start()
    print(here.poll(), here.recv())
    child.join()
