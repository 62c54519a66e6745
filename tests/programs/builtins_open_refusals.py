"""What open() refuses, in which words."""


def refused(*args, **kwargs):
    try:
        open(*args, **kwargs)
    except (OSError, ValueError, TypeError, LookupError) as error:
        print(type(error).__name__ + ":", error)


refused("/nonexistent/file")  # expect: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/file'
refused("/nonexistent/file", "w")
# expect: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/file'
refused("/tmp")  # expect: IsADirectoryError: [Errno 21] Is a directory: '/tmp'
refused("x", "q")  # expect: ValueError: invalid mode: 'q'
refused("x", "rw")  # expect: ValueError: must have exactly one of create/read/write/append mode
refused("x", "rr")  # expect: ValueError: invalid mode: 'rr'
refused("x", "")  # expect: ValueError: Must have exactly one of create/read/write/append mode and at most one plus
refused("x", "rbt")  # expect: ValueError: can't have text and binary mode at once
refused("x", "b")  # expect: ValueError: Must have exactly one of create/read/write/append mode and at most one plus
refused("x", "rb", encoding="utf-8")  # expect: ValueError: binary mode doesn't take an encoding argument
refused("x", "rb", newline="\n")  # expect: ValueError: binary mode doesn't take a newline argument
refused("x", newline="q")  # expect: FileNotFoundError: [Errno 2] No such file or directory: 'x'
refused("x", "r", 0)  # expect: FileNotFoundError: [Errno 2] No such file or directory: 'x'
refused("x", closefd=False)  # expect: ValueError: Cannot use closefd=False with file name
refused(None)  # expect: TypeError: expected str, bytes or os.PathLike object, not NoneType
refused(1.5)  # expect: TypeError: expected str, bytes or os.PathLike object, not float
refused("a\0b")  # expect: ValueError: embedded null byte
refused("x", mode=5)  # expect: TypeError: open() argument 'mode' must be str, not int
refused(-1)  # expect: ValueError: negative file descriptor
try:
    open()
except TypeError as error:
    print(error)
# expect: open() missing required argument 'file' (pos 1)
