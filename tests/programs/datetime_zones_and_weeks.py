# Classes derived from the dates, zones of one's own, weeks, and the bytes in which CPython pickles them.
import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def attempt(label, work):
    try:
        print(label, repr(work()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Deadline(date):
    def __new__(cls, year, month, day, reason="none"):
        made = super().__new__(cls, year, month, day)
        made.reason = reason
        return made


class Moment(datetime):
    pass


due = Deadline(2024, 2, 28, "tax")
print(due, due.reason, repr(due + timedelta(days=1)), type(Deadline.fromordinal(3)).__name__, Deadline.today().reason)
print(Moment(2024, 1, 31) + timedelta(hours=30), type(Moment.fromisoformat("2024-01-02T03")).__name__)
attempt("attribute", lambda: setattr(date(2024, 1, 1), "note", 1))


class Summer(tzinfo):
    """One hour ahead, two between April and September."""

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 9 and not (dt.month == 9 and dt.fold) else timedelta(0)

    def tzname(self, dt):
        return "S" if self.dst(dt) else "W"


class Wrong(tzinfo):
    def __init__(self, offset=None):
        self.offset = offset

    def utcoffset(self, dt):
        return self.offset

    def dst(self, dt):
        return None


summer = Summer()
for month in (1, 6):
    utc = datetime(2024, month, 15, 12, tzinfo=UTC)
    local = utc.astimezone(summer)
    print(local, local.tzname(), local.strftime("%H:%M %Z %z"), local == utc, local - utc, local.astimezone(summer) is local)
print(datetime(2024, 6, 1, tzinfo=summer) - datetime(2024, 1, 1, tzinfo=summer))
print(datetime(2024, 9, 3, tzinfo=summer) == datetime(2024, 9, 2, 22, tzinfo=UTC), datetime(2024, 9, 3, tzinfo=summer).utcoffset())
for offset in (3, timedelta(days=1), None):
    attempt(offset, lambda: datetime(2024, 1, 1, tzinfo=Wrong(offset)).utcoffset())
attempt("no offset", lambda: datetime(2024, 1, 1, tzinfo=UTC).astimezone(Wrong()))
attempt("other zone", lambda: UTC.fromutc(datetime(2024, 1, 1)))
attempt("no moment", lambda: UTC.utcoffset(3))
attempt("derived", lambda: type("Mine", (timezone,), {}))
print(timezone(timedelta(0)) is UTC, repr(timezone(timedelta(0), "Zulu")), copy.deepcopy(UTC) is UTC)

for text in ("2025-W01", "2025W014", "2025-W01-4T10:20", "20250102T1020", "2025-01-02 10:20:30,5Z", "2025-01-02x10+0130",
             "2025-W54-1", "2025-1-2", "2025-01-02T10:2", "2025-01-02T10:20:30.1x"):
    attempt(text, lambda: datetime.fromisoformat(text))
attempt("time", lambda: time.fromisoformat(None))
for text, format in (("2024 10 0", "%Y %U %w"), ("2024 10 Mon", "%Y %W %a"), ("2024 W10 7", "%G W%V %u"), ("2024 10", "%G %V"),
                     ("2024 10 1", "%Y %V %u")):
    attempt(format, lambda: datetime.strptime(text, format))

for value in (date(2024, 2, 29), datetime(2024, 2, 29, 1, 2, 3, 456789, UTC, fold=1), time(1, 2, 3, fold=1), timedelta(1, 2, 3),
              timezone(timedelta(hours=2), "X"), summer, date(2024, 1, 1).isocalendar()):
    again = pickle.loads(pickle.dumps(value))
    print(type(again).__name__, again == value or type(value).__name__, getattr(again, "fold", None), value.__reduce_ex__(4)[1])
print(date(b"\x07\xe8\x02\x1d"))

print(timedelta(2).__rsub__(timedelta(5)), date(2024, 1, 1).__eq__(datetime(2024, 1, 1, 5)), date(2024, 1, 1) == datetime(2024, 1, 1))
attempt("combined", lambda: datetime.combine(time(), date(2024, 1, 1)))
attempt("day is missing", lambda: date(2024, 1))

# expect: 2024-02-28 tax Deadline(2024, 2, 29) Deadline none
# expect: 2024-02-01 06:00:00 Moment
# expect: attribute AttributeError 'datetime.date' object has no attribute 'note'
# expect: 2024-01-15 13:00:00+01:00 W 13:00 W +0100 True 0:00:00 True
# expect: 2024-06-15 14:00:00+02:00 S 14:00 S +0200 True 0:00:00 True
# expect: 152 days, 0:00:00
# expect: False 2:00:00
# expect: 3 TypeError tzinfo.utcoffset() must return None or timedelta, not 'int'
# expect: 1 day, 0:00:00 ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).
# expect: None None
# expect: no offset ValueError fromutc: non-None utcoffset() result required
# expect: other zone ValueError fromutc: dt.tzinfo is not self
# expect: no moment TypeError utcoffset(dt) argument must be a datetime instance or None, not int
# expect: derived TypeError type 'datetime.timezone' is not an acceptable base type
# expect: True datetime.timezone(datetime.timedelta(0), 'Zulu') True
# expect: 2025-W01 datetime.datetime(2024, 12, 30, 0, 0)
# expect: 2025W014 datetime.datetime(2025, 1, 2, 0, 0)
# expect: 2025-W01-4T10:20 datetime.datetime(2025, 1, 2, 10, 20)
# expect: 20250102T1020 datetime.datetime(2025, 1, 2, 10, 20)
# expect: 2025-01-02 10:20:30,5Z datetime.datetime(2025, 1, 2, 10, 20, 30, 500000, tzinfo=datetime.timezone.utc)
# expect: 2025-01-02x10+0130 datetime.datetime(2025, 1, 2, 10, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400)))
# expect: 2025-W54-1 ValueError Invalid isoformat string: '2025-W54-1'
# expect: 2025-1-2 ValueError Invalid isoformat string: '2025-1-2'
# expect: 2025-01-02T10:2 ValueError Invalid isoformat string: '2025-01-02T10:2'
# expect: 2025-01-02T10:20:30.1x ValueError Invalid isoformat string: '2025-01-02T10:20:30.1x'
# expect: time TypeError fromisoformat: argument must be str
# expect: %Y %U %w datetime.datetime(2024, 3, 10, 0, 0)
# expect: %Y %W %a datetime.datetime(2024, 3, 4, 0, 0)
# expect: %G W%V %u datetime.datetime(2024, 3, 10, 0, 0)
# expect: %G %V ValueError ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').
# expect: %Y %V %u ValueError ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.
# expect: date True None (b'\x07\xe8\x02\x1d',)
# expect: datetime True 1 (b'\x07\xe8\x82\x1d\x01\x02\x03\x06\xf8U', datetime.timezone.utc)
# expect: time True 1 (b'\x81\x02\x03\x00\x00\x00',)
# expect: timedelta True None (1, 2, 3)
# expect: timezone True None (datetime.timedelta(seconds=7200), 'X')
# expect: Summer Summer None ()
# expect: tuple True None ((2024, 1, 1),)
# expect: 2024-02-29
# expect: 3 days, 0:00:00 True False
# expect: combined TypeError combine() argument 1 must be datetime.date, not datetime.time
# expect: day is missing TypeError function missing required argument 'day' (pos 3)
