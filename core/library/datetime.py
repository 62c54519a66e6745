"""datetime: dates, times of day, both together, and the spans between them. The Gregorian calendar in both directions."""

import time as _time
import _time as _clock

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
MINYEAR = 1
MAXYEAR = 9999

_DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_MONTH_NAMES = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MAX_ORDINAL = 3652059
_EPOCH_ORDINAL = 719163
_SECONDS_A_DAY = 86400
_MISSING = object()


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
    raise TypeError(f"'{_name_of(value)}' object cannot be interpreted as an integer")


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
                        + _name_of(tzinfo_value) + "'")


def _name_of(value):
    kind = type(value)
    return "datetime." + kind.__name__ if kind.__module__ == "datetime" else kind.__name__


def _packed(state, first, size):
    """The bytes in which one of these objects is pickled, if they are its only argument; first: where a byte says what they are."""
    if isinstance(state, str) and len(state) == size:
        state = state.encode("latin1")
    return state if isinstance(state, bytes) and len(state) == size and first(state) else None


def _is_zone(value):
    return isinstance(value, tzinfo)


def _order(method, symbol):
    """A comparison by `_key`; of other kinds it refuses or leaves the answer to them."""
    def compare(self, other):
        if not self._is_comparable(other):
            return NotImplemented
        return method(self._comparable(other), other._comparable(self))

    return compare


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds", "_total")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
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
                raise TypeError(f"unsupported type for timedelta {name} component: {_name_of(value)}")
        return object.__new__(cls)._set(total + round(fraction))

    def _set(self, total):
        days, rest = divmod(total, 86400000000)
        if not -1 << 31 <= days < 1 << 31:
            raise OverflowError("Python int too large to convert to C int")
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        self._total = total
        return self

    @classmethod
    def _of(cls, total):
        return object.__new__(timedelta)._set(total)

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

    def __rsub__(self, other):
        return timedelta._of(other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return timedelta._of(self._total)

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
        return type(self), (self._days, self._seconds, self._microseconds)


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


def _checked_offset(name, offset):
    """What a time zone says, if that is an offset that there can be."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{_name_of(offset)}'")
    if not -_SECONDS_A_DAY * 1000000 < offset._total < _SECONDS_A_DAY * 1000000:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _zone_says(name, zone, moment):
    """utcoffset(), dst() or tzname() of a time or datetime."""
    if zone is None:
        return None
    said = getattr(zone, name)(moment)
    if name != "tzname":
        return _checked_offset(name, said)
    if said is not None and not isinstance(said, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_name_of(said)}'")
    return said


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """From UTC to the standard time of the zone, then to what its clocks show at that time."""
        _check_is_of(dt, self)
        offset, saved = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if saved is None:
            raise ValueError("fromutc: non-None dst() result required")
        if offset._total != saved._total:
            dt = dt + (offset - saved)
            saved = dt.dst()
            if saved is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saved

    def __reduce__(self):
        arguments = self.__getinitargs__() if hasattr(self, "__getinitargs__") else ()
        return type(self), arguments, self.__getstate__()


def _check_is_of(moment, zone):
    if not isinstance(moment, datetime):
        raise TypeError("fromutc: argument must be a datetime")
    if moment.tzinfo is not zone:
        raise ValueError("fromutc: dt.tzinfo is not self")


def _check_moment(name, moment):
    if moment is not None and not isinstance(moment, datetime):
        raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_name_of(moment)}")


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_MISSING):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_name_of(offset)}")
        if name is not _MISSING and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_name_of(name)}")
        if not -_SECONDS_A_DAY * 1000000 < offset._total < _SECONDS_A_DAY * 1000000:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                             + repr(offset) + ".")
        if name is _MISSING and not offset and hasattr(cls, "utc"):
            return cls.utc
        made = object.__new__(cls)
        made._offset = offset
        made._name = None if name is _MISSING else name
        return made

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def utcoffset(self, dt):
        _check_moment("utcoffset", dt)
        return self._offset

    def dst(self, dt):
        _check_moment("dst", dt)
        return None

    def tzname(self, dt):
        _check_moment("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def fromutc(self, dt):
        _check_is_of(dt, self)
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

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return timezone, self.__getinitargs__(), None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


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
        raise TypeError("strftime() argument 1 must be str, not " + _name_of(format))
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
    if letter == "Z":
        return hasattr(value, "tzname") and value.tzname() or ""
    if letter != "z":
        return None
    offset = value.utcoffset() if hasattr(value, "utcoffset") else None
    return "" if offset is None else _offset_text(offset, "")


def _is_month(byte):
    return 1 <= byte % 128 <= 12


def _read_date(state):
    return state[0] * 256 + state[1], state[2] % 128, state[3]


def _read_time(state):
    return state[0], state[1], state[2], (state[3] * 256 + state[4]) * 256 + state[5]


def _require_day(year, month, day):
    for position, (name, value) in enumerate((("year", year), ("month", month), ("day", day))):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {position + 1})")


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=None, month=None, day=None):
        if month is None and day is None:
            state = _packed(year, lambda state: _is_month(state[2]), 4)
            if state is not None:
                year, month, day = _read_date(state)
        _require_day(year, month, day)
        made = object.__new__(cls)
        made._year, made._month, made._day = _check_date(year, month, day)
        return made

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
        year, week, day = _integer(year), _integer(week), _integer(day)
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
        if not isinstance(other, date):
            return NotImplemented
        return (self._year, self._month, self._day) == (other._year, other._month, other._day)

    __lt__ = _order(lambda left, right: left < right, "<")
    __le__ = _order(lambda left, right: left <= right, "<=")
    __gt__ = _order(lambda left, right: left > right, ">")
    __ge__ = _order(lambda left, right: left >= right, ">=")

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def _date_bytes(self):
        return [self._year // 256, self._year % 256, self._month, self._day]

    def __reduce__(self):
        return type(self), (bytes(self._date_bytes()),)


def _iso_week_1(year):
    """The ordinal of the Monday with which the first week begins."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


class IsoCalendarDate(tuple):
    __slots__ = ()

    def __reduce__(self):
        return tuple, (tuple(self),)

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


def _digits(text, length=None):
    if not text.isdigit() or not text.isascii() or length is not None and len(text) != length:
        raise ValueError(text)
    return int(text)


def _iso_date(text):
    """year, month, day; of a week the day may be left out."""
    year, rest = _digits(text[:4], 4), text[4:]
    dash = "-" if rest[:1] == "-" else ""
    rest = rest[len(dash):]
    if rest[:1] == "W":
        week, weekday = _digits(rest[1:3], 2), rest[3:]
        if weekday and not weekday.startswith(dash):
            raise ValueError(text)
        found = date.fromisocalendar(year, week, _digits(weekday[len(dash):], 1) if weekday else 1)
        return found.year, found.month, found.day
    month, day = _digits(rest[:2], 2), rest[2:]
    if not day.startswith(dash):
        raise ValueError(text)
    return year, month, _digits(day[len(dash):], 2)


def _iso_date_length(text):
    """How much of a text is the date; any character may be between it and the time."""
    if len(text) < 7:
        raise ValueError(text)
    if len(text) == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10
        # What follows 2025-W01- is a weekday, unless more than one digit does.
        return 10 if text[8:9] == "-" and len(text) > 9 and not text[10:11].isdigit() else 8
    if text[4] != "W":
        return 8
    end = 7
    while text[end:end + 1].isdigit():
        end += 1
    return end if end < 9 else 7 if end % 2 == 0 else 8


def _iso_time(text):
    """hour, minute, second, microsecond and time zone."""
    for place, character in enumerate(text):
        if character in "+-Z":
            return _iso_clock(text[:place]) + [_iso_zone(text[place:])]
    return _iso_clock(text) + [None]


def _iso_clock(text):
    colon = ":" if text[2:3] == ":" else ""
    numbers, rest = [_digits(text[:2], 2)], text[2:]
    while len(numbers) < 3 and rest:
        if not rest.startswith(colon):
            raise ValueError(text)
        rest = rest[len(colon):]
        numbers.append(_digits(rest[:2], 2))
        rest = rest[2:]
    if not rest:
        return (numbers + [0, 0, 0])[:4]
    if rest[0] not in ".,":
        raise ValueError(text)
    _digits(rest[1:])
    return numbers + [int(rest[1:7].ljust(6, "0"))]


def _iso_zone(text):
    if text == "Z":
        return timezone.utc
    hour, minute, second, microsecond = _iso_clock(text[1:])
    offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
    return timezone(-offset if text[0] == "-" else offset)


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        state = _packed(hour, lambda state: state[0] % 128 < 24, 6)
        if state is not None:
            zone = None if minute == 0 else minute
            if zone is not None and not _is_zone(zone):
                raise TypeError("bad tzinfo state arg")
            fold = state[0] // 128
            (hour, minute, second, microsecond), tzinfo = _read_time(bytes([state[0] % 128]) + state[1:]), zone
        return object.__new__(cls)._set_clock(hour, minute, second, microsecond, tzinfo, fold)

    def _set_clock(self, hour, minute, second, microsecond, zone, fold):
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(zone)
        self._tzinfo = zone
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
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
        return _zone_says("utcoffset", self._tzinfo, None)

    def tzname(self):
        return _zone_says("tzname", self._tzinfo, None)

    def dst(self):
        return _zone_says("dst", self._tzinfo, None)

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

    def _microseconds(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _comparable(self, other):
        if self._tzinfo is other._tzinfo:
            return self._microseconds()
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._microseconds() if mine is None else self._microseconds() - mine._total

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if self._tzinfo is not other._tzinfo and (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._comparable(other) == other._comparable(self)

    __lt__ = _order(lambda left, right: left < right, "<")
    __le__ = _order(lambda left, right: left <= right, "<=")
    __gt__ = _order(lambda left, right: left > right, ">")
    __ge__ = _order(lambda left, right: left >= right, ">=")

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._microseconds() if offset is None else self._microseconds() - offset._total)

    def _time_bytes(self):
        return [self._hour, self._minute, self._second, self._microsecond >> 16, self._microsecond >> 8 & 255,
                self._microsecond & 255]

    def __reduce_ex__(self, protocol):
        state = self._time_bytes()
        state[0] += 128 if self._fold and protocol > 3 else 0
        return type(self), (bytes(state),) if self._tzinfo is None else (bytes(state), self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _check_parts(day, clock):
    for position, value, kind in ((1, day, date), (2, clock, time)):
        if not isinstance(value, kind):
            raise TypeError(f"combine() argument {position} must be datetime.{kind.__name__}, not {_name_of(value)}")


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        state = _packed(year, lambda state: _is_month(state[2]), 10) if day is None else None
        if state is not None:
            if month is not None and not _is_zone(month):
                raise TypeError("bad tzinfo state arg")
            fold, tzinfo = state[2] // 128, month
            year, month, day = _read_date(state)
            hour, minute, second, microsecond = _read_time(state[4:])
        _require_day(year, month, day)
        made = object.__new__(cls)
        made._year, made._month, made._day = _check_date(year, month, day)
        return made._set_clock(hour, minute, second, microsecond, tzinfo, fold)

    _set_clock, _time_bytes = time._set_clock, time._time_bytes

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
        more, microsecond = divmod(round((t - whole) * 1000000), 1000000)
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
        _check_parts(date, time)
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            length = _iso_date_length(date_string)
            clock = _iso_time(date_string[length + 1:]) if len(date_string) > length else []
            return cls(*_iso_date(date_string[:length]), *clock)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime

        for position, value in enumerate((date_string, format)):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {position + 1} must be str, not {_name_of(value)}")
        *fields, offset, zone = _strptime._strptime_datetime(date_string, format)
        tz = None
        if offset is not None:
            tz = timezone(timedelta(seconds=offset)) if zone is None else timezone(timedelta(seconds=offset), zone)
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
        return _zone_says("utcoffset", self._tzinfo, self)

    def tzname(self):
        return _zone_says("tzname", self._tzinfo, self)

    def dst(self):
        return _zone_says("dst", self._tzinfo, self)

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
        if tz is not None and tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        seconds = self.timestamp() if offset is None else None
        if tz is None:
            local = _time.localtime(self.timestamp())
            tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
            if tz is self._tzinfo:
                return self
        _check_zone(tz)
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
        span = self._microseconds_since() - other._microseconds_since()
        if self._tzinfo is other._tzinfo:
            return timedelta._of(span)
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(span if mine is None else span - mine._total + others._total)

    def _is_comparable(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            raise TypeError(f"can't compare {_name_of(self)} to {_name_of(other)}")
        return isinstance(other, datetime)

    def _comparable(self, other):
        if self._tzinfo is other._tzinfo:
            return self._microseconds_since()
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        total = self._microseconds_since()
        return total if mine is None else total - mine._total

    def _is_ambiguous(self):
        """Whether it depends on fold what moment is meant."""
        return self.replace(fold=1 - self._fold).utcoffset() != self.utcoffset()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if self._tzinfo is not other._tzinfo:
            if (self.utcoffset() is None) != (other.utcoffset() is None) or self._is_ambiguous() or other._is_ambiguous():
                return False
        return self._comparable(other) == other._comparable(self)

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        total = self._microseconds_since()
        return hash(total if offset is None else total - offset._total)

    def __reduce_ex__(self, protocol):
        state = self._date_bytes() + self._time_bytes()
        state[2] += 128 if self._fold and protocol > 3 else 0
        return type(self), (bytes(state),) if self._tzinfo is None else (bytes(state), self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
