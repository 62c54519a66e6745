"""posixpath, known as os.path."""
import _files_support
import _os

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
altsep = None
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def _plain(path):
    return path.__fspath__() if hasattr(type(path), "__fspath__") else path


def join(first, *others):
    first = _plain(first)
    path = first
    for part in others:
        part = _plain(part)
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    path = _plain(path)
    place = path.rfind("/") + 1
    head, tail = path[:place], path[place:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    path = _plain(path)
    return path[path.rfind("/") + 1:]


def dirname(path):
    path = _plain(path)
    return split(path)[0]


def splitext(path):
    path = _plain(path)
    place = path.rfind(".")
    start = path.rfind("/") + 1
    while start < place and path[start] == ".":
        start += 1
    if place <= start:
        return path, ""
    return path[:place], path[place:]


def isabs(path):
    path = _plain(path)
    return path.startswith("/")


def normpath(path):
    path = _plain(path)
    if not path:
        return "."
    lead = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not lead and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return lead + "/".join(parts) or "."


def abspath(path):
    path = _plain(path)
    return normpath(path if isabs(path) else join(_os.current_directory(), path))


realpath = abspath


def relpath(path, start="."):
    path = _plain(path)
    wanted = [part for part in abspath(path).split("/") if part]
    base = [part for part in abspath(start).split("/") if part]
    same = 0
    while same < len(wanted) and same < len(base) and wanted[same] == base[same]:
        same += 1
    return "/".join([".."] * (len(base) - same) + wanted[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for place, character in enumerate(low):
        if character != high[place]:
            return low[:place]
    return low


def exists(path):
    path = _plain(path)
    return _os.file_kind(path) != "missing"


def isfile(path):
    path = _plain(path)
    return _os.file_kind(path) == "file"


def isdir(path):
    path = _plain(path)
    return _os.file_kind(path) == "directory"


def expanduser(path):
    path = _plain(path)
    if path != "~" and not path.startswith("~/"):
        return path
    import os
    return os.environ.get("HOME", "~") + path[1:]


def _text(path):
    return path if isinstance(path, str) else path.__fspath__()


def getsize(filename):
    filename = _plain(filename)
    return _files_support.status(_text(filename))[6]


def getmtime(filename):
    filename = _plain(filename)
    return _files_support.status(_text(filename))[8] / 1000000000


def getatime(filename):
    filename = _plain(filename)
    return _files_support.status(_text(filename))[7] / 1000000000


def getctime(filename):
    filename = _plain(filename)
    return _files_support.status(_text(filename))[9] / 1000000000


def islink(path):
    path = _plain(path)
    try:
        return _files_support.status(_text(path), False)[0] & 0o170000 == 0o120000
    except OSError:
        return False


def lexists(path):
    path = _plain(path)
    try:
        _files_support.status(_text(path), False)
    except OSError:
        return False
    return True


def samefile(f1, f2):
    f1 = _plain(f1)
    return _files_support.status(_text(f1))[1:3] == _files_support.status(_text(f2))[1:3]


def ismount(path):
    path = _plain(path)
    try:
        here = _files_support.status(_text(path))
        above = _files_support.status(join(_text(path), pardir))
    except OSError:
        return False
    return here[2] != above[2] or here[1] == above[1]


def normcase(s):
    return _text(s)


def splitdrive(p):
    p = _plain(p)
    return "", _text(p)


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [_text(path) for path in paths]
    rooted = [path.startswith("/") for path in paths]
    if any(rooted) != all(rooted):
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split("/") if part and part != curdir] for path in paths]
    return ("/" if rooted[0] else "") + "/".join(commonprefix(parts))


def expandvars(path):
    path = _plain(path)
    import os
    parts = []
    place = 0
    while place < len(path):
        if path[place] != "$":
            parts.append(path[place])
            place += 1
            continue
        end = place + 1
        if path[end:end + 1] == "{":
            end = path.find("}", end) + 1
            name = path[place + 2:end - 1]
        else:
            while path[end:end + 1].isalnum() or path[end:end + 1] == "_":
                end += 1
            name = path[place + 1:end]
        if not name or end == 0:
            parts.append("$")
            place += 1
            continue
        parts.append(os.environ.get(name, path[place:end]))
        place = end
    return "".join(parts)


def realpath(filename, *, strict=False):
    filename = _plain(filename)
    return abspath(filename)
