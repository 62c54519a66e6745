class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None)
        return self.swallow


with Manager("a") as a, Manager("b"):
    print("body", a)
with Manager("c", swallow=True):
    raise RuntimeError("swallowed")
print("after")
# expect: enter a
# expect: enter b
# expect: body a
# expect: exit b None
# expect: exit a None
# expect: enter c
# expect: exit c RuntimeError
# expect: after
