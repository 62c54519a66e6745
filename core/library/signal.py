"""signal: the numbers. Handlers of a program's own come with a later version of the language."""
import _os

for _name, _number in _os.signal_numbers():
    globals()[_name] = _number
