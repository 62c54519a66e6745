"""Classes that extend what namedtuple() gives: their objects have attributes, keep their class alive and go to other processes."""
import copy
import multiprocessing
import pickle
from collections import namedtuple


class Point(namedtuple("Point", "x y")):
    def __new__(cls, x, y=5):
        return super().__new__(cls, x, y)

    def total(self):
        return self.x + self.y


def local(number):
    class Pair(namedtuple("Pair", "first second")):
        pass

    return Pair(number, number + 1)


def work(point, results):
    results.put((point, point.total(), point.label))


if __name__ == "__main__":
    pairs = [local(number) for number in range(200)]
    print(pairs[150], type(pairs[7]) is type(pairs[8]))
    # expect: Pair(first=150, second=151) False

    point = Point(1)
    point.label = "start"
    print(point, point.label, point.__dict__, point == (1, 5), point._replace(x=3), hash(point) == hash((1, 5)))
    # expect: Point(x=1, y=5) start {'label': 'start'} True Point(x=3, y=5) True
    results = multiprocessing.Queue()
    worker = multiprocessing.Process(target=work, args=(point, results))
    worker.start()
    print(results.get())
    worker.join()
    # expect: (Point(x=1, y=5), 6, 'start')
    print(copy.copy(point).label, copy.deepcopy(point).label, pickle.loads(pickle.dumps(point)).label)
    # expect: start start start

    Named = namedtuple("Named", ["self", "cls"])
    print(Named.__match_args__, Named.__slots__, Named(self=1, cls=2)._replace(self=3), Named(1, 2).__getnewargs__())
    # expect: ('self', 'cls') () Named(self=3, cls=2) (1, 2)
    match point:
        case Point(x, y):
            print(x, y)
    # expect: 1 5
