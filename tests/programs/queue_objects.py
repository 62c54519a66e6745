# Instances travel with their class's name; what belongs together stays together.
# arguments: --start-method spawn
from multiprocessing import Process, Queue


class Task:
    def __init__(self, name, cost):
        self.name = name
        self.cost = cost

    def __repr__(self):
        return f"Task({self.name!r}, {self.cost})"


class Counted:
    def __init__(self, value):
        self.value = value

    def __getstate__(self):
        return {"value": self.value, "travelled": True}

    def __setstate__(self, state):
        self.value = state["value"]
        self.travelled = state["travelled"]


def work(tasks, results):
    task = tasks.get()
    task.cost *= 2
    results.put([task, task, Counted(7), ValueError("a", 1), int, work])


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    p = Process(target=work, args=(tasks, results))
    p.start()
    tasks.put(Task("wash", 3))
    first, second, counted, error, kind, function = results.get()
    p.join()
    print(first, first is second, counted.value, counted.travelled)
    print(repr(error), kind is int, function.__name__)
# expect: Task('wash', 6) True 7 True
# expect: ValueError('a', 1) True work
