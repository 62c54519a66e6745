"""What differs between the versions of CPython and between the systems it runs on: each difference once, asked by the
modules that it concerns. The settings are the command line's --python-version, --personality and --empty-by-semaphore."""

import _vm

MINOR, SYSTEM, EMPTY_BY_SEMAPHORE, FLAGS = _vm.personality()
MACOS = SYSTEM == "macos"
WINDOWS = SYSTEM == "windows"

# The largest value of a semaphore, and so the largest and the usual maxsize of a Queue.
SEM_VALUE_MAX = 32767 if MACOS else 2147483647

# macOS: sem_getvalue() is not implemented and sem_timedwait() is missing. get_value() and qsize() raise
# NotImplementedError, whether a semaphore is zero is found out by taking one, and only a bound of 1 is checked.
HAS_SEMAPHORE_VALUE = not MACOS

# Windows: every start duplicates handles, so nothing needs a name that somebody has to clean up.
HAS_RESOURCE_TRACKER = not WINDOWS

# Windows: a message is written into a pipe as a whole, so writers need no lock.
HAS_WRITE_LOCK = not WINDOWS

# 3.13: os.process_cpu_count(), which is also how many workers a Pool has.
HAS_PROCESS_CPU_COUNT = MINOR >= 13

# 3.12: fork in a process with several threads warns.
WARNS_OF_FORK_WITH_THREADS = MINOR >= 12

# 3.13: functions registered with atexit run at the end of every child, the library's own among them and in the order of
# registration. Before: the library's own runs straight after run(), others never run in a forked child.
ATEXIT_IN_CHILDREN = MINOR >= 13

# 3.14: pickles are of protocol 5 unless the program says otherwise.
DEFAULT_PICKLE_PROTOCOL = 5 if MINOR >= 14 else 4

# 3.12: the two ends of a connection prove with SHA-256 that they know the key. Before: with MD5.
CHALLENGE_DIGEST = "sha256" if MINOR >= 12 else "md5"

# 3.14: the fork server imports the program's file once, before it forks. Before, it does so only in name: the file's path
# never reaches it.
FORKSERVER_PRELOADS_MAIN = MINOR >= 14

# 3.13: the resource tracker's exit code says whether something was left behind, and its warning says what.
TRACKER_TELLS_LEAKS = MINOR >= 13

# Windows: a process is ended with this exit code by terminate() and by kill(), and Process.exitcode shows it as -15.
ENDS_LIKE_TERMINATED = WINDOWS


def start_methods():
    """The default first, then the others in the order of the contexts."""
    if WINDOWS:
        return ["spawn"]
    default = "spawn" if MACOS else "forkserver" if MINOR >= 14 else "fork"
    return [default] + [name for name in ("fork", "spawn", "forkserver") if name != default]


def default_workers():
    """How many processes a Pool has that is not told."""
    import os

    count = os.process_cpu_count() if HAS_PROCESS_CPU_COUNT else os.cpu_count()
    return count or 1

# Before 3.12: a name that an enumeration lacks is the whole message of the AttributeError.
ENUM_NAMES_WHAT_IS_MISSING = MINOR < 12

# Before 3.12: whether a value is one of an enumeration's may not be asked.
ENUM_CONTAINS_MEMBERS_ONLY = MINOR < 12

# Since 3.13: auto() follows the largest value, not the last one.
ENUM_AUTO_FOLLOWS_LARGEST = MINOR >= 13

# Before 3.12: each cached_property has a lock, so that two threads never compute the value at once.
CACHED_PROPERTY_LOCKS = MINOR < 12

# Before 3.12: random.randrange(3.0) is randrange(3) and warns.
RANDRANGE_TAKES_WHOLE_FLOATS = MINOR < 12
