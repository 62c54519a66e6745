# At the end of a process what its module holds comes to its end, also objects that only hold each other, while all names are
# still there; but not in a child of multiprocessing.
import multiprocessing
import os


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        show(f"del {self.name}, then {ending}")


def show(text):
    os.write(1, f"{text}\n".encode())


def work():
    Node("in child")
    show("child ends")


ending = "nothing"

if __name__ == "__main__":
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    Node("first")
    Node("second")
    held = Node("third")
    held.other = Node("fourth")
    alone = Node("fifth")
    alone.me = None
    show("end")

# expect: child ends
# expect: end
# expect: del first, then nothing
# expect: del second, then nothing
# expect: del third, then nothing
# expect: del fourth, then nothing
# expect: del fifth, then nothing
