"""pathlib: paths as objects."""
import fnmatch
import os

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


class PurePath:
    """A path that is only text."""

    def __new__(cls, *args):
        made = object.__new__(PosixPath if cls is Path else PurePosixPath if cls is PurePath else cls)
        made._root, made._parts = _parse(args)
        return made

    def __init__(self, *args):
        pass

    def _made(self, root, parts):
        made = object.__new__(type(self))
        made._root, made._parts = root, parts
        return made

    def __reduce__(self):
        return type(self), (str(self),)

    def __str__(self):
        return self._root + "/".join(self._parts) or "."

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return self.joinpath(key)

    def __rtruediv__(self, key):
        return type(self)(key, self) if isinstance(key, str) else NotImplemented

    def joinpath(self, *args):
        root, parts = _parse((self, *args))
        return self._made(root, parts)

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._parts)

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        return self._parts[-1] if self._parts else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._root, self._parts[:-1]) if self._parts else self

    @property
    def parents(self):
        return tuple([self._made(self._root, self._parts[:count]) for count in range(len(self._parts) - 1, -1, -1)])

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + str(self)

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, *other):
        other = type(self)(*other)
        return self.parts[: len(other.parts)] == other.parts

    def relative_to(self, *other):
        base = type(self)(*other)
        if not self.is_relative_to(base):
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is "
                             "absolute.")
        return self._made("", list(self.parts[len(base.parts):]))

    def match(self, path_pattern):
        pattern = PurePath(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        mine = self.parts
        if pattern._root and len(pattern.parts) != len(mine) or len(pattern.parts) > len(mine):
            return False
        return all([fnmatch.fnmatchcase(part, wanted) for part, wanted in zip(reversed(mine), reversed(pattern.parts))])

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)


class PurePosixPath(PurePath):
    pass


def _parse(args):
    root, parts = "", []
    for argument in args:
        text = str(argument) if isinstance(argument, PurePath) else os.fspath(argument)
        if not isinstance(text, str):
            raise TypeError("argument should be a str object or an os.PathLike object returning str, not "
                            f"{type(argument)!r}")
        if text.startswith("/"):
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
            parts = []
        parts += [part for part in text.split("/") if part and part != "."]
    return root, parts


class Path(PurePath):
    """A path of the file system."""

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self) if follow_symlinks else os.lstat(self)

    def lstat(self):
        return os.lstat(self)

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_symlink(self):
        return os.path.islink(self)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict and not self.exists():
            os.stat(self)
        return type(self)(os.path.realpath(self))

    def expanduser(self):
        return type(self)(os.path.expanduser(str(self)))

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from self._select(list(PurePath(pattern).parts))

    def rglob(self, pattern):
        yield from self._select(["**", *PurePath(pattern).parts])

    def _select(self, parts):
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            seen = set()
            for folder in self._folders():
                for found in folder._select(rest) if rest else [folder]:
                    if found not in seen:
                        seen.add(found)
                        yield found
            return
        if not any([c in part for c in "*?["]):
            found = self / part
            if os.path.lexists(found):
                yield from found._select(rest)
            return
        try:
            names = os.listdir(self)
        except OSError:
            return
        for name in names:
            if fnmatch.fnmatchcase(name, part):
                found = self / name
                if not rest or found.is_dir():
                    yield from found._select(rest)

    def _folders(self):
        if not self.is_dir():
            return
        yield self
        for name in os.listdir(self):
            inner = self / name
            if inner.is_dir() and not inner.is_symlink():
                yield from inner._folders()

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding=encoding, errors=errors, newline=newline)

    def read_text(self, encoding=None, errors=None):
        with self.open(encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(bytes(data))

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self)
            return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def readlink(self):
        return type(self)(os.readlink(self))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass


class PosixPath(Path, PurePosixPath):
    pass
