"""The fields of ImportError and OSError, and the keywords that exceptions take."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


try:
    from math import nothing_of_the_kind
except ImportError as error:
    print(error.name, error.msg == str(error))  # expect: math True
try:
    raise ImportError("it broke", name="engine", path="engine.py")
except ImportError as error:
    print(error.msg, error.name, error.path)  # expect: it broke engine engine.py
print(ImportError().msg, ImportError("a", "b").msg, ModuleNotFoundError("c").msg)  # expect: None None c
try:
    open("/nothing/of/the/kind")
except OSError as error:
    print(error.filename, error.filename2)  # expect: /nothing/of/the/kind None
show(lambda: Exception(reason=1))  # expect: TypeError: Exception() takes no keyword arguments
show(lambda: KeyError("a", default=1))  # expect: TypeError: KeyError() takes no keyword arguments
show(lambda: ImportError("a", reason=1))  # expect: TypeError: 'reason' is an invalid keyword argument for ImportError()


class Refused(Exception):
    def __init__(self, message, *, code):
        super().__init__(message)
        self.code = code


class Missing(ImportError):
    def __init__(self, message, *, wanted, **fields):
        super().__init__(message, **fields)
        self.wanted = wanted


refused, missing = Refused("no", code=7), Missing("none", wanted="x", name="y")
print(refused, refused.code, missing.wanted, missing.name, missing.msg)  # expect: no 7 x y none
