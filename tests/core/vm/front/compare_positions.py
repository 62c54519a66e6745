"""Compares where instructions stand in the source, as tracebacks mark it, with CPython 3.11: for every kind of instruction that
raises, the places in our code and in CPython's. Usage: compare_positions.py TOOL [FILE...]; without files: a part of the standard
library. Exit code 1 if they disagree."""

import collections
import pathlib
import queue
import subprocess
import sys
import types
import warnings

OURS = {
    "call": "call", "call_method": "call", "call_keywords": "call", "call_spread": "call", "build_class": "call", "with_exit_normal": "call", "binary": "binary",
    "binary_in_place": "binary", "compare": "compare", "load_attribute": "attribute", "load_method": "attribute",
    "store_attribute": "store_attribute", "load_subscript": "subscript", "store_subscript": "store_subscript",
    "raise": "raise", "get_iterator": "iterate", "for_iterate": "next", "unpack": "unpack", "format_value": "format",
    "yield_value": "yield", "import_name": "import", "import_from": "import_from", "unary_negative": "negative",
}
THEIRS = {
    "POP_JUMP_FORWARD_IF_NONE": "compare", "POP_JUMP_FORWARD_IF_NOT_NONE": "compare",
    "POP_JUMP_BACKWARD_IF_NONE": "compare", "POP_JUMP_BACKWARD_IF_NOT_NONE": "compare",
    "CALL": "call", "CALL_FUNCTION_EX": "call", "BINARY_OP": "binary", "COMPARE_OP": "compare", "IS_OP": "compare",
    "CONTAINS_OP": "compare", "LOAD_ATTR": "attribute", "LOAD_METHOD": "attribute", "STORE_ATTR": "store_attribute",
    "BINARY_SUBSCR": "subscript", "STORE_SUBSCR": "store_subscript", "RAISE_VARARGS": "raise", "GET_ITER": "iterate",
    "FOR_ITER": "next", "UNPACK_SEQUENCE": "unpack", "FORMAT_VALUE": "format", "YIELD_VALUE": "yield",
    "IMPORT_NAME": "import", "IMPORT_FROM": "import_from", "UNARY_NEGATIVE": "negative",
}

# Constant folding and the formatting of constant text leave different instructions, not different places.
EXPECTED = {("ours", "binary"), ("ours", "subscript"), ("ours", "negative"), ("CPython", "format"), ("CPython", "unpack")}


def theirs(code, places):
    import dis

    for instruction in dis.get_instructions(code):
        kind = THEIRS.get(instruction.opname)
        if kind:
            at = instruction.positions
            places.add((kind, at.lineno, at.end_lineno, at.col_offset, at.end_col_offset))
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            theirs(constant, places)
    return places


def ours(tool, path):
    result = subprocess.run([tool, "positions", path], stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        return None
    places = set()
    for line in result.stdout.splitlines():
        name, *numbers = line.split()
        if name in OURS:
            places.add((OURS[name], *map(int, numbers)))
    return places


def main():
    if sys.version_info[:2] != (3, 11):
        return 0
    warnings.simplefilter("ignore")
    wrong = collections.Counter()
    total = 0
    library = pathlib.Path(queue.__file__).parent
    names = [library / name for name in ("queue.py", "threading.py", "argparse.py", "random.py")]
    for path in sys.argv[2:] or map(str, names + sorted((library / "multiprocessing").glob("*.py"))):
        mine = ours(sys.argv[1], path)
        if mine is None:
            continue
        with open(path, "rb") as file:
            expected = theirs(compile(file.read(), path, "exec", dont_inherit=True), set())
        total += len(expected)
        for place in sorted(expected ^ mine):
            who = "ours" if place in mine else "CPython"
            if (who, place[0]) in EXPECTED:
                continue
            wrong[place[0]] += 1
            print(path, who, *place)
    print(total, "places,", sum(wrong.values()), "differences", dict(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
