# What a collection of garbage consists of, in CPython's order: callbacks of weak references, __del__, and what nobody holds
# again after that goes.

_collects_garbage = False


# How many objects have gone. Nothing within another collection.
def collect_garbage(generation=2):
    global _collects_garbage
    if _collects_garbage:
        return 0
    import _gc
    _collects_garbage = True
    try:
        _tell_of_collection('start', generation, 0)
        found, calls = _gc.find()
        _end_all(calls)
        collected = _gc.free(found)
        _tell_of_collection('stop', generation, collected)
    finally:
        _collects_garbage = False
    return collected


def _tell_of_collection(phase, generation, collected):
    import sys
    for callback in list(getattr(sys.modules.get('gc'), 'callbacks', ())):
        try:
            callback(phase, {'generation': generation, 'collected': collected, 'uncollectable': 0})
        except BaseException as error:
            _report_ignored(callback, error)


# What has an end comes to it; the memory goes with the process.
def end_garbage():
    import _gc
    if not _collects_garbage and _gc.somebody_waits():
        found, calls = _gc.find()
        _end_all(calls)


def _end_all(calls):
    while calls:
        _end_one(*calls.pop(0))


# What a dying object leaves to be done: a generator is closed.
def _end_one(function, argument):
    try:
        if function is None:
            argument.close()
        else:
            function(argument)
    except BaseException as error:
        _report_ignored(argument if function is None else function, error)
