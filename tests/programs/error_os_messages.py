"""Errors of the system with paths in them, and classes of the program's own that derive from them."""
import os
import pathlib
import pickle
import tempfile


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "F"), repr(error).replace(folder, "F"), error.args[:2])


folder = tempfile.mkdtemp()
path = pathlib.Path(folder)
show(path.read_text)
# expect: IsADirectoryError [Errno 21] Is a directory: 'F' IsADirectoryError(21, 'Is a directory') (21, 'Is a directory')
show(lambda: open(path, "w"))
# expect: IsADirectoryError [Errno 21] Is a directory: 'F' IsADirectoryError(21, 'Is a directory') (21, 'Is a directory')
show(lambda: open(folder, "rb"))
# expect: IsADirectoryError [Errno 21] Is a directory: 'F' IsADirectoryError(21, 'Is a directory') (21, 'Is a directory')
show(lambda: os.rename(path / "a", path / "b"))
# expect: FileNotFoundError [Errno 2] No such file or directory: 'F/a' -> 'F/b' FileNotFoundError(2, 'No such file or directory') (2, 'No such file or directory')
show(lambda: os.symlink("a", folder))
# expect: FileExistsError [Errno 17] File exists: 'a' -> 'F' FileExistsError(17, 'File exists') (17, 'File exists')
show(lambda: open(""))
# expect: FileNotFoundError [Errno 2] No such file or directory: '' FileNotFoundError(2, 'No such file or directory') (2, 'No such file or directory')
with open(path / "a", "w") as file, open(path / "a", encoding="utf-8") as other:
    print(file.name.replace(folder, "F"), file.encoding, other.encoding)  # expect: F/a UTF-8 utf-8
os.remove(path / "a")
os.rmdir(folder)


class Refused(ConnectionError):
    def __init__(self, message, *, again=False):
        super().__init__(message)
        self.again = again


class Numbered(OSError):
    def __init__(self, number, text):
        super().__init__(number, text, "file")


class Forgetful(OSError):
    def __init__(self, reason):
        self.reason = reason


class Late(TimeoutError):
    pass


class Shown:
    def __repr__(self):
        return "shown by repr"

    def __str__(self):
        return "shown by str"


for error in (Refused("no", again=True), Numbered(13, "text"), Forgetful(5), Late("late"), Late(2, "two"), OSError(2, "x", "a", None, "b"),
              OSError(2, "x", Shown()), KeyError(Shown()), KeyError("a", Shown()), ValueError(Shown())):
    print(repr(error), "|", error, error.args[:1], getattr(error, "errno", "-"), getattr(error, "filename", "-"))
# expect: Refused('no') | no ('no',) None None
# expect: Numbered(13, 'text') | [Errno 13] text: 'file' (13,) 13 file
# expect: Forgetful() |  () None None
# expect: Late('late') | late ('late',) None None
# expect: Late(2, 'two') | [Errno 2] two (2,) 2 None
# expect: FileNotFoundError(2, 'x') | [Errno 2] x: 'a' -> 'b' (2,) 2 a
# expect: FileNotFoundError(2, 'x') | [Errno 2] x: shown by repr (2,) 2 shown by str
# expect: KeyError(shown by repr) | shown by repr (shown by repr,) - -
# expect: KeyError('a', shown by repr) | ('a', shown by repr) ('a',) - -
# expect: ValueError(shown by repr) | shown by str (shown by repr,) - -
print(Refused("no", again=True).again, repr(pickle.loads(pickle.dumps(Late(2, "x", "f")))))  # expect: True Late(2, 'x')
print(pickle.loads(pickle.dumps(OSError(2, "x", "f", None, "g"))))  # expect: [Errno 2] x: 'f' -> 'g'
show(lambda: Late(x=1))
# expect: TypeError Late() takes no keyword arguments TypeError('Late() takes no keyword arguments') ('Late() takes no keyword arguments',)
