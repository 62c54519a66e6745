# Full and Empty, with and without waiting; negative limits are refused.
import queue

small = queue.Queue(maxsize=2)
small.put(1)
small.put_nowait(2)
print(small.full(), small.qsize())
for attempt in (lambda: small.put_nowait(3), lambda: small.put(3, block=False), lambda: small.put(3, timeout=0.01),
                lambda: small.put(3, timeout=-1)):
    try:
        attempt()
    except (queue.Full, ValueError) as error:
        print(type(error).__name__, error.args)
print(small.get(), small.get_nowait())
for kind in (queue.Queue, queue.SimpleQueue):
    empty = kind()
    for attempt in (empty.get_nowait, lambda: empty.get(block=False), lambda: empty.get(timeout=0.01), lambda: empty.get(timeout=-1)):
        try:
            attempt()
        except (queue.Empty, ValueError) as error:
            print(type(error).__name__, error.args)
print(queue.Empty, queue.Full, queue.Empty.__module__)
# expect: True 2
# expect: Full ()
# expect: Full ()
# expect: Full ()
# expect: ValueError ("'timeout' must be a non-negative number",)
# expect: 1 2
# expect: Empty ()
# expect: Empty ()
# expect: Empty ()
# expect: ValueError ("'timeout' must be a non-negative number",)
# expect: Empty ()
# expect: Empty ()
# expect: Empty ()
# expect: ValueError ("'timeout' must be a non-negative number",)
# expect: <class '_queue.Empty'> <class 'queue.Full'> _queue
