# put() keeps the list itself; the feeder thread pickles it later, perhaps after it was changed.
# outcome: ok "[1]\n"
# outcome: ok "[1, 2]\n"
from multiprocessing import Queue

if __name__ == "__main__":
    q = Queue()
    item = [1]
    q.put(item)
    item.append(2)
    print(q.get())
