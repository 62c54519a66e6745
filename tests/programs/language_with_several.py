class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("c") as c,
    Manager("d"),
):
    print(c)
with (Manager("e")), (Manager("f")) as f:
    print(f)
with Manager("outer", swallow=True), Manager("inner"):
    raise ValueError("lost")
print("after")
with Manager("x") as target, Manager(target) as nested:
    print(nested)


def early():
    with Manager("g"):
        return "returned"


print(early())
for i in range(2):
    with Manager(str(i)):
        if i == 0:
            continue
        break
with Manager("tuple") as (first, *rest):
    print(first, rest)


class Broken:
    def __enter__(self):
        return self


for bad in (5, Broken()):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)


class FailsEnter(Manager):
    def __enter__(self):
        raise RuntimeError("enter failed")


try:
    with Manager("h"), FailsEnter("i"):
        print("never")
except RuntimeError as error:
    print(error)
# expect: enter a
# expect: enter b
# expect: A B
# expect: exit b None None
# expect: exit a None None
# expect: enter c
# expect: enter d
# expect: C
# expect: exit d None None
# expect: exit c None None
# expect: enter e
# expect: enter f
# expect: F
# expect: exit f None None
# expect: exit e None None
# expect: enter outer
# expect: enter inner
# expect: exit inner ValueError lost
# expect: exit outer ValueError lost
# expect: after
# expect: enter x
# expect: enter X
# expect: X
# expect: exit X None None
# expect: exit x None None
# expect: enter g
# expect: exit g None None
# expect: returned
# expect: enter 0
# expect: exit 0 None None
# expect: enter 1
# expect: exit 1 None None
# expect: enter tuple
# expect: T ['U', 'P', 'L', 'E']
# expect: exit tuple None None
# expect: 'int' object does not support the context manager protocol
# expect: 'Broken' object does not support the context manager protocol (missed __exit__ method)
# expect: enter h
# expect: exit h RuntimeError enter failed
# expect: enter failed
