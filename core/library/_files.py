"""open(): files over descriptors. Reading and writing are buffered; text is decoded and encoded here."""
import _files_support
import _forkscope
import _os
from _weakref import ref

_BLOCK = 8192
_SEEK_SET, _SEEK_CUR, _SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


def _system_error(name, path):
    from _os_files import system_error

    return system_error(name, path)


def _refuse_pickling(self, protocol):
    raise TypeError(f"cannot pickle '{repr(self)[1:].partition(' ')[0]}' object")


class IOBase:
    """What all streams have in common, over readline() and write()."""

    closed = False

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _refuse(self, verb):
        raise UnsupportedOperation("not " + verb)

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        self._check_closed()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def flush(self):
        self._check_closed()

    def close(self):
        self.closed = True

    def readlines(self, hint=-1):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        self._check_closed()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, kind, error, trace):
        self.close()


# The files that are open for writing: what they keep is written when the program ends.
_written = {}


def flush_all():
    for reference in list(_written.values()):
        file = reference()
        if file is not None:
            try:
                file.flush()
            except (OSError, ValueError):
                pass


class BufferedFile(IOBase):
    """Bytes: what was read too far is kept in _input, what is not written yet in _output."""

    __reduce_ex__ = _refuse_pickling

    def __init__(self, name, mode, descriptor, closes):
        self.name = name
        self.mode = mode
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self._input = b""
        self._ended = False
        self._output = []
        self._output_size = 0
        self._descriptor = descriptor
        self._closes = closes
        if self._writes:
            _written[id(self)] = ref(self)

    def readable(self):
        self._check_closed()
        return self._reads

    def writable(self):
        self._check_closed()
        return self._writes

    def seekable(self):
        self._check_closed()
        try:
            _files_support.seek(self._descriptor, 0, _SEEK_CUR)
        except OSError:
            return False
        return True

    def isatty(self):
        self._check_closed()
        return _os.is_terminal(self._descriptor)

    def fileno(self):
        self._check_closed()
        return self._descriptor

    def _begin_reading(self):
        if self.closed:
            raise ValueError("read of closed file")
        if not self._reads:
            raise UnsupportedOperation("read")
        if self._output:
            self.flush()

    def _fill(self):
        """Reads one more block; False at the end of the file."""
        block = _forkscope.read(self._descriptor, _BLOCK)
        self._input += block
        return len(block) > 0

    def _take(self, size):
        taken, self._input = self._input[:size], self._input[size:]
        return taken

    def read(self, size=-1):
        self._begin_reading()
        if size is None or size < 0:
            blocks = [self._input]
            self._input = b""
            while self._fill():
                blocks.append(self._take(len(self._input)))
            return b"".join(blocks)
        while len(self._input) < size and self._fill():
            pass
        return self._take(size)

    def read1(self, size=-1):
        self._begin_reading()
        if not self._input:
            self._fill()
        return self._take(len(self._input) if size < 0 else size)

    def peek(self, size=0):
        self._begin_reading()
        if not self._input:
            self._fill()
        return self._input

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._begin_reading()
        place = self._input.find(b"\n")
        while place < 0 and not 0 <= size <= len(self._input) and self._fill():
            place = self._input.find(b"\n")
        end = len(self._input) if place < 0 else place + 1
        return self._take(end if size is None or size < 0 else min(end, size))

    def write(self, data):
        if self.closed:
            raise ValueError("write to closed file")
        if not self._writes:
            raise UnsupportedOperation("write")
        if isinstance(data, str) or not hasattr(data, "__len__"):
            raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
        if self._input:
            self._drop_input()
        data = bytes(data)
        self._output.append(data)
        self._output_size += len(data)
        if self._output_size >= _BLOCK:
            self.flush()
        return len(data)

    def _drop_input(self):
        """The file's place is behind what was read ahead: back to where the program thinks it is."""
        ahead = len(self._input)
        self._input = b""
        _files_support.seek(self._descriptor, -ahead, _SEEK_CUR)

    def flush(self):
        self._check_closed()
        data = b"".join(self._output)
        self._output = []
        self._output_size = 0
        while data:
            data = data[_forkscope.write(self._descriptor, data):]

    def tell(self):
        self._check_closed()
        return _files_support.seek(self._descriptor, 0, _SEEK_CUR) - len(self._input) + self._output_size

    def seek(self, target, whence=_SEEK_SET):
        self._check_closed()
        if whence not in (_SEEK_SET, _SEEK_CUR, _SEEK_END):
            raise ValueError(f"whence value {whence} unsupported")
        self.flush()
        if whence == _SEEK_CUR:
            target -= len(self._input)
        self._input = b""
        return _files_support.seek(self._descriptor, target, whence)

    def truncate(self, size=None):
        self.flush()
        if not self._writes:
            raise UnsupportedOperation("truncate")
        size = self.tell() if size is None else size
        _files_support.truncate(self._descriptor, size)
        return size

    def close(self):
        if self.closed:
            return
        try:
            self.flush()
        finally:
            self.closed = True
            _written.pop(id(self), None)
            if self._closes:
                _forkscope.close(self._descriptor)

    def __del__(self):
        try:
            self.close()
        except (OSError, AttributeError):
            # gone already, or never opened
            pass

    def detach(self):
        raise UnsupportedOperation("detach")

    def __repr__(self):
        kind = "BufferedRandom" if "+" in self.mode else "BufferedReader" if self._reads else "BufferedWriter"
        return f"<_io.{kind} name={self.name!r}>"


