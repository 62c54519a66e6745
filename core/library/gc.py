"""gc: accepted. Objects go when nobody holds them; those that hold each other stay."""
DEBUG_STATS = 1
DEBUG_LEAK = 38
callbacks = []
garbage = []
_enabled = True


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    return 0


def freeze():
    pass


def unfreeze():
    pass


def get_threshold():
    return 700, 10, 10


def set_threshold(threshold0, threshold1=10, threshold2=10):
    pass


def get_count():
    return 0, 0, 0


def get_debug():
    return 0


def set_debug(flags):
    pass


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, type(None)))
