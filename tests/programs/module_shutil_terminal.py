# The size of the terminal: what the environment says, then what the terminal says, and where there is none what is given.
import os
import shutil

for name in ('COLUMNS', 'LINES'):
    os.environ.pop(name, None)
print(shutil.get_terminal_size(), shutil.get_terminal_size((100, 50)).lines)
# expect: os.terminal_size(columns=80, lines=24) 50
os.environ['COLUMNS'] = '40'
print(shutil.get_terminal_size(fallback=(1, 2)))
# expect: os.terminal_size(columns=40, lines=2)
os.environ['LINES'] = 'many'
print(shutil.get_terminal_size()[1], os.terminal_size((1, 2)).columns)
# expect: 24 1
try:
    os.get_terminal_size()
except OSError as error:
    print(type(error).__name__, error)
# expect: OSError [Errno 25] Inappropriate ioctl for device
try:
    os.terminal_size((1, 2, 3))
except TypeError as error:
    print(error)
# expect: os.terminal_size() takes a 2-sequence (3-sequence given)
