"""Files and folders as os shows them: their state, names and links, walks through folders; and the CPUs of a process."""
import _files_support
import _os

__all__ = ["stat_result", "stat", "lstat", "fstat", "rename", "replace", "symlink", "readlink", "access", "utime",
           "lseek", "ftruncate", "truncate", "fsync", "removedirs", "renames", "walk", "DirEntry", "scandir", "nice",
           "sched_getaffinity", "sched_setaffinity", "terminal_size", "get_terminal_size", "PathLike", "fsencode",
           "fsdecode", "fdopen"]

_FIELDS = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
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


class stat_result:
    """Like a tuple of ten numbers with names; times are in seconds, and in nanoseconds as st_atime_ns and so on."""

    def __init__(self, numbers):
        self._numbers = tuple(numbers[:7]) + tuple([number // _SECOND for number in numbers[7:]])
        for name, number in zip(_FIELDS, numbers):
            setattr(self, name, number / _SECOND if name.endswith("time") else number)
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = numbers[7:]

    def __getitem__(self, index):
        return self._numbers[index]

    def __len__(self):
        return len(self._numbers)

    def __iter__(self):
        return iter(self._numbers)

    def __repr__(self):
        pairs = [f"{name}={number}" for name, number in zip(_FIELDS, self._numbers)]
        return "os.stat_result(" + ", ".join(pairs) + ")"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    return stat_result(_files_support.status(_path(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat_result(_files_support.status(_path(path), False))


def fstat(fd):
    return stat_result(_files_support.descriptor_status(fd))


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
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    if not _os.is_terminal(fd):
        raise system_error("ENOTTY")
    return terminal_size((80, 24))
