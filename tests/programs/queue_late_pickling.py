# put() keeps a reference: what is changed before the feeder pickles it arrives changed.
# shows: T9
from multiprocessing import Queue, SimpleQueue

s = SimpleQueue()
item = ["before"]
s.put(item)
item[0] = "after"
print(s.get(), s.empty())
q = Queue()
item = ["one"]
q.put(item)
print(q.get() is item)
# expect: ['before'] True
# expect: False
