# datetime: parts, arithmetic, texts, reading texts, time zones.
from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 3, 5, 14, 7, 9, 120000)
print(moment, repr(moment), moment.date(), moment.time(), moment.isoformat(), moment.isoformat(" ", "minutes"))
print(moment + timedelta(hours=10, minutes=52, seconds=51), moment - datetime(2024, 3, 4), (moment - datetime(2024, 3, 5)).total_seconds())
print(moment.strftime("%Y-%m-%d %H:%M:%S.%f | %I:%M %p | %a %d %b %y %%"), f"{moment:%H시 %M분}")
print(datetime.strptime("2024-03-05 14:07:09", "%Y-%m-%d %H:%M:%S"), datetime.strptime("5 Mar 24, 2PM", "%d %b %y, %I%p"))
print(datetime.fromisoformat("2024-03-05T14:07:09.5"), datetime.fromisoformat("2024-03-05"), datetime.combine(date(2024, 1, 2), time(3, 4)))
print(moment.replace(hour=0, microsecond=0), moment < datetime(2025, 1, 1), moment == moment.replace(), datetime.fromtimestamp(0, timezone.utc))
seoul = timezone(timedelta(hours=9))
aware = datetime(2024, 1, 1, 8, 30, tzinfo=seoul)
print(aware, repr(aware), aware.astimezone(timezone.utc), aware.timestamp(), aware.utcoffset(), aware.tzname(), aware.strftime("%z %Z"))
print(aware == datetime(2023, 12, 31, 23, 30, tzinfo=timezone.utc), timezone.utc, repr(timezone(timedelta(hours=-5), "EST")))
print(time(1, 2), repr(time(1, 2, 3)), time(23, 59, 59, 999), time(1) < time(2))
for text, format in (("2024-3", "%Y-%m-%d"), ("2024-03-05 x", "%Y-%m-%d"), ("31/02/2024", "%d/%m/%Y")):
    try:
        datetime.strptime(text, format)
    except ValueError as error:
        print(error)
try:
    moment < aware
except TypeError as error:
    print(error)
now = datetime.now()
print(timedelta(0) <= datetime.now() - now < timedelta(minutes=1), datetime.today().year >= 2024)
# expect: 2024-03-05 14:07:09.120000 datetime.datetime(2024, 3, 5, 14, 7, 9, 120000) 2024-03-05 14:07:09.120000 2024-03-05T14:07:09.120000 2024-03-05 14:07
# expect: 2024-03-06 01:00:00.120000 1 day, 14:07:09.120000 50829.12
# expect: 2024-03-05 14:07:09.120000 | 02:07 PM | Tue 05 Mar 24 % 14시 07분
# expect: 2024-03-05 14:07:09 2024-03-05 14:00:00
# expect: 2024-03-05 14:07:09.500000 2024-03-05 00:00:00 2024-01-02 03:04:00
# expect: 2024-03-05 00:07:09 True True 1970-01-01 00:00:00+00:00
# expect: 2024-01-01 08:30:00+09:00 datetime.datetime(2024, 1, 1, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=32400))) 2023-12-31 23:30:00+00:00 1704065400.0 9:00:00 UTC+09:00 +0900 UTC+09:00
# expect: True UTC datetime.timezone(datetime.timedelta(days=-1, seconds=68400), 'EST')
# expect: 01:02:00 datetime.time(1, 2, 3) 23:59:59.000999 True
# expect: time data '2024-3' does not match format '%Y-%m-%d'
# expect: unconverted data remains:  x
# expect: day is out of range for month
# expect: can't compare offset-naive and offset-aware datetimes
# expect: True True