class _Detached:
    """In the place of what detach() gave away."""

    def __getattr__(self, name):
        raise ValueError("underlying buffer has been detached")


class TextIOWrapper(IOBase):
    """Text over a buffered file, or another stream of bytes: `newline` says what ends lines, as open() has it. Into a stream that
    does not buffer itself, what is written goes in blocks."""

    __module__ = "_io"
    __reduce_ex__ = _refuse_pickling

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self._reads, self._writes = buffer.readable(), buffer.writable()
        self.encoding = "UTF-8" if encoding in (None, "locale") else encoding
        self.errors = "strict" if errors is None else errors
        self.line_buffering = line_buffering
        self.write_through = write_through
        self.newlines = None
        self._waiting = None if write_through or isinstance(buffer, BufferedFile) else b""
        self._newline = newline
        self._text = ""
        self._place = 0
        self._at_end = False
        "".encode(self.encoding, self.errors)

    name = property(lambda self: self.buffer.name)
    mode = property(lambda self: self.buffer.text_mode)
    closed = property(lambda self: self.buffer.closed)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def isatty(self):
        return self.buffer.isatty()

    def fileno(self):
        return self.buffer.fileno()

    def flush(self):
        self._pass_on()
        self.buffer.flush()

    def _pass_on(self):
        if self._waiting:
            waiting, self._waiting = self._waiting, b""
            self.buffer.write(waiting)

    def close(self):
        if not self.closed:
            self._pass_on()
        self.buffer.close()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, _Detached()
        return buffer

    def _begin_reading(self):
        self._check_closed()
        if not self._reads:
            self._refuse("readable")
        self._pass_on()

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _load(self):
        """Everything up to the file's end goes into _text: only whole files can be decoded in any encoding."""
        data = self.buffer.read()
        if data:
            self._text = self._text[self._place:] + self._decoded(data)
            self._place = 0

    def read(self, size=-1):
        self._begin_reading()
        if size is None or size < 0:
            self._load()
            taken = self._text[self._place:]
            self._text, self._place = "", 0
            return taken
        while len(self._text) - self._place < size and self._load_lines():
            pass
        taken = self._text[self._place:self._place + size]
        self._place += len(taken)
        return taken

    def _load_lines(self):
        """Some more lines; False at the end. A line's end never cuts a character in the encodings known here."""
        if self.encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32")):
            before = len(self._text) - self._place
            self._load()
            return len(self._text) - self._place > before
        data = self.buffer.readline()
        if self._newline in (None, "", "\r") and data.endswith(b"\r"):
            data += self.buffer.readline()
        if not data:
            return False
        self._text = self._text[self._place:] + self._decoded(data)
        self._place = 0
        return True

    def _line_end(self):
        """Where the first line in _text ends; -1: it is not complete."""
        if self._newline == "":
            found = [self._text.find(end, self._place) for end in ("\n", "\r")]
            places = [place for place in found if place >= 0]
            if not places:
                return -1
            place = min(places)
            return place + 2 if self._text[place:place + 2] == "\r\n" else place + 1
        end = self._newline or "\n"
        place = self._text.find(end, self._place)
        return -1 if place < 0 else place + len(end)

    def readline(self, size=-1):
        self._begin_reading()
        end = self._line_end()
        while end < 0 and self._load_lines():
            end = self._line_end()
        if end < 0:
            end = len(self._text)
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        line = self._text[self._place:end]
        self._place = end
        return line

    def write(self, text):
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        if not self._writes:
            self._refuse("writable")
        size = len(text)
        has_end = self.line_buffering and "\n" in text
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        if self._place < len(self._text):
            self._give_back()
        self._write_bytes(text.encode(self.encoding, self.errors))
        if has_end:
            self.flush()
        return size

    def _write_bytes(self, data):
        if self._waiting is None:
            self.buffer.write(data)
            return
        self._waiting += data
        if len(self._waiting) > _BLOCK:
            self._pass_on()

    def _give_back(self):
        """What was decoded ahead counts as not read."""
        ahead = len(self._text[self._place:].encode(self.encoding, self.errors))
        self._text, self._place = "", 0
        self.buffer.seek(-ahead, _SEEK_CUR)

    def tell(self):
        self._check_closed()
        self._pass_on()
        return self.buffer.tell() - len(self._text[self._place:].encode(self.encoding, self.errors))

    def seek(self, cookie, whence=_SEEK_SET):
        self._check_closed()
        if whence == _SEEK_CUR:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            return self.tell()
        if whence == _SEEK_END and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == _SEEK_SET and cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self._pass_on()
        self._text, self._place = "", 0
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None):
        self._check_closed()
        return self.buffer.truncate(self.tell() if size is None else size)

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        self.encoding = encoding or self.encoding
        self.errors = errors or self.errors
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def __repr__(self):
        known = [f"{what}={getattr(self, what)!r} " for what in ("name", "mode") if hasattr(self, what)]
        return f"<_io.TextIOWrapper {''.join(known)}encoding={self.encoding!r}>"



