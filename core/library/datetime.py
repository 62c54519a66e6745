"""datetime: dates, times of day, both together, and the spans between them. The Gregorian calendar in both directions."""

import time as _time
import _time as _clock

MINYEAR = 1
MAXYEAR = 9999

_DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_MONTH_NAMES = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MAX_ORDINAL = 3652059
_EPOCH_ORDINAL = 719163
_SECONDS_A_DAY = 86400


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def _days_before_month(year, month):
    return sum([_days_in_month(year, number) for number in range(1, month)])


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(ordinal):
    year = (ordinal * 400) // 146097 + 1
    while _days_before_year(year) >= ordinal:
        year -= 1
    while ordinal > _days_before_year(year + 1):
        year += 1
    day = ordinal - _days_before_year(year)
    month = 1
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return year, month, day


def _integer(value):
    if isinstance(value, int):
        return int(value)
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    year, month, day = _integer(year), _integer(month), _integer(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    parts = [_integer(part) for part in (hour, minute, second, microsecond)]
    for name, part, limit in zip(("hour", "minute", "second"), parts, (23, 59, 59)):
        if not 0 <= part <= limit:
            raise ValueError(f"{name} must be in 0..{limit}")
    if not 0 <= parts[3] <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return parts


def _check_zone(tzinfo_value):
    if tzinfo_value is not None and not isinstance(tzinfo_value, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '"
                        + type(tzinfo_value).__name__ + "'")


def _round_half_even(number):
    return round(number)


def _name_of(value):
    kind = type(value)
    return "datetime." + kind.__qualname__ if kind.__module__ == "datetime" else kind.__qualname__


def _order(method, symbol):
    """A comparison by `_key`; of other kinds it refuses or leaves the answer to them."""
    def compare(self, other):
        if not self._is_comparable(other):
            return NotImplemented
        return method(self._comparable(other), other._comparable(self))

    return compare


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000),
                 (hours, 3600000000), (weeks, 604800000000))
        total = 0
        fraction = 0.0
        for (value, unit), name in zip(parts, ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                fraction += (value - whole) * unit
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        self._set(total + _round_half_even(fraction))

    def _set(self, total):
        days, rest = divmod(total, 86400000000)
        if not -1 << 31 <= days < 1 << 31:
            raise OverflowError("Python int too large to convert to C int")
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        self._total = total

    @classmethod
    def _of(cls, total):
        made = timedelta.__new__(timedelta)
        made._set(total)
        return made

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return self._total / 1000000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in
                 (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        return f"{_name_of(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return text + f".{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        return timedelta._of(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_and_round(self._total * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return timedelta._of(self._total // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return timedelta._of(_divide_and_round(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_and_round(denominator * self._total, numerator))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total, other._total)
        return quotient, timedelta._of(rest)

    def _is_comparable(self, other):
        return isinstance(other, timedelta)

    def _comparable(self, other):
        return self._total

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    __lt__ = _order(lambda left, right: left < right, "<")
    __le__ = _order(lambda left, right: left <= right, "<=")
    __gt__ = _order(lambda left, right: left > right, ">")
    __ge__ = _order(lambda left, right: left >= right, ">=")

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total != 0

    def __reduce__(self):
        return timedelta, (self._days, self._seconds, self._microseconds)


def _divide_and_round(numerator, denominator):
    """To the nearest whole number, ties to the even one."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    whole, rest = divmod(numerator, denominator)
    rest *= 2
    if rest > denominator or rest == denominator and whole % 2 == 1:
        whole += 1
    return whole


timedelta.min = timedelta(days=-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_SECONDS_A_DAY * 1000000 < offset._total < _SECONDS_A_DAY * 1000000:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                             + repr(offset) + ".")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self._name is None and not self._offset:
            return "datetime.timezone.utc"
        more = "" if self._name is None else f", {self._name!r}"
        return f"{_name_of(self)}({self._offset!r}{more})"

    def __reduce__(self):
        return _make_timezone, (self._offset, self._name)


def _make_timezone(offset, name):
    return timezone.utc if name is None and not offset else timezone(offset, name)


def _offset_text(offset, separator=":"):
    """+09:00, with seconds and their fraction where there are any."""
    sign = "+"
    if offset._total < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset._days * _SECONDS_A_DAY + offset._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset._microseconds:
        text += f"{separator}{seconds:02d}"
    if offset._microseconds:
        text += f".{offset._microseconds:06d}"
    return text


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _time_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    texts = {
        "hours": f"{hour:02d}",
        "minutes": f"{hour:02d}:{minute:02d}",
        "seconds": f"{hour:02d}:{minute:02d}:{second:02d}",
        "milliseconds": f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}",
        "microseconds": f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}",
    }
    if timespec not in texts:
        raise ValueError("Unknown timespec value")
    return texts[timespec]


def _format(value, format, moment):
    """strftime, with what the C library does not know: %f, %z and %Z."""
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not " + type(format).__name__)
    parts = []
    place = 0
    while place < len(format):
        end = format.find("%", place)
        if end < 0 or end + 1 >= len(format):
            break
        letter = format[end + 1]
        own = _own_directive(value, letter)
        if own is None:
            parts.append(format[place:end + 2])
        else:
            parts.append(format[place:end] + own.replace("%", "%%"))
        place = end + 2
    parts.append(format[place:])
    return _clock.format_time("".join(parts), moment)


def _own_directive(value, letter):
    if letter == "f":
        return f"{getattr(value, 'microsecond', 0):06d}"
    if letter == "Y":
        return str(getattr(value, "year", 1900))
    if letter not in "zZ":
        return None
    offset = value.utcoffset() if hasattr(value, "utcoffset") else None
    if offset is None:
        return ""
    return _offset_text(offset, "") if letter == "z" else value.tzname() or ""


class date:
    def __init__(self, year, month=None, day=None):
        if month is None or day is None:
            missing, position = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {position})")
        self._year, self._month, self._day = _check_date(year, month, day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t, /):
        fields = _time.localtime(t)
        return cls(fields[0], fields[1], fields[2])

    @classmethod
    def fromordinal(cls, n, /):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        first = _iso_week_1(year)
        if not 0 < week < 54 or week == 53 and first + 52 * 7 == _iso_week_1(year + 1):
            raise ValueError(f"Invalid week: {week}")
        if not 0 < day < 8:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        return cls.fromordinal(first + (week - 1) * 7 + day - 1)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_iso_date(date_string))
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year = self._year
        for candidate in (year + 1, year, year - 1):
            first = _iso_week_1(candidate)
            if first <= self.toordinal():
                week, day = divmod(self.toordinal() - first, 7)
                return IsoCalendarDate((candidate, week + 1, day + 1))

    def timetuple(self):
        return _struct_time(self, 0, 0, 0, -1)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def ctime(self):
        return (f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} "
                f"{getattr(self, 'hour', 0):02d}:{getattr(self, 'minute', 0):02d}:{getattr(self, 'second', 0):02d} {self._year:04d}")

    def strftime(self, format):
        return _format(self, format, tuple(self.timetuple()))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_name_of(self)}({self._year}, {self._month}, {self._day})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _is_comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def _comparable(self, other):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        return self._comparable(other) == other._comparable(self) if self._is_comparable(other) else NotImplemented

    __lt__ = _order(lambda left, right: left < right, "<")
    __le__ = _order(lambda left, right: left <= right, "<=")
    __gt__ = _order(lambda left, right: left > right, ">")
    __ge__ = _order(lambda left, right: left >= right, ">=")

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)


def _iso_week_1(year):
    """The ordinal of the Monday with which the first week begins."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


class IsoCalendarDate(tuple):
    def __new__(cls, fields):
        return tuple.__new__(cls, fields)

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _struct_time(day, hour, minute, second, is_dst):
    day_of_year = day.toordinal() - _days_before_year(day.year)
    return _time.struct_time((day.year, day.month, day.day, hour, minute, second, day.weekday(), day_of_year, is_dst))


def _iso_date(text):
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        return _digits(text[0:4]), _digits(text[5:7]), _digits(text[8:10])
    if len(text) == 8 and "W" not in text:
        return _digits(text[0:4]), _digits(text[4:6]), _digits(text[6:8])
    raise ValueError(text)


def _digits(text):
    if not text.isdigit() or not text.isascii():
        raise ValueError(text)
    return int(text)


def _iso_time(text):
    """hour, minute, second, microsecond and time zone."""
    zone = None
    if text.endswith("Z"):
        text, zone = text[:-1], timezone.utc
    else:
        for sign in "+-":
            place = text.find(sign)
            if place >= 0:
                zone = _iso_zone(text[place:])
                text = text[:place]
                break
    return _iso_clock(text) + [zone]


def _iso_clock(text):
    text, point, fraction = text.partition(".") if "." in text else text.partition(",")
    parts = text.split(":") if ":" in text else [text[place:place + 2] for place in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any([len(part) != 2 for part in parts]) or point and len(parts) != 3:
        raise ValueError(text)
    numbers = [_digits(part) for part in parts] + [0, 0]
    microsecond = _digits(fraction[:6]) * 10 ** (6 - len(fraction[:6])) if point else 0
    return numbers[:3] + [microsecond]


def _iso_zone(text):
    hour, minute, second, microsecond = _iso_clock(text[1:])
    offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
    return _make_timezone(-offset if text[0] == "-" else offset, None)


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold

    @classmethod
    def fromisoformat(cls, time_string, /):
        try:
            return cls(*_iso_time(time_string[1:] if time_string.startswith("T") else time_string))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def isoformat(self, timespec="auto"):
        offset = self.utcoffset()
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text if offset is None else text + _offset_text(offset)

    def strftime(self, format):
        return _format(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ", ".join([str(part) for part in parts])
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_name_of(self)}({text}{', fold=1' if self._fold else ''})"

    def _is_comparable(self, other):
        return isinstance(other, time)

    def _comparable(self, other):
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return total if mine is None else total - mine._total

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._comparable(other) == other._comparable(self)

    __lt__ = _order(lambda left, right: left < right, "<")
    __le__ = _order(lambda left, right: left <= right, "<=")
    __gt__ = _order(lambda left, right: left > right, ">")
    __ge__ = _order(lambda left, right: left >= right, ">=")

    def __hash__(self):
        return hash(self._comparable(self))

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(date):
    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time_ns() / 1000000000, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def _from_seconds(cls, t, fields_of, zone):
        whole = int(t)
        more, microsecond = divmod(_round_half_even((t - whole) * 1000000), 1000000)
        seconds = whole + more
        fields = fields_of(seconds)
        return cls(*fields[:6], microsecond, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if tz is None:
            return cls._from_seconds(timestamp, _time.localtime, None)
        return tz.fromutc(cls._from_seconds(timestamp, _time.gmtime, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_seconds(timestamp, _time.gmtime, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        length = 10 if date_string[4:5] == "-" else 8
        try:
            clock = _iso_time(date_string[length + 1:]) if len(date_string) > length else []
            return cls(*_iso_date(date_string[:length]), *clock)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime

        for position, value in enumerate((date_string, format)):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {position + 1} must be str, not {type(value).__name__}")
        *fields, offset, zone = _strptime._strptime_datetime(date_string, format)
        tz = None
        if offset is not None:
            tz = _make_timezone(timedelta(seconds=offset), zone)
        return cls(*fields, tz)

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        fields = [mine if other is None else other for mine, other in zip(self._fields(), given)]
        return type(self)(*fields, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _fields(self):
        return (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timetuple(self):
        is_dst = self.dst()
        return _struct_time(self, self._hour, self._minute, self._second, -1 if is_dst is None else 1 if is_dst else 0)

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self if not offset else self - offset
        return _struct_time(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime(tuple(self.timetuple())) + self._microsecond / 1000000
        return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        seconds = self.timestamp() if offset is None else None
        if tz is None:
            local = _time.localtime(self.timestamp())
            tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tz argument must be an instance of tzinfo, not {type(tz).__name__}")
        if offset is None:
            return type(self).fromtimestamp(seconds, tz)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def isoformat(self, sep="T", timespec="auto"):
        text = (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + _time_text(self._hour, self._minute, self._second, self._microsecond, timespec))
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        fields = list(self._fields())
        if fields[-1] == 0:
            del fields[-1]
        if fields[-1] == 0:
            del fields[-1]
        text = ", ".join([str(field) for field in fields])
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_name_of(self)}({text}{', fold=1' if self._fold else ''})"

    def _microseconds_since(self):
        """Since the day before the first one, as the clock shows."""
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * _SECONDS_A_DAY + seconds) * 1000000 + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        days, rest = divmod(self._microseconds_since() + other._total, 86400000000)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_from_ordinal(days), hour, minute, second, microsecond, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        span = self._microseconds_since() - other._microseconds_since()
        return timedelta._of(span if mine is None else span - mine._total + others._total)

    def _is_comparable(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            raise TypeError(f"can't compare {_name_of(self)} to {_name_of(other)}")
        return isinstance(other, datetime)

    def _comparable(self, other):
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        total = self._microseconds_since()
        return total if mine is None else total - mine._total

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._comparable(other) == other._comparable(self)

    def __hash__(self):
        offset = self.utcoffset()
        total = self._microseconds_since()
        return hash(total if offset is None else total - offset._total)

    def __reduce__(self):
        return type(self), self._fields() + (self._tzinfo,)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
