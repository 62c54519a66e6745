"""Prints core/vm/python_names.inc: the public names of CPython's modules to be compared with what ours have.
Usage: python_names.py MODULE ..."""

import importlib
import sys
import types
import warnings

warnings.simplefilter("ignore")
for name in sorted(sys.argv[1:]):
    module = importlib.import_module(name)
    documented = getattr(module, "__all__", None) or [
        other for other, value in vars(module).items() if not other.startswith("_") and not isinstance(value, types.ModuleType)]
    submodules = [other for other, value in vars(module).items()
                  if isinstance(value, types.ModuleType) and value.__name__ == f"{name}.{other}"]
    lines, line = [], "    "
    for word in sorted({other for other in [*documented, *submodules] if not other.startswith("_")}):
        if len(line) + len(word) > 112:
            lines.append(line)
            line = "    "
        line += word + " "
    lines.append(line)
    print('{"%s",' % name)
    print("\n".join('"' + text.strip() + ' "' for text in lines) + "},")
