# A dict in a manager's server, used through its proxy.
# stands for: _TestContainers.test_dict, _TestContainers.test_dict_iter, TestSyncManagerTypes.test_dict
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as m:
        d = m.dict({"one": 1}, two=2)
        d[3] = "three"
        print(d, len(d), d["one"], 3 in d, "x" in d, d.get("x"), d.get("x", "none"))
        print(d.keys(), d.values(), d.items())
        print(d.copy() == {"one": 1, "two": 2, 3: "three"}, dict(d), type(d.copy()).__name__)
        print(d.pop("one"), d.setdefault("new", []), d.popitem(), d)
        d.update({"u": 1}, v=2)
        print([key for key in d], sorted(str(key) for key in d), list(d.items()))
        del d["u"]
        iterator = iter(d)
        print(type(iterator).__name__, next(iterator), list(iterator))
        for bad in (lambda: d["missing"], lambda: d.pop("missing"), lambda: d[[]]):
            try:
                bad()
            except (KeyError, TypeError) as error:
                print(type(error).__name__, error)
        d.clear()
        print(d, len(d), bool(d), d == {}, d._getvalue() == {})
# expect: {'one': 1, 'two': 2, 3: 'three'} 3 1 True False None none
# expect: ['one', 'two', 3] [1, 2, 'three'] [('one', 1), ('two', 2), (3, 'three')]
# expect: True {'one': 1, 'two': 2, 3: 'three'} dict
# expect: 1 [] ('new', []) {'two': 2, 3: 'three'}
# expect: ['two', 3, 'u', 'v'] ['3', 'two', 'u', 'v'] [('two', 2), (3, 'three'), ('u', 1), ('v', 2)]
# expect: IteratorProxy two [3, 'v']
# expect: KeyError 'missing'
# expect: KeyError 'missing'
# expect: TypeError unhashable type: 'list'
# expect: {} 0 False False True
