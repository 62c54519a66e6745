"""What __dict__ and vars() give is a dict: it can be copied, pickled and sent, and is of no class of its own."""
import collections
import copy
import json
import multiprocessing
import pickle


class Thing:
    def __init__(self):
        self.x = [1]


class Limited(collections.OrderedDict):
    def __init__(self, limit=2):
        self.limit = limit
        super().__init__()


if __name__ == "__main__":
    thing = Thing()
    names = vars(thing)
    print(type(names) is dict, names.__class__ is dict, type(globals()) is dict, type(names)(a=1), type(names).fromkeys("ab"))
    deep, flat = copy.deepcopy(names), copy.copy(names)
    deep["x"].append(2)
    flat["y"] = 1
    print(deep, flat, thing.x, hasattr(thing, "y"))
    print(pickle.loads(pickle.dumps(names)), pickle.loads(pickle.dumps([thing.__dict__])), json.dumps(names), names | {"z": 1})
    queue = multiprocessing.Queue()
    queue.put(thing.__dict__)
    print(queue.get())
    queue.close()
    with multiprocessing.Pool(1) as pool:
        print(pool.map(len, [vars(thing)]), pool.apply(vars, (thing,)))
    limited = Limited(3)
    limited["a"] = 1
    back = pickle.loads(pickle.dumps(limited))
    print(back == limited, back.limit, copy.deepcopy(limited).limit, copy.copy(limited).limit)
# expect: True True True {'a': 1} {'a': None, 'b': None}
# expect: {'x': [1, 2]} {'x': [1], 'y': 1} [1] False
# expect: {'x': [1]} [{'x': [1]}] {"x": [1]} {'x': [1], 'z': 1}
# expect: {'x': [1]}
# expect: [1] {'x': [1]}
# expect: True 3 3 3
