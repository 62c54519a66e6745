# A structure as a shared value: its fields are attributes of the wrapper, each read and set with the lock held.
# stands for: _TestSharedCTypes.test_sharedctypes, _TestSharedCTypes.test_synchronize
# arguments: --start-method spawn
from ctypes import Structure, c_double, c_int, sizeof
from multiprocessing import Array, Process, Value


class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_double)]


def double(point, points, number):
    point.x *= 2
    point.y *= 2
    number.value *= 2
    for p in points:
        p.x *= 2
        p.y *= 2


if __name__ == "__main__":
    point, points, number = Value(Point, 1, 2.5), Array(Point, [(1, 2), (3, 4)]), Value(c_double, 0.5)
    p = Process(target=double, args=(point, points, number))
    p.start()
    p.join()
    print(point.x, point.y, [(q.x, q.y) for q in points], number.value)
    print(type(point).__name__, type(points).__name__, len(points), sizeof(Point))
    for action in (lambda: point.z, lambda: Point(1, 2, 3), lambda: setattr(point, "x", "one")):
        try:
            action()
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
# expect: 2 5.0 [(2, 4.0), (6, 8.0)] 1.0
# expect: SynchronizedPoint SynchronizedArray 2 16
# expect: AttributeError 'SynchronizedPoint' object has no attribute 'z'
# expect: TypeError too many initializers
# expect: TypeError 'str' object cannot be interpreted as an integer
