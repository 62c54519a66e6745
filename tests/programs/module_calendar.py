"""calendar: months and years as texts and lists."""
import calendar
import time


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


def lines(text):
    for line in text.splitlines():
        print(line + "|")


lines(calendar.month(2024, 2))
# expect:    February 2024|
# expect: Mo Tu We Th Fr Sa Su|
# expect:           1  2  3  4|
# expect:  5  6  7  8  9 10 11|
# expect: 12 13 14 15 16 17 18|
# expect: 19 20 21 22 23 24 25|
# expect: 26 27 28 29|
lines(calendar.month(2024, 9, w=4, l=2))
# expect:           September 2024|
# expect: |
# expect: Mon  Tue  Wed  Thu  Fri  Sat  Sun|
# expect: |
# expect:                                 1|
# expect: |
# expect:   2    3    4    5    6    7    8|
# expect: |
# expect:   9   10   11   12   13   14   15|
# expect: |
# expect:  16   17   18   19   20   21   22|
# expect: |
# expect:  23   24   25   26   27   28   29|
# expect: |
# expect:  30|
# expect: |
lines(calendar.calendar(2023, m=4, c=2)[:900])
# expect:                                          2023|
# expect: |
# expect:       January               February               March                 April|
# expect: Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su|
# expect:                    1         1  2  3  4  5         1  2  3  4  5                  1  2|
# expect:  2  3  4  5  6  7  8   6  7  8  9 10 11 12   6  7  8  9 10 11 12   3  4  5  6  7  8  9|
# expect:  9 10 11 12 13 14 15  13 14 15 16 17 18 19  13 14 15 16 17 18 19  10 11 12 13 14 15 16|
# expect: 16 17 18 19 20 21 22  20 21 22 23 24 25 26  20 21 22 23 24 25 26  17 18 19 20 21 22 23|
# expect: 23 24 25 26 27 28 29  27 28                 27 28 29 30 31        24 25 26 27 28 29 30|
# expect: 30 31|
# expect: |
# expect:         May                   June                  July                 August|
# expect: Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su|
# expect:  1  2  3  4  5  6  7            1  2  3  4                  1  2      1  2  3 |
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1900, 2024), calendar.leapdays(2024, 1999))
# expect: True False 30 -6
print(calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), calendar.monthrange(2023, 2), calendar.weekheader(3))
# expect: 3 (3, 29) (2, 28) Mon Tue Wed Thu Fri Sat Sun
print(calendar.monthcalendar(2024, 2))
# expect: [[0, 0, 0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15, 16, 17, 18], [19, 20, 21, 22, 23, 24, 25], [26, 27, 28, 29, 0, 0, 0]]
calendar.setfirstweekday(calendar.SUNDAY)
calendar.prmonth(2025, 1)
# expect:     January 2025
# expect: Su Mo Tu We Th Fr Sa
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29 30 31
print(calendar.firstweekday(), repr(calendar.weekheader(10)))
# expect: 6 '  Sunday     Monday    Tuesday   Wednesday   Thursday    Friday    Saturday '
print(list(calendar.day_name), list(calendar.month_abbr)[:4], calendar.month_name[3], calendar.day_abbr[-1])
# expect: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] ['', 'Jan', 'Feb', 'Mar'] March Sun
print(calendar.day_name[1:3], len(calendar.month_name))  # expect: ['Tuesday', 'Wednesday'] 13
for wrong in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.weekday(2024, 2, 30),
              lambda: calendar.month_name[13], lambda: calendar.month(2024, 0)):
    show(wrong)
# expect: IllegalMonthError: bad month number 13; must be 1-12
# expect: IllegalWeekdayError: bad weekday number 7; must be 0 (Monday) to 6 (Sunday)
# expect: ValueError: day is out of range for month
# expect: IndexError: list index out of range
# expect: IllegalMonthError: bad month number 0; must be 1-12
own = calendar.Calendar(6)
print(list(own.itermonthdays(2024, 2))[:7], list(own.itermonthdays2(2024, 2))[4:8], list(own.itermonthdates(2024, 12))[-1])
# expect: [0, 0, 0, 0, 1, 2, 3] [(1, 3), (2, 4), (3, 5), (4, 6)] 2025-01-04
print(list(own.itermonthdays3(2024, 1))[:3], list(own.itermonthdays4(2024, 1))[:2], list(own.iterweekdays()))
# expect: [(2023, 12, 31), (2024, 1, 1), (2024, 1, 2)] [(2023, 12, 31, 6), (2024, 1, 1, 0)] [6, 0, 1, 2, 3, 4, 5]
print(own.monthdatescalendar(2024, 2)[0][:2], own.yeardayscalendar(2024)[0][0][0], len(own.yeardatescalendar(2024, 4)))
# expect: [datetime.date(2024, 1, 28), datetime.date(2024, 1, 29)] [0, 1, 2, 3, 4, 5, 6] 3
print(calendar.timegm(time.gmtime(1e9)), calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.TextCalendar(6).formatweek([(1, 0)], 3))
# expect: 1000000000 1704067200   1
