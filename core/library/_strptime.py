"""Reading dates and times by a format, for time.strptime and datetime.strptime."""

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december"]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_MONTHS = [name[:3] for name in _MONTHS]
_SHORT_DAYS = [name[:3] for name in _DAYS]

# The most digits of a directive, and between what its number must be.
_NUMBERS = {
    "d": (2, 1, 31), "m": (2, 1, 12), "H": (2, 0, 23), "I": (2, 1, 12), "M": (2, 0, 59), "S": (2, 0, 61),
    "j": (3, 1, 366), "w": (1, 0, 6), "u": (1, 1, 7), "U": (2, 0, 53), "W": (2, 0, 53), "V": (2, 1, 53), "y": (2, 0, 99),
}
_NAMES = {"B": _MONTHS, "b": _SHORT_MONTHS, "A": _DAYS, "a": _SHORT_DAYS, "p": ["am", "pm"], "Z": ["utc", "gmt"]}
_SHORTHANDS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M"}
_SHORTHANDS_KNOWN = ("c", "x", "X")


def _pieces(format):
    """The format as (kind, what): a directive's letter, a text, or white space."""
    pieces = []
    place = 0
    while place < len(format):
        character = format[place]
        place += 1
        if character == "%":
            if place == len(format):
                raise ValueError("stray %% in format '%s'" % format)
            letter = format[place]
            place += 1
            if letter == "%":
                pieces.append(("text", "%"))
            elif letter in _SHORTHANDS_KNOWN:
                pieces.extend(_pieces(_SHORTHANDS[letter]))
            elif letter in _NUMBERS or letter in _NAMES or letter in "YfzG":
                pieces.append(("directive", letter))
            else:
                raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
        elif character.isspace():
            if not pieces or pieces[-1][0] != "space":
                pieces.append(("space", ""))
        else:
            pieces.append(("text", character.lower()))
    return pieces


def _digits(text, place, most):
    """How many digits stand there."""
    count = 0
    while count < most and text[place + count:place + count + 1].isdigit():
        count += 1
    return count


def _number_ends(letter, text, place):
    """Where the directive may end, with its value, the longest first."""
    most, low, high = _NUMBERS[letter]
    ends = []
    if letter in "dm" and text[place:place + 1] == " " and text[place + 1:place + 2].isdigit():
        ends.append((place + 2, int(text[place + 1])))
    for length in range(_digits(text, place, most), 0, -1):
        value = int(text[place:place + length])
        if low <= value <= high and not (letter in "yjU" and letter == "y" and length < 2):
            ends.append((place + length, value))
    return ends


def _zone_ends(text, place):
    if text[place:place + 1] == "z":
        return [(place + 1, 0)]
    sign = text[place:place + 1]
    if sign not in ("+", "-") or sign == "":
        return []
    end = place + 1
    if _digits(text, end, 2) < 2:
        return []
    seconds = int(text[end:end + 2]) * 3600
    end += 2
    for unit in (60, 1):
        colon = 1 if text[end:end + 1] == ":" else 0
        if _digits(text, end + colon, 2) < 2:
            break
        seconds += int(text[end + colon:end + colon + 2]) * unit
        end += colon + 2
    return [(end, -seconds if sign == "-" else seconds)]


def _ends(letter, text, place):
    if letter in _NUMBERS:
        return _number_ends(letter, text, place)
    if letter in _NAMES:
        names = _NAMES[letter]
        return [(place + len(name), index) for index, name in enumerate(names) if text.startswith(name, place)]
    if letter == "z":
        return _zone_ends(text, place)
    if letter == "f":
        return [(place + length, int(text[place:place + length].ljust(6, "0")))
                for length in range(_digits(text, place, 6), 0, -1)]
    return [(place + 4, int(text[place:place + 4]))] if _digits(text, place, 4) == 4 else []


