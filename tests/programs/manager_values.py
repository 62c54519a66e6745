# Values and namespaces in a manager's server.
# stands for: TestSyncManagerTypes.test_value, TestSyncManagerTypes.test_namespace
# stands for: _TestContainers.test_namespace
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as m:
        v = m.Value("i", 7)
        v.value += 1
        v.set(v.get() * 2)
        print(v, v.value)
        n = m.Namespace(x=1)
        n.name = "Bob"
        n._hidden = "stays here"
        print(n, n.x, n._hidden, hasattr(n, "name"), hasattr(n, "job"))
        del n.name
        try:
            n.name
        except AttributeError as error:
            print(error)
        n.items = [1]
        n.items.append(2)
        print(n.items, n)
# expect: Value('i', 16) 16
# expect: Namespace(name='Bob', x=1) 1 stays here True False
# expect: 'Namespace' object has no attribute 'name'
# expect: [1] Namespace(items=[1], x=1)
