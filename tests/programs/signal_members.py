"""signal.Signals and Handlers as the enumerations that they count as, numbers of errors and exits, names of typing."""
import errno
import os
import signal
import typing

print([each.name for each in signal.Signals][:4], signal.Signals["SIGHUP"], signal.Signals(9).name, len(signal.Handlers))
# expect: ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGILL'] 1 SIGKILL 2
print(signal.SIGINT in signal.Signals, signal.Signals)
# expect: True <enum 'Signals'>
try:
    signal.Signals["SIGNOTHING"]
except KeyError as error:
    print("KeyError", error)  # expect: KeyError 'SIGNOTHING'
print(signal.SIGIOT is signal.SIGABRT, signal.Signals.SIGTERM is signal.SIGTERM, repr(signal.SIG_IGN), int(signal.SIGSYS))
# expect: True True <Handlers.SIG_IGN: 1> 31
print(errno.EBUSY, errno.errorcode[errno.EXDEV], [errno.errorcode[number] for number in (11, 35, 95)], len(errno.errorcode))
# expect: 16 EXDEV ['EAGAIN', 'EDEADLOCK', 'ENOTSUP'] 130
print(os.EX_USAGE, os.EX_NOPERM, os.EX_CONFIG, os.O_CREAT | os.O_WRONLY)  # expect: 64 77 78 65
print(isinstance(3, typing.SupportsFloat), isinstance("x", typing.SupportsAbs), typing.ContextManager[int], typing.IO)
# expect: True False typing.ContextManager[int] <class 'typing.IO'>


@typing.overload
def twice(value: int) -> int: ...


@typing.overload
def twice(value: str) -> str: ...


try:
    twice(1)
except NotImplementedError as error:
    print(str(error)[:46], len(typing.get_overloads(twice)))  # expect: You should not call an overloaded function. A  0
