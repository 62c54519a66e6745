# append() is one call of a built-in function, and no bytecode ends within it: both items are there, wherever the GIL is handed over.
# outcome: ok "2\n"
# every bytecode: nothing else
from threading import Thread

items = []


def work():
    items.append(1)


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(items))
