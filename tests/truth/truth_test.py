#!/usr/bin/env python3
"""Counts what the programs of tests/programs prove, and fails while something is missing:

    at least 250 programs;
    every trap T1 to T27 and every point of the checklist, 1 to 14, has a program that says   # shows: T6, checklist 3
    every method of cpython_tests.txt has a program that says                                # stands for: _TestQueue.test_put

The traps and the checklist are those of traps.md; a program may also name a part of the description of multiprocessing ("1.7") and one of
CPython's tests that we do not count (cpython_other_tests.txt). truth_test.py [--summary] [FOLDER]
"""
import argparse
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
COMMENT = re.compile(r"#\s(shows|stands for):\s*(.*)$")
PART = re.compile(r"\d\.\d+")
PROGRAMS = 250
TRAPS = [f"T{number}" for number in range(1, 28)]
CHECKLIST = [f"checklist {number}" for number in range(1, 15)]


def claims(folder):
    """What each program says it shows, as {claim: [program, ...]}."""
    found = {}
    for path in sorted(set(folder.glob("*.py")) - {folder / "run_programs.py"}):
        for line in path.read_text(encoding="utf-8").splitlines():
            match = COMMENT.search(line)
            for claim in match[2].split(",") if match else ():
                found.setdefault(claim.strip(), []).append(path.name)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE.parent / "programs")
    parser.add_argument("--summary", action="store_true", help="only the counts")
    arguments = parser.parse_args()
    methods = (HERE / "cpython_tests.txt").read_text().split()
    found = claims(arguments.folder)
    count = len([path for path in arguments.folder.glob("*.py") if path.name != "run_programs.py"])
    print(f"{count} programs of {PROGRAMS}")
    failed = count < PROGRAMS
    for title, wanted in (("traps", TRAPS), ("checklist", CHECKLIST), ("CPython's tests", methods)):
        missing = [claim for claim in wanted if claim not in found]
        print(f"{title}: {len(wanted) - len(missing)} of {len(wanted)}")
        failed = failed or bool(missing)
        for claim in () if arguments.summary else missing:
            print("  missing:", claim)
    others = (HERE / "cpython_other_tests.txt").read_text().split()
    unknown = set(found) - set(TRAPS) - set(CHECKLIST) - set(methods) - set(others)
    unknown = sorted(claim for claim in unknown if not PART.fullmatch(claim))
    for claim in unknown:
        print(f"no such trap, point or method: {claim!r} in", ", ".join(found[claim]))
    return 1 if failed or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
