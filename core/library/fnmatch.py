"""fnmatch: names with *, ? and [] as the shell has them."""
import posixpath
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def translate(pat):
    parts = []
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if not parts or parts[-1] != ".*":
                parts.append(".*")
        elif c == "?":
            parts.append(".")
        elif c == "[":
            end = pat.find("]", at + (2 if pat[at : at + 1] == "!" else 1))
            if end < 0:
                parts.append("\\[")
                continue
            inner = pat[at:end].replace("\\", "\\\\")
            at = end + 1
            if inner[:1] == "!":
                inner = "^" + inner[1:]
            elif inner[:1] in ("^", "["):
                inner = "\\" + inner
            parts.append("[" + inner + "]")
        else:
            parts.append(re.escape(c))
    return "(?s:" + "".join(parts) + ")\\Z"


def fnmatch(name, pat):
    return fnmatchcase(posixpath.normcase(name), posixpath.normcase(pat))


def fnmatchcase(name, pat):
    return re.compile(translate(pat)).match(name) is not None


def filter(names, pat):
    match = re.compile(translate(pat)).match
    return [name for name in names if match(name) is not None]
