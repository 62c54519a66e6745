# A manager for classes of one's own: which methods may be called, and what stands for what they return.
# stands for: _TestMyManager.test_mymanager, _TestMyManager.test_mymanager_context, _TestMyManager.test_mymanager_context_prestarted
# arguments: --start-method fork
# arguments: --start-method spawn
from multiprocessing.managers import BaseManager, BaseProxy, RemoteError


class FooBar:
    def f(self):
        return "f()"

    def g(self):
        raise ValueError("on purpose")

    def _h(self):
        return "_h()"


def baz():
    for i in range(4):
        yield i * i


class CounterProxy(BaseProxy):
    _exposed_ = ("__next__",)

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod("__next__")


class MyManager(BaseManager):
    pass


MyManager.register("Foo", callable=FooBar)
MyManager.register("Bar", callable=FooBar, exposed=("f", "_h"))
MyManager.register("baz", callable=baz, proxytype=CounterProxy)

if __name__ == "__main__":
    with MyManager() as m:
        foo, bar, squares = m.Foo(), m.Bar(), m.baz()
        print(type(foo).__name__, foo._exposed_, bar._exposed_)
        print(foo.f(), bar.f(), bar._h(), list(squares))
        try:
            foo.g()
        except ValueError as error:
            print(error)
        for proxy, name in ((foo, "_h"), (bar, "g")):
            try:
                proxy._callmethod(name)
            except RemoteError as error:
                lines = str(error).strip("\n").split("\n")
                print(lines[0] == "-" * 75, lines[1], lines[-2], lines[-1] == "-" * 75)
                print([line.split(" of <")[0] for line in lines if line.startswith("AttributeError")])
        try:
            m.Quux()
        except AttributeError as error:
            print(error)
    print(m._process.exitcode)
# expect: AutoProxy[Foo] ('f', 'g') ('f', '_h')
# expect: f() f() _h() [0, 1, 4, 9]
# expect: on purpose
# expect: True Traceback (most recent call last): KeyError: '_h' True
# expect: ["AttributeError: method '_h'"]
# expect: True Traceback (most recent call last): KeyError: 'g' True
# expect: ["AttributeError: method 'g'"]
# expect: 'MyManager' object has no attribute 'Quux'
# expect: 0
