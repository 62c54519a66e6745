# Semaphores, bounded and not: counting, time limits, refusals, repr.
import threading

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))
semaphore.release()
with semaphore:
    print(semaphore.acquire(blocking=False))
semaphore.release(3)
print(repr(semaphore).split(": ")[1], repr(semaphore).split(" at ")[0])
bounded = threading.BoundedSemaphore(1)
bounded.acquire()
bounded.release()
print(repr(bounded).split(": ")[1])


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__ + ":", error)


attempt(bounded.release)
attempt(threading.Semaphore, -1)
attempt(semaphore.release, 0)
attempt(semaphore.acquire, False, 1)

active = 0
most = 0
guard = threading.Lock()
limit = threading.Semaphore(2)


def work():
    global active, most
    with limit:
        with guard:
            active += 1
            most = max(most, active)
        with guard:
            active -= 1


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(1 <= most <= 2, active)
# expect: True True False False
# expect: False
# expect: value=4> <threading.Semaphore
# expect: value=1/1>
# expect: ValueError: Semaphore released too many times
# expect: ValueError: semaphore initial value must be >= 0
# expect: ValueError: n must be one or more
# expect: ValueError: can't specify timeout for non-blocking acquire
# expect: True 0