def _match(pieces, at, text, place, found):
    """The place behind the match of the pieces from `at` on, or None; what they say is put into `found`."""
    if at == len(pieces):
        return place
    kind, what = pieces[at]
    if kind == "text":
        return _match(pieces, at + 1, text, place + 1, found) if text[place:place + 1] == what else None
    if kind == "space":
        end = place
        while end < len(text) and text[end].isspace():
            end += 1
        return _match(pieces, at + 1, text, end, found) if end > place else None
    for end, value in _ends(what, text, place):
        result = _match(pieces, at + 1, text, end, found)
        if result is not None:
            found[what] = value
            return result
    return None


def _read(string, format):
    for value in (string, format):
        if not isinstance(value, str):
            raise TypeError("strptime() argument %d must be str, not %s"
                            % (0 if value is string else 1, type(value)))
    found = {}
    end = _match(_pieces(format), 0, string.lower(), 0, found)
    if end is None:
        raise ValueError("time data %r does not match format %r" % (string, format))
    if end != len(string):
        raise ValueError("unconverted data remains: %s" % string[end:])
    return found


def _year_of(found):
    if "Y" in found:
        return found["Y"]
    if "y" in found:
        return found["y"] + (2000 if found["y"] <= 68 else 1900)
    return 1900


def _month_of(found):
    for letter in "Bb":
        if letter in found:
            return found[letter] + 1
    return found.get("m", 1)


def _hour_of(found):
    if "I" not in found:
        return found.get("H", 0)
    return found["I"] % 12 + (12 if found.get("p") == 1 else 0)


def _weekday_of(found):
    """Monday is 0; None if nothing was said."""
    if "w" in found:
        return (found["w"] - 1) % 7
    if "u" in found:
        return found["u"] - 1
    return found.get("A", found.get("a"))


def _check_iso_week(found):
    weekdays = "a weekday directive ('%A', '%a', '%w', or '%u')."
    if "G" in found:
        if "V" not in found or _weekday_of(found) is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and " + weekdays)
        if "j" in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    elif "V" in found:
        if not ("Y" in found or "y" in found) or _weekday_of(found) is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and " + weekdays)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _day_of_week(datetime, year, week, weekday, from_sunday):
    """The day of a week of the year; the first week begins with the first Monday, or Sunday, of the year."""
    first = datetime.date(year, 1, 1)
    before = (first.weekday() + from_sunday) % 7
    behind = (weekday + from_sunday) % 7
    return first + datetime.timedelta(days=behind - before + 7 * (week if before else week - 1))


def _day_of(datetime, found):
    """The day that was meant otherwise than by month and day; None: by these."""
    weekday, year = _weekday_of(found), _year_of(found)
    if "j" in found:
        return None if "d" in found else datetime.date(year, 1, 1) + datetime.timedelta(found["j"] - 1)
    if weekday is None:
        return None
    for letter in "UW":
        if letter in found:
            return _day_of_week(datetime, year, found[letter], weekday, letter == "U")
    return datetime.date.fromisocalendar(found["G"], found["V"], weekday + 1) if "G" in found else None


def _strptime(string, format):
    """year, month, day, hour, minute, second, microsecond, seconds east of UTC or None, name of the zone or None."""
    import datetime

    found = _read(string, format)
    _check_iso_week(found)
    year, month, day = _year_of(found), _month_of(found), found.get("d", 1)
    moment = _day_of(datetime, found)
    if moment is not None:
        year, month, day = moment.year, moment.month, moment.day
    zone = ("UTC", "GMT")[found["Z"]] if "Z" in found else None
    return (year, month, day, _hour_of(found), found.get("M", 0), found.get("S", 0), found.get("f", 0), found.get("z"), zone)


def _strptime_datetime(string, format):
    """What datetime.strptime() makes a datetime of."""
    return _strptime(string, format)


def _strptime_time(string, format):
    """The nine fields of a struct_time."""
    import datetime

    year, month, day, hour, minute, second, fraction, offset, zone = _strptime(string, format)
    # February 29 can be read alone, though 1900 had none
    alone = year == 1900 and month == 2 and day == 29
    moment = datetime.date(1904 if alone else year, month, day)
    return (year, month, day, hour, minute, second, moment.weekday(), moment.timetuple()[7], 0 if zone else -1)
