"""errno: the system's error numbers by name."""
import _os
import sys as _sys

errorcode = {}
for _name, _number in _os.error_numbers():
    setattr(_sys.modules["errno"], _name, _number)
    errorcode[_number] = _name
