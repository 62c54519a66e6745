# Dates: made, compared, counted, written.
from datetime import MAXYEAR, MINYEAR, date, timedelta

day = date(2024, 2, 28)
print(day, repr(day), day.year, day.month, day.day, day.weekday(), day.isoweekday(), tuple(day.isocalendar()))
print(day + timedelta(days=2), day - timedelta(weeks=1), date(2024, 3, 1) - day, date(2025, 1, 1) - date(2024, 1, 1))
print(day < date(2024, 3, 1), day == date(2024, 2, 28), max(date(2020, 1, 1), date(2021, 1, 1)), len({day, date(2024, 2, 28)}))
print(day.toordinal(), date.fromordinal(738944), day.replace(day=1), date.fromisoformat("2024-12-31"))
print(day.strftime("%d/%m/%y %A %B %j"), f"{day:%Y%m%d}", day.ctime(), day.isoformat())
print(date.min, date.max, date.resolution, MINYEAR, MAXYEAR, date.fromtimestamp(0))
print(day.timetuple())
for wrong in ((2024, 2, 30), (2023, 2, 29), (0, 1, 1), (2024, 13, 1), (2024, 1)):
    try:
        date(*wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
try:
    date.max + timedelta(1)
except OverflowError as error:
    print(error)
# expect: 2024-02-28 datetime.date(2024, 2, 28) 2024 2 28 2 3 (2024, 9, 3)
# expect: 2024-03-01 2024-02-21 2 days, 0:00:00 366 days, 0:00:00
# expect: True True 2021-01-01 1
# expect: 738944 2024-02-28 2024-02-01 2024-12-31
# expect: 28/02/24 Wednesday February 059 20240228 Wed Feb 28 00:00:00 2024 2024-02-28
# expect: 0001-01-01 9999-12-31 1 day, 0:00:00 1 9999 1970-01-01
# expect: time.struct_time(tm_year=2024, tm_mon=2, tm_mday=28, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=2, tm_yday=59, tm_isdst=-1)
# expect: ValueError: day is out of range for month
# expect: ValueError: day is out of range for month
# expect: ValueError: year 0 is out of range
# expect: ValueError: month must be in 1..12
# expect: TypeError: function missing required argument 'day' (pos 3)
# expect: date value out of range
