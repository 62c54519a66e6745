# Spans of time, and all kinds of the module through a pickle.
import pickle
from datetime import date, datetime, time, timedelta, timezone

span = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(span, repr(span), span.days, span.seconds, span.microseconds, span.total_seconds())
print(timedelta(hours=-1), repr(timedelta(hours=-1)), timedelta(seconds=90), timedelta(days=-2, seconds=5), timedelta())
print(span * 2, 3 * timedelta(seconds=20), timedelta(1) / 4, timedelta(1) / timedelta(hours=8), timedelta(1) // timedelta(hours=7), -timedelta(1))
print(timedelta(seconds=7) % timedelta(seconds=3), divmod(timedelta(seconds=7), timedelta(seconds=3)), abs(timedelta(-1)), timedelta(minutes=1.5))
print(timedelta(1) > timedelta(hours=23), timedelta(1) == timedelta(hours=24), sum([timedelta(1), timedelta(2)], timedelta()), bool(timedelta(0)))
print(sorted([timedelta(2), timedelta(1)])[0], timedelta.max, timedelta.min)
for value in (span, date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 6), time(1, 2), timezone.utc, timezone(timedelta(hours=9), "KST")):
    copy = pickle.loads(pickle.dumps(value))
    print(copy == value, repr(copy) == repr(value), end="; ")
print()
for attempt in (lambda: timedelta("1"), lambda: timedelta(1) / 0, lambda: timezone(timedelta(1)), lambda: timezone(9)):
    try:
        attempt()
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__ + ":", error)
# expect: 1 day, 2:03:04.005006 datetime.timedelta(days=1, seconds=7384, microseconds=5006) 1 7384 5006 93784.005006
# expect: -1 day, 23:00:00 datetime.timedelta(days=-1, seconds=82800) 0:01:30 -2 days, 0:00:05 0:00:00
# expect: 2 days, 4:06:08.010012 0:01:00 6:00:00 3.0 3 -1 day, 0:00:00
# expect: 0:00:01 (2, datetime.timedelta(seconds=1)) 1 day, 0:00:00 0:01:30
# expect: True True 3 days, 0:00:00 False
# expect: 1 day, 0:00:00 999999999 days, 23:59:59.999999 -999999999 days, 0:00:00
# expect: True True; True True; True True; True True; True True; True True; 
# expect: TypeError: unsupported type for timedelta days component: str
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
# expect: TypeError: timezone() argument 1 must be datetime.timedelta, not int
