"""importlib: modules by name, and a file that is run once more in the module that it has made."""
import importlib
import os
import sys
import tempfile
import types

print(importlib.import_module("math").sqrt(4), importlib.import_module("os.path") is os.path, importlib.import_module("collections.abc").__name__)
for name, package in (("no_such_module", None), (".abc", None), ("", None), ("..x", "collections")):
    try:
        importlib.import_module(name, package)
    except (ImportError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(importlib.import_module(".abc", "collections").__name__)
with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    path = os.path.join(folder, "changing.py")

    def write(text):
        with open(path, "w") as file:
            file.write(text)

    write("version = 1\nonly_first = True\ndef ask():\n    return version\n")
    importlib.invalidate_caches()
    changing = importlib.import_module("changing")
    ask = changing.ask
    print(changing.version, ask())
    write("version = 'two'\nadded = [1]\n")
    print(importlib.reload(changing) is changing, changing.version, ask(), changing.only_first, changing.added)
    write("1 +\n")
    try:
        importlib.reload(changing)
    except SyntaxError as error:
        print(error.msg)
    print(changing.version)
for module in ("math", types.SimpleNamespace()):
    try:
        importlib.reload(module)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error)
# expect: 2.0 True collections.abc
# expect: ModuleNotFoundError No module named 'no_such_module'
# expect: TypeError the 'package' argument is required to perform a relative import for '.abc'
# expect: ValueError Empty module name
# expect: ImportError attempted relative import beyond top-level package
# expect: collections.abc
# expect: 1 1
# expect: True two two True [1]
# expect: invalid syntax
# expect: two
# expect: TypeError reload() argument must be a module
# expect: TypeError reload() argument must be a module
