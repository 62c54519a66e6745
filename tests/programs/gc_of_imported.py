# What a class or a closure holds has its end as well, in the order in which it was made.
import gc
import os

gc.collect()
gc.disable()


class Ended:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        os.write(1, f"del {self.name}\n".encode())


def ask():
    reader, writer = os.pipe()
    os.write(writer, b"x")
    os.read(reader, 1)
    os.close(reader)
    os.close(writer)


first = Ended("first")


class Holder:
    held = Ended("second")


def make():
    third = Ended("third")

    def use():
        return third

    return use


use = make()
fourth = Ended("fourth")
ask()
del first
ask()


def circle():
    one = Ended("one")
    one.me = one
    two = Ended("two")
    two.me = two


circle()
ask()
os.write(1, f"{gc.collect()}\n".encode())
Holder.held = None
ask()
use = None
fourth = None
ask()
os.write(1, b"end\n")
# expect: del first
# expect: del one
# expect: del two
# expect: 2
# expect: del second
# expect: del third
# expect: del fourth
# expect: end
