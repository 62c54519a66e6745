"""time: clocks and sleep ask the kernel (module _time); the calendar is the C library's."""
from _time import (time, time_ns, monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns,
                   thread_time, thread_time_ns, sleep)
import _time

_FIELDS = ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"]


class struct_time:
    def __init__(self, fields):
        self._fields = tuple(fields)
        if len(self._fields) != 9:
            raise TypeError("time.struct_time() takes a 9-sequence (" + str(len(self._fields)) + "-sequence given)")
        for name, value in zip(_FIELDS, self._fields):
            setattr(self, name, value)

    def __getitem__(self, index):
        return self._fields[index]

    def __len__(self):
        return 9

    def __iter__(self):
        return iter(self._fields)

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return "time.struct_time(" + ", ".join([name + "=" + str(value) for name, value in zip(_FIELDS, self._fields)]) + ")"


def _whole_seconds(seconds):
    if seconds is None:
        seconds = time()
    return int(seconds // 1)


def localtime(seconds=None):
    return struct_time(_time.calendar(_whole_seconds(seconds), True))


def gmtime(seconds=None):
    return struct_time(_time.calendar(_whole_seconds(seconds), False))


def mktime(moment):
    return _time.make_time(tuple(moment))


def strftime(format, moment=None):
    return _time.format_time(format, tuple(localtime() if moment is None else moment))


def asctime(moment=None):
    moment = tuple(localtime() if moment is None else moment)
    return _time.format_time("%a %b ", moment) + "%2d " % moment[2] + _time.format_time("%H:%M:%S %Y", moment)


def ctime(seconds=None):
    return asctime(localtime(seconds))


timezone = int(_time.make_time((1970, 1, 2, 0, 0, 0, 4, 2, 0))) - 86400
altzone = timezone
daylight = 0
tzname = (_time.format_time("%Z", _time.calendar(0, True)),) * 2
