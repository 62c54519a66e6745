"""Files and folders as os shows them: their state, names and links, walks through folders; and the CPUs of a process."""
import _files_support
import _os

__all__ = ["stat_result", "stat", "lstat", "fstat", "rename", "replace", "symlink", "readlink", "access", "utime",
           "lseek", "ftruncate", "truncate", "fsync", "removedirs", "renames", "walk", "DirEntry", "scandir", "nice",
           "sched_getaffinity", "sched_setaffinity", "terminal_size", "get_terminal_size", "PathLike", "fsencode",
           "fsdecode", "fdopen"]

_FIELDS = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size")
_TIMES = ("st_atime", "st_mtime", "st_ctime")
# What has a name only, behind the ten that have a place.
_NAMED = _TIMES + ("st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")
_SECOND = 1000000000


def _path(path):
    if isinstance(path, str):
        return path
    if isinstance(path, bytes):
        return fsdecode(path)
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)


def fsencode(filename):
    return filename if isinstance(filename, bytes) else _path(filename).encode("utf-8", "surrogateescape")


def fsdecode(filename):
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else _path(filename)


class PathLike:
    """Anything with __fspath__()."""

    def __fspath__(self):
        raise NotImplementedError


class stat_result(tuple):
    """Ten whole numbers, the last three of them times in seconds; by name the times are exact."""

    n_fields = len(_FIELDS + _TIMES + _NAMED)
    n_sequence_fields = len(_FIELDS + _TIMES)
    n_unnamed_fields = len(_TIMES)
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict={}):
        numbers = tuple(sequence)
        if not cls.n_sequence_fields <= len(numbers) <= cls.n_fields:
            few = len(numbers) < cls.n_sequence_fields
            raise TypeError("os.stat_result() takes an " + ("at least 10" if few else "at most 19") + "-sequence ("
                            + str(len(numbers)) + "-sequence given)")
        made = tuple.__new__(cls, numbers[:cls.n_sequence_fields])
        named = {name: dict.get(name) for name in _NAMED}
        named.update(zip(_NAMED, numbers[cls.n_sequence_fields:]))
        for name, seconds in zip(_TIMES, numbers[len(_FIELDS):]):
            if named[name] is None:
                named[name] = seconds
        made.__dict__.update(named)
        return made

    def __getattr__(self, name):
        raise AttributeError("'os.stat_result' object has no attribute '" + name + "'", name=name, obj=self)

    def __setattr__(self, name, value):
        getattr(self, name)
        raise AttributeError("readonly attribute")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __repr__(self):
        pairs = [f"{name}={number}" for name, number in zip(_FIELDS + _TIMES, self)]
        return "os.stat_result(" + ", ".join(pairs) + ")"

    def __reduce__(self):
        return stat_result, (tuple(self), dict(self.__dict__))


def _field(index):
    def get(self):
        return self[index]

    return property(get)


for _index, _name in enumerate(_FIELDS):
    setattr(stat_result, _name, _field(_index))


def _stat_result(numbers):
    """Of the numbers of a status, whose times are in nanoseconds."""
    times = numbers[len(_FIELDS):len(_FIELDS + _TIMES)]
    whole, exact = [time // _SECOND for time in times], [time / _SECOND for time in times]
    return stat_result([*numbers[:len(_FIELDS)], *whole, *exact, *numbers[len(_FIELDS):]])


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    return _stat_result(_files_support.status(_path(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return _stat_result(_files_support.status(_path(path), False))


def fstat(fd):
    return _stat_result(_files_support.descriptor_status(fd))


def _two_names(change, src, dst):
    src, dst = _path(src), _path(dst)
    try:
        change(src, dst)
    except OSError as error:
        raise OSError(error.errno, error.strerror, src, None, dst) from None


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _two_names(_files_support.rename, src, dst)


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _two_names(_files_support.rename, src, dst)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _two_names(_files_support.make_link, src, dst)


def readlink(path, *, dir_fd=None):
    return _files_support.link_target(_path(path))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _files_support.may_access(_path(path), mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if ns is None:
        if times is None:
            import time
            now = time.time_ns()
            ns = (now, now)
        else:
            ns = (int(times[0] * _SECOND), int(times[1] * _SECOND))
    _files_support.set_times(_path(path), ns[0], ns[1])


def lseek(fd, position, whence):
    return _files_support.seek(fd, position, whence)


def ftruncate(fd, length):
    _files_support.truncate(fd, length)


def truncate(path, length):
    if isinstance(path, int):
        ftruncate(path, length)
        return
    with open(path, "r+b") as file:
        file.truncate(length)


def fsync(fd):
    _files_support.flush_to_disk(fd if isinstance(fd, int) else fd.fileno())


def removedirs(name):
    _os.remove_directory(name)
    head = name.rstrip("/").rpartition("/")[0]
    while head:
        try:
            _os.remove_directory(head)
        except OSError:
            return
        head = head.rpartition("/")[0]


def renames(old, new):
    import os
    head = os.path.dirname(new)
    if head and not os.path.exists(head):
        os.makedirs(head)
    rename(old, new)


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder == "" else folder + ("" if folder.endswith("/") else "/") + name

    def _is(self, kind, follow_symlinks):
        try:
            mode = _files_support.status(self.path, follow_symlinks)[0]
        except OSError:
            return False
        return mode & 0o170000 == kind

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        return self._is(0o120000, False)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close()


def scandir(path="."):
    path = _path(path)
    return _Scan([DirEntry(path, name) for name in _os.list_directory(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _path(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for name in folders:
        entry = DirEntry(top, name)
        if followlinks or not entry.is_symlink():
            yield from walk(entry.path, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return open(fd, mode, buffering, encoding, *args, **kwargs)


def nice(increment):
    return _files_support.change_niceness(increment)


# The table of all numbers is imported where one is wanted: it would be a part of each process.
def system_error(name, *path):
    import errno

    number = getattr(errno, name)
    return OSError(number, _os.error_text(number), *path)


def sched_getaffinity(pid):
    cpus = _files_support.affinity(pid)
    if not cpus:
        raise system_error("ESRCH")
    return set(cpus)


def sched_setaffinity(pid, mask):
    _files_support.set_affinity(pid, list(mask))


class terminal_size(tuple):
    n_fields = n_sequence_fields = 2
    n_unnamed_fields = 0
    __match_args__ = "columns", "lines"
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __new__(cls, sequence):
        sizes = tuple(sequence)
        if len(sizes) != 2:
            raise TypeError("os.terminal_size() takes a 2-sequence (" + str(len(sizes)) + "-sequence given)")
        return tuple.__new__(cls, sizes)

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    return terminal_size(_os.terminal_size(fd))
