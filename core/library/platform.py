"""platform: what the program runs on."""
import sys as _sys


def system():
    return "Linux"


def node():
    return _first_line("/proc/sys/kernel/hostname")


def release():
    return _first_line("/proc/sys/kernel/osrelease")


def version():
    return _first_line("/proc/sys/kernel/version")


def _first_line(path):
    try:
        with open(path) as file:
            return file.readline().strip()
    except OSError:
        return ""


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"


def python_implementation():
    return "CPython"


def python_version():
    return ".".join([str(part) for part in _sys.version_info[:3]])


def python_version_tuple():
    return tuple([str(part) for part in _sys.version_info[:3]])


def python_compiler():
    return ""


def platform(aliased=False, terse=False):
    return "-".join([part for part in (system(), release(), machine()) if part])


def uname():
    from collections import namedtuple

    return namedtuple("uname_result", "system node release version machine")(system(), node(), release(), version(),
                                                                             machine())
