"""sched: events in the order of their times and priorities."""
import sched
import time

now = 0.0


def pass_time(seconds):
    global now
    now += seconds


seen = []
scheduler = sched.scheduler(lambda: now, pass_time)
scheduler.enter(3, 1, seen.append, ("third",))
cancelled = scheduler.enter(2, 1, seen.append, argument=("never",))
scheduler.enter(1, 1, seen.append, kwargs={}, argument=("second",))
scheduler.enterabs(now, 2, seen.append, ("first, second priority",))
scheduler.enterabs(scheduler.timefunc(), 1, seen.append, ("first",))
scheduler.cancel(cancelled)
print(scheduler.empty(), len(scheduler.queue), scheduler.queue[0].argument, type(cancelled).__name__)
print(scheduler.run(blocking=False), seen)
scheduler.run()
print(seen, scheduler.empty(), scheduler.run(), now)
try:
    scheduler.cancel(cancelled)
except ValueError as error:
    print("ValueError:", error)

real, begin = sched.scheduler(time.monotonic, time.sleep), time.monotonic()
for delay in (0.02, 0.01):
    real.enterabs(begin + delay, 1, seen.append, (delay,))
real.run()
print(seen[4:], time.monotonic() - begin >= 0.02)
# expect: False 4 ('first',) Event
# expect: 1.0 ['first', 'first, second priority']
# expect: ['first', 'first, second priority', 'second', 'third'] True None 3.0
# expect: ValueError: list.remove(x): x not in list
# expect: [0.01, 0.02] True
