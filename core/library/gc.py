"""gc: finds objects that only hold each other. They are looked for when memory has grown, not after so many new objects, so
the thresholds say no more than whether that is done at all; nor are there generations."""

import _gc
from _gc import is_finalized, is_tracked
from operator import index as _index

callbacks = []
garbage = []
_enabled = True
_thresholds = (700, 10, 10)

_gc.watch()


def _follow():
    _gc.set_automatic(_enabled and _thresholds[0] != 0)


def enable():
    """Garbage is looked for without being asked."""
    global _enabled
    _enabled = True
    _follow()


def disable():
    """Garbage is only looked for where the program says so."""
    global _enabled
    _enabled = False
    _follow()


def isenabled():
    return _enabled


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=None, threshold2=None, /):
    """0 turns off what is done without being asked."""
    global _thresholds
    given = [threshold0, threshold1, threshold2]
    _thresholds = tuple([old if new is None else _index(new) for new, old in zip(given, _thresholds)])
    _follow()


def collect(generation=2):
    """How many objects that nobody could reach have gone."""
    return _gc.collect(generation)


def freeze():
    """What there is would not be looked at again; it is."""


def unfreeze():
    pass
