"""What a process knows, told where somebody compares the ways to start one: which names of the program it has and where
their values come from. A child stops before its target and after it, or where it cannot come to it, so that the system can
be asked about it meanwhile."""

import os
import sys
import _forkscope

_SIGSTOP = 19
_MOST_NAMES = 200

_OF_THE_PARENT = 0
_COPIED = 1
_RUN_AGAIN = 2
_PICKLED = 3

# What a forked child has without having done anything.
_copied = {}


def _globals():
    main = sys.modules["__main__"]
    names = [name for name in vars(main) if not name.startswith("__")]
    return {name: getattr(main, name) for name in names[:_MOST_NAMES]}


def _arguments(process):
    found = {"target": process._target}
    for index, value in enumerate(process._args):
        found[f"args[{index}]"] = value
    for name, value in process._kwargs.items():
        found[f"kwargs[{name!r}]"] = value
    return found


def tell_parent(process):
    """In the process that starts another."""
    for name, value in _globals().items():
        _forkscope.note_name(name, value, _OF_THE_PARENT, False)
    for name, value in _arguments(process).items():
        _forkscope.note_name(name, value, _OF_THE_PARENT, True)


def remember_copied():
    """In a forked child, first of all."""
    _copied.update(_globals())


def tell_child(process, is_pickled):
    """In the child, right before its target runs."""
    for name, value in _globals().items():
        source = _COPIED if name in _copied and _copied[name] is value else _RUN_AGAIN
        _forkscope.note_name(name, value, source, False)
    for name, value in _arguments(process).items():
        _forkscope.note_name(name, value, _PICKLED if is_pickled else _COPIED, True)
    stop()


def stop():
    _forkscope.kill(os.getpid(), _SIGSTOP)
