"""signal: the numbers, and whether a signal is ignored. Handlers of a program's own are not part of the language yet."""
import sys
import _os

for _name, _number in _os.signal_numbers():
    setattr(sys.modules["signal"], _name, _number)

SIG_DFL = 0
SIG_IGN = 1
_handlers = {}


def signal(signalnum, handler):
    if handler not in (SIG_DFL, SIG_IGN):
        raise NotImplementedError("Forkscope knows no signal handlers of a program's own; run the file with python3")
    before = _handlers.get(signalnum, SIG_DFL)
    _os.set_signal(signalnum, handler == SIG_IGN)
    _handlers[signalnum] = handler
    return before


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)