def _check_mode(mode):
    """The letters that say how, in the order of CPython's checks."""
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not " + type(mode).__name__)
    if any([letter not in "axrwb+t" for letter in mode]) or len(set(mode)) < len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = [letter for letter in mode if letter in "axrw"]
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    return kinds[0]


def _flags_of(kind, updates):
    import os
    access = os.O_RDWR if updates else os.O_RDONLY if kind == "r" else os.O_WRONLY
    made = {"r": 0, "w": os.O_CREAT | os.O_TRUNC, "a": os.O_CREAT | os.O_APPEND, "x": os.O_CREAT | os.O_EXCL}
    return access | made[kind] | os.O_CLOEXEC


def _path_of(file):
    if isinstance(file, str):
        path = file
    elif isinstance(file, bytes):
        path = file.decode("utf-8", "surrogateescape")
    elif hasattr(type(file), "__fspath__"):
        path = file.__fspath__()
    else:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(file).__name__)
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    is_descriptor = isinstance(file, int)
    path = file if is_descriptor else _path_of(file)
    shown = file if isinstance(file, (int, str, bytes)) else path
    kind = _check_mode(mode)
    binary = "b" in mode
    for name, given in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if binary and given is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
        if given is not None and not isinstance(given, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(given).__name__}")
    if not is_descriptor and not closefd:
        raise ValueError("Cannot use closefd=False with file name")
    if is_descriptor:
        if file < 0:
            raise ValueError("negative file descriptor")
        descriptor = file
        _files_support.descriptor_status(file)
    else:
        if _os.file_kind(path) == "directory":
            raise _system_error("EISDIR", shown)
        if path == "":
            raise _system_error("ENOENT", shown)
        flags = _flags_of(kind, "+" in mode)
        descriptor = _os.open(path, flags, 0o666) if opener is None else opener(path, flags)
    try:
        if buffering == 0 and not binary:
            raise ValueError("can't have unbuffered text I/O")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
    except ValueError:
        if not is_descriptor:
            _forkscope.close(descriptor)
        raise
    raw_mode = (kind + "b" + ("+" if "+" in mode else "")) if not binary else mode.replace("t", "")
    buffer = BufferedFile(shown, raw_mode, descriptor, closefd)
    if kind == "a":
        try:
            _files_support.seek(descriptor, 0, _SEEK_END)
        except OSError:
            pass
    if binary:
        return buffer
    buffer.text_mode = mode
    return TextIOWrapper(buffer, encoding, errors, newline, buffering == 1 or buffer.isatty())
