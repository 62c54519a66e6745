"""Functions with decorators of the library go to workers by name; partial calls are made anew from what they hold."""
import multiprocessing
import pickle
from contextlib import contextmanager
from functools import lru_cache, partial


@lru_cache(maxsize=None)
def square(x):
    return x * x


@contextmanager
def opened(name):
    yield name.upper()


def power(base, exponent, scale=1):
    return scale * base ** exponent


cube = partial(power, exponent=3)
doubled = partial(cube, scale=2)

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
        print(pool.map(cube, [1, 2, 3]))
        print(pool.map(doubled, [1, 2, 3]))
    # expect: [1, 4, 9]
    # expect: [1, 8, 27]
    # expect: [2, 16, 54]
    print(pickle.loads(pickle.dumps(square)) is square, pickle.loads(pickle.dumps(opened)) is opened)
    # expect: True True
    cube.label = "third"
    again = pickle.loads(pickle.dumps(cube))
    print(again.func is power, again.args, again.keywords, again.label, again(2))
    # expect: True () {'exponent': 3} third 8
    print(cube.__reduce__()[2][1:], vars(doubled))
    # expect: ((), {'exponent': 3}, {'label': 'third'}) {}
    print(pickle.dumps(partial(int, base=2), 2))
    # expect: b'\x80\x02cfunctools\npartial\nq\x00c__builtin__\nlong\nq\x01\x85q\x02Rq\x03(h\x01)}q\x04X\x04\x00\x00\x00baseq\x05K\x02sNtq\x06b.'
