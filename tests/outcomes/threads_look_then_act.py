# The look at `done` and the act are two bytecodes without a call or a backward jump in between: in CPython 3.11 one thread does both, and
# the other finds it done. At every bytecode both may look before either acts: then both add 1, which gives 2, or 1 if an update is lost.
# outcome: ok "1\n"
# every bytecode: ok "2\n"
from threading import Thread

done = False
count = 0


def work():
    global done, count
    if not done:
        done = True
        count += 1


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count)
