"""open() for bytes: positions, exclusive creation, lines, and what is refused."""
import os

path = f"/tmp/forkscope-open-bytes-{os.getpid()}.bin"
with open(path, "xb") as file:
    print(file.write(b"abc\ndef\n"), file.tell(), file.seekable())
# expect: 8 8 True
try:
    open(path, "x")
except FileExistsError as error:
    print(error.errno, error.strerror)
# expect: 17 File exists
with open(path, "rb") as file:
    print(file.read(2), file.readline(), file.readlines(), file.read())
    print(file.seek(-3, 2), file.read(), file.seek(1), file.read(1), file.seek(1, 1), file.read(1), file.tell())
    print([line for line in file], file.closed)
    try:
        file.write(b"x")
    except OSError as error:
        print(type(error).__name__, error)
# expect: b'ab' b'c\n' [b'def\n'] b''
# expect: 5 b'ef\n' 1 b'b' 3 b'\n' 4
# expect: [b'def\n'] False
# expect: UnsupportedOperation write
with open(path, "r+b") as file:
    file.seek(4)
    file.write(b"XYZ")
    file.seek(0)
    print(file.read())
# expect: b'abc\nXYZ\n'
with open(path, "ab") as file:
    print(file.tell(), file.write(b"!"))
# expect: 8 1
print(open(path, "rb").read())  # expect: b'abc\nXYZ\n!'
with open(path, "wb") as file:
    try:
        file.write("text")
    except TypeError as error:
        print(error)
# expect: a bytes-like object is required, not 'str'
try:
    file.write(b"")
except ValueError as error:
    print(error)
# expect: write to closed file
print(os.path.getsize(path), os.path.exists(path))  # expect: 0 True
os.remove(path)
print(os.path.exists(path))  # expect: False
