# One thread changes a variable by its name, the other one in the dict that globals() gives: it is the same variable. There is no
# call between reading and writing.
# outcome: ok "2\n"
# every bytecode: ok "1\n"
import threading

count = 0


def by_name():
    global count
    seen = count
    count = seen + 1


def in_dict():
    names = globals()
    seen = names["count"]
    names["count"] = seen + 1


if __name__ == "__main__":
    threads = [threading.Thread(target=by_name), threading.Thread(target=in_dict)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count)
