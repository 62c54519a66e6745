"""open(): files over descriptors. Text is UTF-8; reading and writing are buffered."""
import _forkscope
import _os
import errno

_BLOCK = 8192


class _File:
    def __init__(self, name, mode, flags, newline):
        self.name = name
        self.mode = mode
        self.closed = False
        self._newline = newline
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self._input = b""
        self._ended = False
        self._output = []
        self._output_size = 0
        self._descriptor = _os.open(name, flags, 0o666) if isinstance(name, str) else name

    def _check(self, allowed, verb):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not allowed:
            raise OSError("not " + verb)

    def _fill(self):
        """Reads one more block; False at the end of the file."""
        if not self._ended:
            block = _forkscope.read(self._descriptor, _BLOCK)
            self._ended = not block
            self._input += block
        return not self._ended

    def _take(self, size):
        taken, self._input = self._input[:size], self._input[size:]
        return taken

    def _read_bytes(self, size):
        self._check(self._reads, "readable")
        if size is None or size < 0:
            while self._fill():
                pass
            return self._take(len(self._input))
        while len(self._input) < size and self._fill():
            pass
        return self._take(size)

    def _read_line_bytes(self):
        self._check(self._reads, "readable")
        place = self._input.find(b"\n")
        while place < 0 and self._fill():
            place = self._input.find(b"\n")
        return self._take(len(self._input) if place < 0 else place + 1)

    def _write_bytes(self, data):
        self._check(self._writes, "writable")
        self._output.append(data)
        self._output_size += len(data)
        if self._output_size >= _BLOCK:
            self.flush()

    def flush(self):
        self._check(True, "")
        data = b"".join(self._output)
        self._output = []
        self._output_size = 0
        while data:
            data = data[_forkscope.write(self._descriptor, data):]

    def close(self):
        if self.closed:
            return
        try:
            self.flush()
        finally:
            self.closed = True
            _forkscope.close(self._descriptor)

    def fileno(self):
        return self._descriptor

    def isatty(self):
        return _os.is_terminal(self._descriptor)

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def readlines(self):
        return [line for line in self]

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check(True, "")
        return self

    def __exit__(self, kind, error, trace):
        self.close()


class BufferedFile(_File):
    def read(self, size=-1):
        return self._read_bytes(size)

    def readline(self):
        return self._read_line_bytes()

    def write(self, data):
        if not isinstance(data, bytes):
            raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
        self._write_bytes(data)
        return len(data)

    def __repr__(self):
        return f"<_io.Buffered name={self.name!r}>"


class TextIOWrapper(_File):
    encoding = "UTF-8"

    def _text(self, data):
        text = data.decode("utf-8")
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1):
        if size is None or size < 0:
            return self._text(self._read_bytes(-1))
        characters = []
        while len(characters) < size:
            data = self._read_bytes(1)
            if not data:
                break
            lead = data[0]
            rest = 0 if lead < 0x80 else 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
            characters.append(self._text(data + self._read_bytes(rest)))
        return "".join(characters)

    def readline(self):
        return self._text(self._read_line_bytes())

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        self._write_bytes(text.encode("utf-8"))
        return len(text)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='UTF-8'>"


def _flags_of(mode):
    import os
    letters = [letter for letter in mode if letter not in "bt"]
    first = [letter for letter in letters if letter != "+"]
    if len(first) != 1 or first[0] not in "rwax" or len(letters) - len(first) > 1:
        if any([letter not in "rwaxbt+" for letter in mode]):
            raise ValueError(f"invalid mode: {mode!r}")
        raise ValueError("must have exactly one of create/read/write/append mode")
    access = os.O_RDWR if "+" in mode else os.O_RDONLY if first[0] == "r" else os.O_WRONLY
    made = {"r": 0, "w": os.O_CREAT | os.O_TRUNC, "a": os.O_CREAT | os.O_APPEND, "x": os.O_CREAT | os.O_EXCL}
    return access | made[first[0]]


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if encoding is not None and encoding.lower().replace("_", "-") not in ("utf-8", "utf8", "ascii", "utf-8-sig"):
        raise LookupError("Forkscope reads and writes UTF-8 only, not " + encoding)
    if isinstance(file, str) and _os.file_kind(file) == "directory":
        raise IsADirectoryError(errno.EISDIR, _os.error_text(errno.EISDIR), file)
    kind = BufferedFile if "b" in mode else TextIOWrapper
    return kind(file, mode, _flags_of(mode), newline)
