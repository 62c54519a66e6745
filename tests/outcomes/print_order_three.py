# Three lines by three processes that do not wait for each other before they print: 3! = 6 orders.
# outcome: ok "a\nb\nmain\n"
# outcome: ok "a\nmain\nb\n"
# outcome: ok "b\na\nmain\n"
# outcome: ok "b\nmain\na\n"
# outcome: ok "main\na\nb\n"
# outcome: ok "main\nb\na\n"
from multiprocessing import Process


def say(word):
    print(word, flush=True)


if __name__ == "__main__":
    a = Process(target=say, args=("a",))
    b = Process(target=say, args=("b",))
    a.start()
    b.start()
    print("main", flush=True)
    a.join()
    b.join()
