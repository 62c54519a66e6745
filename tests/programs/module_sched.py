"""sched: events in the order of their times and priorities."""
import sched
import time

seen = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.03, 1, seen.append, ("third",))
cancelled = scheduler.enter(0.02, 1, seen.append, argument=("never",))
scheduler.enter(0.01, 1, seen.append, kwargs={}, argument=("second",))
now = scheduler.timefunc()
scheduler.enterabs(now, 2, seen.append, ("first, second priority",))
scheduler.enterabs(now, 1, seen.append, ("first",))
scheduler.cancel(cancelled)
print(scheduler.empty(), len(scheduler.queue), scheduler.queue[0].argument, type(cancelled).__name__)
print(scheduler.run(blocking=False) is not None, seen[:2])
scheduler.run()
print(seen, scheduler.empty(), scheduler.run())
try:
    scheduler.cancel(cancelled)
except ValueError as error:
    print("ValueError:", error)
# expect: False 4 ('first',) Event
# expect: True ['first', 'first, second priority']
# expect: ['first', 'first, second priority', 'second', 'third'] True None
# expect: ValueError: list.remove(x): x not in list
