# After close(): put and get are refused; after join_thread() the pipe's ends are closed too.
# shows: checklist 6, checklist 14
# stands for: _TestQueue.test_closed_queue_empty_exceptions, _TestQueue.test_closed_queue_put_get_exceptions
from multiprocessing import Queue

q = Queue()
q.close()
for action in (lambda: q.put(1), lambda: q.get()):
    try:
        action()
    except ValueError as error:
        print(type(error).__name__, str(error).endswith("is closed"))
print("never used:", q.empty())

q = Queue()
q.put(1)
print(q.get())
try:
    q.join_thread()
except AssertionError as error:
    print("AssertionError", str(error).endswith("not closed"))
q.close()
q.join_thread()
try:
    q.empty()
except OSError as error:
    print(error)
# expect: ValueError True
# expect: ValueError True
# expect: never used: True
# expect: 1
# expect: AssertionError True
# expect: handle is closed
