"""re: regular expressions. _re_syntax says what a pattern means, the native _re matches it."""
import enum as _enum

import _re
from _re import Match, Pattern

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge",
           "template", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
           "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]


class RegexFlag(_enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        value = int(self)
        names = ["re." + name for name, bit in _FLAG_NAMES if value & bit]
        rest = value & ~_ALL_FLAGS
        if rest:
            names.append(hex(rest))
        return "|".join(names) if names else "re.NOFLAG"

    __str__ = __repr__


_FLAG_NAMES = (("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), ("VERBOSE", 64),
               ("DEBUG", 128), ("ASCII", 256))
_ALL_FLAGS = 2 | 4 | 8 | 16 | 32 | 64 | 128 | 256
NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
U = UNICODE = RegexFlag.UNICODE
DEBUG = RegexFlag.DEBUG


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


import _re_syntax  # noqa: E402  (it needs the names above)

_cache = {}
_MAXCACHE = 512


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def _compile(pattern, flags):
    flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = (type(pattern), pattern, flags)
    if key in _cache:
        return _cache[key]
    read = _re_syntax.read(pattern, flags)
    made = _re.compile(pattern, read.flags, read.translated, read.options, read.groups, read.names, read.closing)
    if isinstance(made, str):
        raise error(made, pattern, 0)
    if len(_cache) >= _MAXCACHE:
        _cache.pop(next(iter(_cache)))
    _cache[key] = made
    return made


def purge():
    _cache.clear()


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


_SPECIAL = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


# What the methods of patterns and matches do in Python: the replacement may be a function.


def _sub(pattern, repl, string, count=0):
    return _subn(pattern, repl, string, count)[0]


def _subn(pattern, repl, string, count=0):
    if not callable(repl):
        return _re.substitute(pattern, _re_syntax.template(pattern, repl), string, count)
    parts = []
    done = place = 0
    for found in pattern.finditer(string):
        if count > 0 and done >= count:
            break
        start, end = found.span()
        parts.append(string[place:start])
        put = repl(found)
        if put is not None:
            parts.append(put)
        place = end
        done += 1
    if not done:
        return string, 0
    parts.append(string[place:])
    return (string[:0] if isinstance(string, (str, bytes)) else b"").join(parts), done


def _expand(found, template):
    parts = _re_syntax.template(found.re, template)
    empty = found.string[:0]
    return empty.join([part if not isinstance(part, int) else found[part] or empty for part in parts])


def _pattern_repr(pattern):
    shown = repr(pattern.pattern)
    if len(shown) > 200:
        shown = shown[:200]
    flags = pattern.flags
    if isinstance(pattern.pattern, str):
        flags &= ~32
    return f"re.compile({shown})" if not flags else f"re.compile({shown}, {RegexFlag(flags)!r})"
