"""time: clocks and sleep ask the kernel (module _time); the calendar is the C library's."""
from _time import (time, time_ns, monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns,
                   thread_time, thread_time_ns, sleep, localtime, gmtime)
import _time

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3

_FIELDS = ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"]


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = tuple(_FIELDS)

    def __new__(cls, fields, /):
        fields = tuple(fields)
        if not 9 <= len(fields) <= 11:
            few = len(fields) < 9
            raise TypeError("time.struct_time() takes an " + ("at least 9" if few else "at most 11")
                            + "-sequence (" + str(len(fields)) + "-sequence given)")
        return _time.struct_from(fields[:9])

    @property
    def tm_zone(self):
        return _time.format_time("%Z", tuple(self))

    @property
    def tm_gmtoff(self):
        offset = _time.format_time("%z", tuple(self))
        seconds = int(offset[1:3]) * 3600 + int(offset[3:5]) * 60
        return -seconds if offset[0] == "-" else seconds

    def __repr__(self):
        return "time.struct_time(" + ", ".join([name + "=" + repr(value) for name, value in zip(_FIELDS, self)]) + ")"

    def __reduce__(self):
        return struct_time, (tuple(self),)


def _field(index):
    def get(self):
        return self[index]

    return property(get)


for _index in range(9):
    setattr(struct_time, _FIELDS[_index], _field(_index))


def _checked(moment):
    if not isinstance(moment, tuple):
        raise TypeError("Tuple or struct_time argument required")
    return tuple(moment)


def mktime(t, /):
    return _time.make_time(_checked(t))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not " + type(format).__name__)
    return _time.format_time(format, tuple(localtime()) if t is None else _checked(t))


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime

    return struct_time(_strptime._strptime_time(string, format))


def asctime(t=None, /):
    moment = tuple(localtime()) if t is None else _checked(t)
    return _time.format_time("%a %b %e %H:%M:%S ", moment) + str(moment[0])


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


_CLOCKS = {0: time, 1: monotonic, 2: process_time, 3: thread_time}


def clock_gettime(clk_id, /):
    if clk_id not in _CLOCKS:
        raise OSError(22, "Invalid argument")
    return _CLOCKS[clk_id]()


def clock_gettime_ns(clk_id, /):
    return int(clock_gettime(clk_id) * 1000000000)


class _ClockInfo:
    def __init__(self, implementation, monotonic, adjustable):
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = 1e-09

    def __repr__(self):
        return (f"namespace(implementation={self.implementation!r}, monotonic={self.monotonic!r}, "
                f"adjustable={self.adjustable!r}, resolution={self.resolution!r})")


def get_clock_info(name, /):
    kinds = {"time": ("CLOCK_REALTIME", False, True), "monotonic": ("CLOCK_MONOTONIC", True, False),
             "perf_counter": ("CLOCK_MONOTONIC", True, False), "process_time": ("CLOCK_PROCESS_CPUTIME_ID", True, False),
             "thread_time": ("CLOCK_THREAD_CPUTIME_ID", True, False)}
    if name not in kinds:
        raise ValueError("unknown clock")
    kind, monotonic, adjustable = kinds[name]
    return _ClockInfo("clock_gettime(" + kind + ")", monotonic, adjustable)


def tzset():
    """The C library looks at the time zone itself."""


timezone = int(_time.make_time((1970, 1, 2, 0, 0, 0, 4, 2, 0))) - 86400
altzone = timezone
daylight = 0
tzname = (_time.format_time("%Z", tuple(localtime(0))),) * 2
