# One thread changes an attribute by its name, the other one in the object's __dict__, with a call between reading and writing: the
# change of the first may be lost. The first has no call in between: what the second has changed stays.
# outcome: ok "1\n"
# outcome: ok "2\n"
# every bytecode: nothing else
import threading


class Box:
    pass


box = Box()
box.count = 0


def by_name():
    seen = box.count
    box.count = seen + 1


def in_dict():
    seen = box.__dict__["count"]
    str(seen)
    box.__dict__["count"] = seen + 1


if __name__ == "__main__":
    threads = [threading.Thread(target=by_name), threading.Thread(target=in_dict)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(box.count)
