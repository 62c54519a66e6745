import import_package
import import_package.parts.deep as deep
from import_package import answer, parts
from import_package.parts import deep as again, helper as renamed
from import_package.starred import *
import import_package.lazy

print(import_package.__name__, import_package.__package__, import_package.__file__.endswith("__init__.py"))
print(answer, parts.__name__, deep is again, renamed(), deep.UP, import_package.parts.deep.whoami())
print(shown, "_hidden" in globals(), "not_listed" in globals(), sorted(n for n in globals() if n.endswith("shown")))
try:
    import missing_module_of_ours
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import import_package.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    from import_package import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import import_package.lazy.sub
except ModuleNotFoundError as error:
    print(error)
try:
    from . import something
except ImportError as error:
    print(error)
try:
    import import_package.fails
except ZeroDivisionError as error:
    print(error)
import sys
print("import_package.fails" in sys.modules, "import_package.parts" in sys.modules, sys.modules["import_package"] is import_package)
if answer > 100:
    import never_imported
else:
    import math as conditional
print(conditional.floor(2.5), import_package.lazy.value)


def inside():
    from import_package.parts.deep import UP as up
    import os.path
    return up, os.path.basename("/a/b")


print(inside())
# expect: import_package import_package True
# expect: 42 import_package.parts True helped by import_package.parts.helper 21 ('import_package.parts.deep', 'import_package.parts', 'import_package.parts')
# expect: listed False False ['also_shown', 'shown']
# expect: No module named 'missing_module_of_ours' missing_module_of_ours
# expect: No module named 'import_package.nothing'
# expect: cannot import name 'nothing' from 'import_package'
# expect: No module named 'import_package.lazy.sub'; 'import_package.lazy' is not a package
# expect: attempted relative import with no known parent package
# expect: division by zero
# expect: False True True
# expect: 2 lazy
# expect: (21, 'b')
