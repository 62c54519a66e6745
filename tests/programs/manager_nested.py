# Proxies within proxies: what is changed in place is changed only if a proxy stands there.
# stands for: _TestContainers.test_list_proxy_in_list, _TestContainers.test_dict_proxy_nested, _TestContainers.test_nested_queue
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as m:
        outer = m.list([[1], m.list([1])])
        outer[0].append(2)
        outer[1].append(2)
        print(outer[0], outer[1], len(outer))
        inner = outer[0]
        inner.append(3)
        outer[0] = inner
        print(outer[0])
        rows = m.list([m.list(range(3)) for _ in range(2)])
        rows[0][1] = 55
        print([row[:] for row in rows])
        del rows[0]
        print(len(rows), rows[0][2])
        pets = m.dict(cats=m.dict(tom=1))
        pets["cats"]["kitty"] = 2
        cats = pets["cats"]
        del pets["cats"]
        print(cats, len(pets))
        queues = m.list([m.Queue()])
        queues[0].put(10)
        shelf = m.dict(q=m.Queue())
        shelf["q"].put(20)
        print(queues[0].get(timeout=100), shelf["q"].get(timeout=100))
        a, b = m.list(), m.list()
        b.append(a)
        a.append("late")
        print(str(b[0]), type(b[0]).__name__)
# expect: [1] [1, 2] 2
# expect: [1, 3]
# expect: [[0, 55, 2], [0, 1, 2]]
# expect: 1 2
# expect: {'tom': 1, 'kitty': 2} 0
# expect: 10 20
# expect: ['late'] ListProxy
