"""calendar: weeks, months and years as lists and as texts."""
import datetime
import itertools

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
           "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
           "day_name", "day_abbr", "Calendar", "TextCalendar", "weekheader", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY",
           "FRIDAY", "SATURDAY", "SUNDAY"]

error = ValueError
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_COLUMN_WIDTH = 7 * 3 - 1
_SPACING = 6


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


class _Names:
    """What strftime() calls the days or months; asked each time, as a program may change the language."""

    def __init__(self, form, dates):
        self.format = form
        self._dates = dates

    def __len__(self):
        return len(self._dates)

    def __getitem__(self, index):
        found = self._dates[index]
        if isinstance(index, slice):
            return [self._name(date) for date in found]
        return self._name(found)

    def _name(self, date):
        return "" if date is None else date.strftime(self.format)


_A_WEEK = [datetime.date(2001, 1, day) for day in range(1, 8)]
_A_YEAR = [None] + [datetime.date(2001, month, 1) for month in range(1, 13)]
day_name = _Names("%A", _A_WEEK)
day_abbr = _Names("%a", _A_WEEK)
month_name = _Names("%B", _A_YEAR)
month_abbr = _Names("%b", _A_YEAR)


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from y1 to before y2."""
    before = [(year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400 for year in (y1, y2)]
    return before[1] - before[0]


def weekday(year, month, day):
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        # The days of the week come again after 400 years.
        year = 2000 + year % 400
    return datetime.date(year, month, day).weekday()


def _days_in(year, month):
    return mdays[month] + (month == February and isleap(year))


def monthrange(year, month):
    """The weekday of its first day, and how many days it has."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _days_in(year, month)


class Calendar:
    """Days of a month or year in weeks that begin with `firstweekday`; days of other months are 0 where they are numbers."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def getfirstweekday(self):
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays3(self, year, month):
        """(year, month, day) of whole weeks."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = -(before + days) % 7
        year_before, month_before = (year, month - 1) if month > 1 else (year - 1, 12)
        year_after, month_after = (year, month + 1) if month < 12 else (year + 1, 1)
        last = _days_in(year_before, month_before)
        for day in range(last - before + 1, last + 1):
            yield year_before, month_before, day
        for day in range(1, days + 1):
            yield year, month, day
        for day in range(1, after + 1):
            yield year_after, month_after, day

    def itermonthdates(self, year, month):
        for parts in self.itermonthdays3(year, month):
            yield datetime.date(*parts)

    def itermonthdays(self, year, month):
        for _, its_month, day in self.itermonthdays3(year, month):
            yield day if its_month == month else 0

    def itermonthdays2(self, year, month):
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays4(self, year, month):
        for place, parts in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield (*parts, place % 7)

    def monthdatescalendar(self, year, month):
        return _in_rows(self.itermonthdates(year, month), 7)

    def monthdays2calendar(self, year, month):
        return _in_rows(self.itermonthdays2(year, month), 7)

    def monthdayscalendar(self, year, month):
        return _in_rows(self.itermonthdays(year, month), 7)

    def yeardatescalendar(self, year, width=3):
        return _in_rows([self.monthdatescalendar(year, month) for month in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        return _in_rows([self.monthdays2calendar(year, month) for month in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        return _in_rows([self.monthdayscalendar(year, month) for month in range(1, 13)], width)


def _in_rows(items, width):
    items = list(items)
    return [items[place:place + width] for place in range(0, len(items), width)]


class TextCalendar(Calendar):
    """`w` is the width of a day, `l` the lines of a week, `c` the spaces between months, `m` the months in a row."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        return ("" if day == 0 else "%2i" % day).center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        text = month_name[themonth]
        if withyear:
            text = "%s %r" % (text, theyear)
        return text.center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip(), self.formatweekheader(w).rstrip()]
        lines += [self.formatweek(week, w).rstrip() for week in self.monthdays2calendar(theyear, themonth)]
        return "".join([line + "\n" * l for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        column = (w + 1) * 7 - 1
        parts = [repr(theyear).center(column * m + c * (m - 1)).rstrip(), "\n" * l]
        header = self.formatweekheader(w)
        for place, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * place + 1, min(m * (place + 1) + 1, 13))
            parts.append("\n" * l)
            parts.append(formatstring([self.formatmonthname(theyear, each, column, False) for each in months], column, c).rstrip())
            parts.append("\n" * l)
            parts.append(formatstring([header] * len(months), column, c).rstrip())
            parts.append("\n" * l)
            for weeks in itertools.zip_longest(*row):
                texts = ["" if week is None else self.formatweek(week, w) for week in weeks]
                parts.append(formatstring(texts, column, c).rstrip() + "\n" * l)
        return "".join(parts)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


def formatstring(cols, colwidth=_COLUMN_WIDTH, spacing=_SPACING):
    return (" " * spacing).join([text.center(colwidth) for text in cols])


def format(cols, colwidth=_COLUMN_WIDTH, spacing=_SPACING):
    print(formatstring(cols, colwidth, spacing))


c = TextCalendar()
firstweekday = c.getfirstweekday
monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def timegm(tuple):
    """The seconds since 1970 of a time in UTC, as time.gmtime() takes them apart."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
