"""errno: the system's error numbers by name."""
import _os

errorcode = {}
for _name, _number in _os.error_numbers():
    globals()[_name] = _number
    errorcode[_number] = _name
