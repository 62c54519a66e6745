"""os: processes and descriptors ask the kernel; environment and folders are looked up."""
import _forkscope
import _os
import _personality
import sys as _sys
from _os import cpu_count, getpid, getppid
from _os_files import *
import posixpath as path

name = "nt" if _personality.WINDOWS else "posix"
sep = "/"
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
error = OSError
extsep = "."
altsep = None
WNOHANG = 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT,
 EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4

O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK, O_CLOEXEC = [
    _number for _name, _number in _os.open_flags()]


class _Environ:
    """os.environ: strings by name; changes count for processes that are started later."""

    def __getattr__(self, name):
        if name != "_values":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        # Read when somebody asks: it would be a part of each process.
        self._values = {key: value for key, _, value in (entry.partition("=") for entry in _os.environment())}
        return self._values

    def _check(self, text):
        if not isinstance(text, str):
            raise TypeError("str expected, not " + type(text).__name__)
        return text

    def __getitem__(self, key):
        return self._values[self._check(key)]

    def __setitem__(self, key, value):
        self._values[self._check(key)] = self._check(value)

    def __delitem__(self, key):
        del self._values[self._check(key)]

    def __contains__(self, key):
        return key in self._values

    def __iter__(self):
        return iter(list(self._values))

    def __len__(self):
        return len(self._values)

    def get(self, key, default=None):
        return self._values.get(self._check(key), default)

    def setdefault(self, key, value):
        return self._values.setdefault(self._check(key), self._check(value))

    def pop(self, key, *default):
        return self._values.pop(key, *default)

    def update(self, *others, **values):
        for other in others:
            for key in other:
                self[key] = other[key]
        for key in values:
            self[key] = values[key]

    def copy(self):
        return dict(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __repr__(self):
        return "environ(" + repr(self._values) + ")"


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getcwd():
    return _os.current_directory()


def chdir(path):
    _os.change_directory(fspath(path))


def listdir(path="."):
    return _os.list_directory(fspath(path))


def mkdir(path, mode=0o777):
    _os.make_directory(fspath(path), mode)


def chmod(path, mode):
    _os.change_mode(fspath(path), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head = path.dirname(name)
    if head and not path.exists(head):
        makedirs(head, mode, True)
    if exist_ok and path.isdir(name):
        return
    _os.make_directory(name, mode)


def rmdir(path):
    _os.remove_directory(fspath(path))


def remove(path):
    _os.remove_file(fspath(path))


unlink = remove


def urandom(size):
    return _os.entropy(size)


def strerror(code):
    return _os.error_text(code)


def isatty(fd):
    return _os.is_terminal(fd)


if _personality.HAS_PROCESS_CPU_COUNT:

    def process_cpu_count():
        return len(sched_getaffinity(0))


def open(path, flags, mode=0o777):
    return _os.open(fspath(path), flags, mode)


def pipe():
    read_end, write_end, _ = _forkscope.pipe()
    return read_end, write_end


def read(fd, n):
    return _forkscope.read(fd, n)


def write(fd, data):
    return _forkscope.write(fd, data)


def close(fd):
    _forkscope.close(fd)


def dup(fd):
    return _forkscope.duplicate(fd)


# Not a function of ours: a handler of the signal is to find the caller's frame.
kill = _forkscope.kill


if not _personality.WINDOWS:

    def fork():
        import _vm
        threading = _sys.modules.get("threading")
        survivor = threading and threading.current_thread()
        for hook in reversed(_before_fork):
            hook()
        pid = _vm.fork()
        if pid == 0:
            if threading:
                threading._after_fork(survivor)
            else:
                _run_child_hooks()
        else:
            for hook in _after_fork_in_parent:
                hook()
            if _personality.WARNS_OF_FORK_WITH_THREADS and threading and threading.active_count() > 1:
                import warnings
                warnings.warn(f"This process (pid={getpid()}) is multi-threaded, use of fork() may lead to deadlocks in the child.",
                              DeprecationWarning, stacklevel=2)
        return pid


_before_fork = []
_after_fork_in_parent = []
_after_fork_in_child = []


def _run_child_hooks():
    for hook in _after_fork_in_child:
        hook()


def register_at_fork(*, before=None, after_in_parent=None, after_in_child=None):
    for hook, hooks in ((before, _before_fork), (after_in_parent, _after_fork_in_parent),
                        (after_in_child, _after_fork_in_child)):
        if hook is not None:
            hooks.append(hook)


def _exit(status):
    import _vm
    _vm.exit(status)


def abort():
    _forkscope.kill(getpid(), 6)


def wait():
    """Any child that has ended."""
    return waitpid(-1, 0)


def _status(code):
    return -code if code < 0 else code << 8


def waitpid(pid, options):
    if pid == -1:
        ended = _forkscope.wait_any(0 if options & WNOHANG else None)
        return (0, 0) if ended is None else (ended[0], _status(ended[1]))
    code = _forkscope.wait(pid, 0 if options & WNOHANG else None)
    if code is None:
        return 0, 0
    return pid, _status(code)


def pidfd_open(pid, flags=0):
    return _forkscope.watch(pid)


def getuid():
    return stat("/proc/self").st_uid


def getgid():
    return stat("/proc/self").st_gid


geteuid, getegid = getuid, getgid


def getloadavg():
    import io

    with io.open("/proc/loadavg") as file:
        return tuple([float(number) for number in file.read().split()[:3]])


def sched_yield():
    import time

    time.sleep(0)


def WIFEXITED(status):
    return status & 127 == 0


def WEXITSTATUS(status):
    return (status >> 8) & 255


def WIFSIGNALED(status):
    return status & 127 != 0


def WTERMSIG(status):
    return status & 127


def waitstatus_to_exitcode(status):
    return -WTERMSIG(status) if WIFSIGNALED(status) else WEXITSTATUS(status)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)


def get_exec_path(env=None):
    return environ.get("PATH", "/bin:/usr/bin").split(":")
