# Code that exec() runs changes the program's variables like any other: between its reading and writing there is a call.
# outcome: ok "1\n"
# outcome: ok "2\n"
# every bytecode: nothing else
import threading

count = 0


def work():
    exec("seen = count\nstr(seen)\ncount = seen + 1", globals())


if __name__ == "__main__":
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count)
