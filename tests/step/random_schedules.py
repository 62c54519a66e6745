#!/usr/bin/env python3
"""Runs programs of tests/programs under drawn schedules: random_schedules.py LAB PROGRAM ... [--seeds N] [--first N]"""
import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "programs"))

from run_programs import Expectation  # noqa: E402
from stepping import Hung, step  # noqa: E402


def fault(lab, path, expectation, seed):
    try:
        _, world, err = step(lab, path, "--seed", seed, "--max-steps", 2_000_000)
    except Hung:
        return "no end"
    if world is None:
        return "no answer: " + err
    if world["end"] not in ("ok", "error"):
        return f"{world['end']}: {world['stuck']} {err[-500:]} after {world['schedule'][-300:]}"
    lines, wanted = world["stdout"].splitlines(), expectation.lines
    if expectation.unordered:
        lines, wanted = sorted(lines), sorted(wanted)
    if lines != wanted:
        return f"printed {lines}, not {wanted}; stderr {world['stderr'][-800:]}"
    if world["exit_code"] != expectation.exit:
        return f"exit code {world['exit_code']}, not {expectation.exit}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lab")
    parser.add_argument("programs", nargs="+", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1)
    arguments = parser.parse_args()
    failed = 0
    for path in arguments.programs:
        expectation = Expectation(path)
        for seed in range(arguments.first, arguments.first + arguments.seeds):
            found = fault(arguments.lab, path, expectation, seed)
            if found:
                failed += 1
                print(f"FAILED {path.name} --seed {seed}: {found}", flush=True)
    print(f"{len(arguments.programs)} programs, {arguments.seeds} seeds each, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
