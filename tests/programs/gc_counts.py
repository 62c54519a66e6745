# What gc.collect() says of objects that only hold each other.
import gc
from collections import deque

gc.collect()
gc.disable()


class Node:
    pass


def list_in_itself():
    items = []
    items.append(items)


def two_instances():
    first, second = Node(), Node()
    first.other, second.other = second, first


def parent_and_children():
    parent = Node()
    parent.children = []
    for number in range(3):
        child = Node()
        child.parent = parent
        child.number = number
        parent.children.append(child)


def closure_that_calls_itself():
    def count(number):
        return count(number - 1) if number else 0

    count(3)


def class_alone():
    class Alone:
        pass


def class_with_methods():
    class Shape:
        sides = 4

        def area(self):
            return 1

        def name(self):
            return "shape"


def class_with_super():
    class Derived(Node):
        def method(self):
            return super().__repr__()


def class_and_instance():
    class Own:
        pass

    made = Own()
    made.me = made


def class_of_exception():
    class Wrong(Exception):
        pass


def class_with_slots():
    class Point:
        __slots__ = ("x", "y")

    point = Point()
    point.x = point


def exception_in_itself():
    error = ValueError("text")
    error.me = error


def dict_in_itself():
    table = {"plain": {}, "values": {"a": 1}}
    table["me"] = table


def tuple_and_list():
    items = []
    items.append((items, 1))


def generator_in_itself():
    def numbers():
        other = yield
        yield other

    made = numbers()
    next(made)
    holder = [made]
    made.send(holder)


def deque_in_itself():
    items = deque()
    items.append(items)


def set_of_its_owner():
    node = Node()
    node.all = {node, 1}
    node.all.discard(1)


def method_of_itself():
    class Button:
        def press(self):
            pass

    def make():
        button = Button()
        button.action = button.press

    gc.collect()
    make()


def function_with_attribute():
    def marked():
        pass

    marked.me = marked


def default_values():
    def outer(values=[], *, names={}):
        return outer


def nothing():
    node = Node()
    node.values = [1, 2, {"a": [3]}]


for make in (list_in_itself, two_instances, parent_and_children, closure_that_calls_itself, class_alone, class_with_methods,
             class_with_super, class_and_instance, class_of_exception, class_with_slots, exception_in_itself, dict_in_itself,
             tuple_and_list, deque_in_itself, set_of_its_owner, function_with_attribute,
             default_values, nothing):
    make()
    print(make.__name__, gc.collect())
print(gc.collect())

# expect: list_in_itself 1
# expect: two_instances 2
# expect: parent_and_children 5
# expect: closure_that_calls_itself 3
# expect: class_alone 6
# expect: class_with_methods 8
# expect: class_with_super 7
# expect: class_and_instance 7
# expect: class_of_exception 5
# expect: class_with_slots 7
# expect: exception_in_itself 3
# expect: dict_in_itself 1
# expect: tuple_and_list 2
# expect: deque_in_itself 1
# expect: set_of_its_owner 2
# expect: function_with_attribute 2
# expect: default_values 6
# expect: nothing 0
# expect: 0
