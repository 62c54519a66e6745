# The object is a dict of a class of its own: its attributes are shared like those of any other object.
# outcome: ok "1\n"
# outcome: ok "2\n"
# every bytecode: nothing else
import threading


class Store(dict):
    changes = 0


store = Store()


def work():
    seen = store.changes
    str(seen)
    store.changes = seen + 1


if __name__ == "__main__":
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(store.changes)
