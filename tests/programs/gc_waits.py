# Garbage waits until it is looked for, however much happens in between.
import gc
import os
import weakref

gc.collect()
gc.disable()


class Node:
    pass


class Ended:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        show(f"del {self.name} {getattr(self, 'others', None)}")


def show(text):
    os.write(1, f"{text}\n".encode())


def ask():
    for number in range(12):
        reader, writer = os.pipe()
        os.write(writer, b"x")
        os.read(reader, 1)
        os.close(reader)
        os.close(writer)


def plain():
    for number in range(3):
        node = Node()
        node.me = node
        node.items = [node, {"one": [1]}]


def observed():
    node = Node()
    node.me = node
    node.value = 5
    return weakref.ref(node)


def with_ends():
    first, second = Ended("second"), Ended("first")
    second.name, first.name = "later", "sooner"
    first.others, second.others = [second.name], (first.name,)
    node = Node()
    node.me = node
    node.ends = [second, first]


def of_a_class():
    class Alone:
        def method(self):
            return [Alone]

        @property
        def value(self):
            return 1


plain()
ask()
show(gc.collect())
reference = observed()
ask()
show(reference().value)
ask()
show(gc.collect())
show(reference())
with_ends()
ask()
show("before")
show(gc.collect())
of_a_class()
ask()
plain()
ask()
show(gc.collect())


# What comes back was never gone.
reference = observed()
ask()
back = reference()
ask()
show(gc.collect())
show(back.me.value)
back.me = None
del back
ask()
show(reference())
show(gc.collect())
with_ends()
ask()
show("end")

# expect: 12
# expect: 5
# expect: 1
# expect: None
# expect: before
# expect: del sooner ['later']
# expect: del later ('sooner',)
# expect: 6
# expect: 23
# expect: 0
# expect: 5
# expect: None
# expect: 0
# expect: end
# expect: del sooner ['later']
# expect: del later ('sooner',)
