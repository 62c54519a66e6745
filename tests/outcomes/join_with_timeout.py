# join() gives up after a second; whether the child has ended by then is open. is_alive() looks again, later.
# outcome: ok "False\n"
# outcome: ok "True\n"
from multiprocessing import Process


def work():
    pass


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join(1)
    print(child.is_alive())
    child.join()
