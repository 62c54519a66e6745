"""tempfile: files and folders that go when they are not needed any more."""
import os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "gettempdir", "gettempprefix", "tempdir"]

template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempprefix():
    return template


def gettempdir():
    global tempdir
    if tempdir is None:
        folders = [os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")] + ["/tmp", "/var/tmp", "/usr/tmp"]
        for folder in folders:
            if folder and os.path.isdir(folder):
                tempdir = os.path.abspath(folder)
                break
        else:
            tempdir = os.getcwd()
    return tempdir


def _made(make, suffix, prefix, dir):
    folder = gettempdir() if dir is None else os.fspath(dir)
    for _ in range(10000):
        letters = "".join([_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8)])
        path = os.path.abspath(os.path.join(folder, (template if prefix is None else prefix) + letters + (suffix or "")))
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _made(lambda path: os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _made(lambda path: os.mkdir(path, 0o700), suffix, prefix, dir)[1]


def mktemp(suffix="", prefix=template, dir=None):
    def check(path):
        if os.path.lexists(path):
            raise FileExistsError

    return _made(check, suffix, prefix, dir)[1]


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._is_open = True

    def __getattr__(self, name):
        if name == "file":
            raise AttributeError(name)
        return getattr(self.file, name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        if not self._is_open:
            return
        self._is_open = False
        self.file.close()
        if self.delete:
            os.unlink(self.name)

    def __del__(self):
        self.close()


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    descriptor, name = mkstemp(suffix, prefix, dir)
    os.close(descriptor)
    return _TemporaryFileWrapper(open(name, mode, buffering, encoding=encoding, errors=errors, newline=newline), name,
                                 delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)


def SpooledTemporaryFile(max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                         dir=None, *, errors=None):
    return TemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)


class TemporaryDirectory:
    """A folder that is removed with what is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._is_open = True

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if self._is_open:
            import shutil

            self._is_open = False
            shutil.rmtree(self.name, ignore_errors=self._ignore or not os.path.exists(self.name))

    def __del__(self):
        self.cleanup()
