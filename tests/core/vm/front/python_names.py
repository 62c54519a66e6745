"""Prints core/vm/python_names.inc: the public names of CPython's modules to be compared with what ours have.
Usage: python_names.py MODULE ...
Without any: core/vm/python_modules.inc, the modules that CPython has of its own."""

import importlib
import sys
import types
import warnings

warnings.simplefilter("ignore")


def print_words(words):
    """As lines of a C++ text, separated by blanks."""
    lines, line = [], ""
    for word in sorted(words):
        if len(line) + len(word) > 108:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line)
    print("\n".join(f'"{line}"' for line in lines), end="")


if len(sys.argv) == 1:
    print_words(name for name in sys.stdlib_module_names if not name.startswith("_"))
    print()
for name in sorted(sys.argv[1:]):
    module = importlib.import_module(name)
    documented = getattr(module, "__all__", None) or [
        other for other, value in vars(module).items() if not other.startswith("_") and not isinstance(value, types.ModuleType)]
    submodules = [other for other, value in vars(module).items()
                  if isinstance(value, types.ModuleType) and value.__name__ == f"{name}.{other}"]
    print('{"%s",' % name)
    print_words({other for other in [*documented, *submodules] if not other.startswith("_")})
    print("},")
