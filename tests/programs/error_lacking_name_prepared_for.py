import string

try:
    string.no_such_name
except AttributeError:
    print('prepared')  # expect: prepared
if hasattr(string, 'neither_this'):
    string.neither_this
print(getattr(string, 'nor_this', 'default'))  # expect: default
