"""posixpath, known as os.path."""
import _os

sep = "/"
curdir = "."
pardir = ".."


def join(first, *others):
    path = first
    for part in others:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    place = path.rfind("/") + 1
    head, tail = path[:place], path[place:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return path[path.rfind("/") + 1:]


def dirname(path):
    return split(path)[0]


def splitext(path):
    place = path.rfind(".")
    start = path.rfind("/") + 1
    while start < place and path[start] == ".":
        start += 1
    if place <= start:
        return path, ""
    return path[:place], path[place:]


def isabs(path):
    return path.startswith("/")


def normpath(path):
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
    return normpath(path if isabs(path) else join(_os.current_directory(), path))


realpath = abspath


def relpath(path, start="."):
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
    return _os.file_kind(path) != "missing"


def isfile(path):
    return _os.file_kind(path) == "file"


def isdir(path):
    return _os.file_kind(path) == "directory"


def expanduser(path):
    if path != "~" and not path.startswith("~/"):
        return path
    import os
    return os.environ.get("HOME", "~") + path[1:]
