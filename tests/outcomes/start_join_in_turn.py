# The second is started when the first has ended: one order.
# outcome: ok "a\nb\n"
from multiprocessing import Process


def say(word):
    print(word, flush=True)


if __name__ == "__main__":
    for word in "ab":
        child = Process(target=say, args=(word,))
        child.start()
        child.join()
