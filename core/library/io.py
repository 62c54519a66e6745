"""io: streams in memory, and the classes of what open() returns."""

from _files import BufferedFile, IOBase, TextIOWrapper, UnsupportedOperation, open

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError

RawIOBase = BufferedIOBase = TextIOBase = IOBase
FileIO = BufferedReader = BufferedWriter = BufferedRandom = BufferedFile
open_code = open


class _Memory(IOBase):
    """A stream over a str or bytes; _empty and _blank are the type's own. What is written at the end waits in a list
    until somebody looks: many small writes must not copy everything each time."""

    def _begin(self, content):
        self._whole = content
        self._added = []
        self._length = len(content)
        self._place = 0

    @property
    def _content(self):
        if self._added:
            self._whole += self._empty.join(self._added)
            self._added = []
        return self._whole

    @_content.setter
    def _content(self, content):
        self._whole = content
        self._added = []
        self._length = len(content)

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" + ("" if self._empty == "" else "."))

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def getvalue(self):
        self._check()
        return self._content

    def tell(self):
        self._check()
        return self._place

    def read(self, size=-1):
        self._check()
        end = len(self._content) if size is None or size < 0 else self._place + size
        taken = self._content[self._place:end]
        self._place += len(taken)
        return taken

    def readline(self, size=-1):
        self._check()
        found = self._content.find(self._line_end, self._place)
        end = len(self._content) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        line = self._content[self._place:end]
        self._place += len(line)
        return line

    def _put(self, data):
        gap = self._place - self._length
        if gap > 0:
            self._content += self._blank * gap
        end = self._place + len(data)
        if self._place == self._length:
            self._added.append(data)
            self._length = end
        else:
            self._content = self._content[:self._place] + data + self._content[end:]
        self._place = end

    def truncate(self, size=None):
        self._check()
        size = self._place if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._content = self._content[:size]
        return size

    def __iter__(self):
        self._check()
        return self


class StringIO(_Memory):
    __module__ = "_io"
    _empty, _blank, _line_end = "", "\0", "\n"
    encoding = errors = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self._newline = newline
        self._begin(self._translated(initial_value or ""))

    def _translated(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text

    def write(self, s):
        self._check()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '" + type(s).__name__ + "'")
        self._put(self._translated(s))
        return len(s)

    def seek(self, pos, whence=SEEK_SET):
        self._check()
        if whence == SEEK_SET and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence not in (SEEK_SET, SEEK_CUR, SEEK_END):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence != SEEK_SET and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == SEEK_SET:
            self._place = pos
        elif whence == SEEK_END:
            self._place = len(self._content)
        return self._place


class BytesIO(_Memory):
    __module__ = "_io"
    _empty, _blank, _line_end = b"", b"\0", b"\n"

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._begin(bytes(initial_bytes or b""))

    read1 = _Memory.read

    def getbuffer(self):
        return memoryview(self._content)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, b):
        self._check()
        if isinstance(b, str) or not hasattr(b, "__len__"):
            raise TypeError("a bytes-like object is required, not '" + type(b).__name__ + "'")
        data = bytes(b)
        self._put(data)
        return len(data)

    def seek(self, pos, whence=SEEK_SET):
        self._check()
        if whence == SEEK_SET:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._place = pos
        elif whence == SEEK_CUR:
            self._place = max(0, self._place + pos)
        elif whence == SEEK_END:
            self._place = max(0, len(self._content) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._place


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding
