# Barriers: everybody waits for everybody; an action; broken by a time limit or abort(), whole again after reset().
import threading

log = []
barrier = threading.Barrier(3, action=lambda: log.append("all here"))


def meet():
    log.append(barrier.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log[0], sorted(log[1:]), barrier.n_waiting, barrier.parties, barrier.broken)
print(repr(barrier).split(": ")[1], repr(barrier).split(" at ")[0])
try:
    barrier.wait(timeout=0.01)
except threading.BrokenBarrierError as error:
    print("broken", barrier.broken, error.args, repr(barrier).split(": ")[1])
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken)
barrier.abort()
print(barrier.broken, issubclass(threading.BrokenBarrierError, RuntimeError))

failing = threading.Barrier(1, action=lambda: 1 / 0)
try:
    failing.wait()
except ZeroDivisionError:
    print("the action failed", failing.broken)
# expect: all here [0, 1, 2] 0 3 False
# expect: waiters=0/3> <threading.Barrier
# expect: broken True () broken>
# expect: still broken
# expect: False
# expect: True True
# expect: the action failed True
