# dump and load with a file, encoders of a program's own, and a line of JSON through a queue.
import json
import multiprocessing
import os

path = "/tmp/forkscope-json-%d.json" % os.getpid()


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class PointEncoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, Point):
            return {"x": value.x, "y": value.y}
        return super().default(value)


def send(queue):
    queue.put(json.dumps({"from": "child", "points": [Point(1, 2)]}, cls=PointEncoder))


if __name__ == "__main__":
    with open(path, "w") as out:
        json.dump({"points": [Point(3, 4)], "title": "점"}, out, cls=PointEncoder, indent=1)
    with open(path) as source:
        print(json.load(source))
    os.remove(path)
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=send, args=(queue,))
    child.start()
    print(json.loads(queue.get()))
    child.join()
    try:
        json.dumps(child.join, cls=PointEncoder)
    except TypeError as error:
        print(error)
# expect: {'points': [{'x': 3, 'y': 4}], 'title': '점'}
# expect: {'from': 'child', 'points': [{'x': 1, 'y': 2}]}
# expect: Object of type method is not JSON serializable
