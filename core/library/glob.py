"""glob: the files whose paths are like a pattern."""
import fnmatch
import os

__all__ = ["escape", "glob", "iglob"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    start = "/" if pathname.startswith("/") else ""
    parts = [part for part in pathname.split("/") if part]
    for found in _walk(start, parts, root_dir or "", recursive, include_hidden):
        if found:
            yield found + ("/" if pathname.endswith("/") and not found.endswith("/") else "")


def _walk(base, parts, root, recursive, hidden):
    if not parts:
        yield base
        return
    part, rest = parts[0], parts[1:]
    if part == "**" and recursive:
        yield from _walk(base, rest, root, recursive, hidden) if rest else [base and base + "/" if base else base]
        for name in _names(base, root):
            if (hidden or not name.startswith(".")):
                inner = _joined(base, name)
                if os.path.isdir(os.path.join(root, inner)):
                    yield from _walk(inner, parts, root, recursive, hidden)
                elif not rest:
                    yield inner
        return
    if not has_magic(part):
        inner = _joined(base, part)
        if os.path.lexists(os.path.join(root, inner)):
            yield from _walk(inner, rest, root, recursive, hidden)
        return
    for name in fnmatch.filter(_names(base, root), part):
        if hidden or part.startswith(".") or not name.startswith("."):
            inner = _joined(base, name)
            if not rest or os.path.isdir(os.path.join(root, inner)):
                yield from _walk(inner, rest, root, recursive, hidden)


def _joined(base, name):
    return base + name if base in ("", "/") else base + "/" + name


def _names(base, root):
    try:
        return os.listdir(os.path.join(root, base) or ".")
    except OSError:
        return []


def has_magic(s):
    return any([c in s for c in "*?["])


def escape(pathname):
    return "".join(["[" + c + "]" if c in "*?[" else c for c in pathname])
