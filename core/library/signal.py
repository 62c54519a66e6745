"""signal: what this process does when a signal comes. A handler runs in the main thread, between two of its instructions or in
the middle of a wait."""

import sys
import _os
import _signal
from _signal import raise_signal


class _Members(type):
    """Of classes whose members are theirs in order, as those of an enumeration."""

    def __iter__(cls):
        return iter(cls._members)

    def __len__(cls):
        return len(cls._members)

    def __contains__(cls, value):
        return isinstance(value, cls)

    def __getitem__(cls, name):
        return cls.__members__[name]

    @property
    def __members__(cls):
        return {member._name: member for member in cls._members}

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"


class _Number(int, metaclass=_Members):
    """A number that knows its name, as a member of an IntEnum does."""

    def __new__(cls, value):
        if isinstance(value, cls):
            return value
        for member in cls._members:
            if member == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    @classmethod
    def _add(cls, name, value):
        made = int.__new__(cls, value)
        made._name = name
        cls._members.append(made)
        setattr(cls, name, made)

    @property
    def name(self):
        return self._name

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name}: {int(self)}>"

    def __str__(self):
        return str(int(self))

    def __format__(self, spec):
        return format(int(self), spec)

    def __reduce__(self):
        return type(self), (int(self),)


class Signals(_Number):
    _members = []


class Handlers(_Number):
    _members = []


for _name, _value in _os.signal_numbers():
    Signals._add(_name, _value)
Handlers._add("SIG_DFL", 0)
Handlers._add("SIG_IGN", 1)

SIG_DFL, SIG_IGN = Handlers._members
(SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM,
 SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH,
 SIGIO, SIGPWR, SIGSYS) = Signals._members
SIGCLD = Signals.SIGCHLD
SIGPOLL = Signals.SIGIO
SIGIOT = Signals.SIGABRT
Signals._add("SIGRTMIN", 34)
Signals._add("SIGRTMAX", 64)
SIGRTMIN, SIGRTMAX = Signals._members[-2:]
NSIG = 65
ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
ITIMER_PROF = 2

_CAUGHT = 2


class ItimerError(OSError):
    pass


itimer_error = ItimerError


def default_int_handler(signalnum, frame, /):
    """What SIGINT does if the program says nothing else."""
    raise KeyboardInterrupt


def _named(number):
    try:
        return Signals(number)
    except ValueError:
        return number


def _check_number(signalnum):
    try:
        number = int(signalnum)
    except (TypeError, ValueError):
        number = signalnum
    number = _signal.as_number(number)
    if not 0 < number < NSIG:
        raise ValueError("signal number out of range")
    return number


def _handler_of(number):
    if number in _signal.handlers:
        return _signal.handlers[number]
    disposition = _signal.disposition(number)
    if disposition < 0 or disposition == _CAUGHT and number != Signals.SIGINT:
        return None
    if disposition == _CAUGHT:
        return default_int_handler
    return Handlers(disposition)


def signal(signalnum, handler):
    """Sets what is done; returns what was done before."""
    if not _signal.in_main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    number = _check_number(signalnum)
    before = _handler_of(number)
    if callable(handler):
        _signal.set_disposition(number, _CAUGHT)
        _signal.handlers[number] = handler
    else:
        _signal.set_disposition(number, int(handler))
        _signal.handlers.pop(number, None)
    return before


def getsignal(signalnum):
    return _handler_of(_check_number(signalnum))


def strsignal(signalnum, /):
    return _signal.signal_text(_check_number(signalnum)) or None


def valid_signals():
    return {_named(number) for number in range(1, NSIG) if _signal.disposition(number) >= 0}


def pause():
    """Waits for a signal; its handler runs before this returns."""
    _signal.pause()


def alarm(seconds, /):
    """SIGALRM in so many seconds, 0 for never; returns what was left of the alarm before."""
    left, interval = _signal.set_timer(ITIMER_REAL, _signal.as_number(seconds), 0)
    return int(left) + (1 if left > int(left) else 0)


def setitimer(which, seconds, interval=0.0, /):
    try:
        return _signal.set_timer(which, float(seconds), float(interval))
    except OSError as error:
        raise ItimerError(*error.args) from None


def getitimer(which, /):
    try:
        return _signal.get_timer(which)
    except OSError as error:
        raise ItimerError(*error.args) from None


def siginterrupt(signalnum, flag, /):
    """Accepted: waits go on after a handler in any case."""
    _check_number(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1
