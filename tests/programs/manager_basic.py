# A manager: one process holds the objects, all others work with proxies.
# arguments: --start-method fork
# arguments: --start-method spawn
from multiprocessing import Manager, Process


def work(d, l, q, ns, v):
    d["a"] = 1
    l.append(3)
    q.put("x")
    ns.y = 5
    v.value += 1


if __name__ == "__main__":
    with Manager() as m:
        d, l, q, ns, v = m.dict(), m.list([1, 2]), m.Queue(), m.Namespace(x=1), m.Value("i", 4)
        p = Process(target=work, args=(d, l, q, ns, v))
        p.start()
        p.join()
        print(p.exitcode, d, l, q.get(), ns, v.value, ns.y)
        print(type(d).__name__, type(l).__name__, type(q).__name__, type(ns).__name__, type(v).__name__)
    try:
        d["a"]
    except (ConnectionError, FileNotFoundError, EOFError) as error:
        print("the server has gone:", isinstance(error, Exception))
# expect: 0 {'a': 1} [1, 2, 3] x Namespace(x=1, y=5) 5 5
# expect: DictProxy ListProxy AutoProxy[Queue] NamespaceProxy ValueProxy
# expect: the server has gone: True
