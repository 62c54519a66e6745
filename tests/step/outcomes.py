#!/usr/bin/env python3
"""Draws schedules of small programs: every outcome must be one that an exhaustive search of a model of them has found, and
with enough seeds all of those turn up. outcomes.py LAB [--seeds N]"""
import argparse
import sys

from stepping import PROGRAMS, step

# name, program and arguments, outcomes
CASES = [
    ("one put", "early_empty.py", ["1"], {"True 1", "False 1"}),
    ("two puts", "early_empty.py", ["2"], {"True 2", "False 2"}),
    ("raw value, once", "lost_update.py", ["1", "raw"], {"1", "2"}),
    ("raw value, twice", "lost_update.py", ["2", "raw"], {"2", "3", "4"}),
    ("locked accesses, twice", "lost_update.py", ["2", "each"], {"2", "3", "4"}),
    ("locked update, twice", "lost_update.py", ["2", "whole"], {"4"}),
    ("opposite order", "two_locks.py", ["opposite"], {"ok", "stuck"}),
    ("same order", "two_locks.py", ["same"], {"ok"}),
    ("three philosophers", "philosophers.py", ["3"], {"ok", "stuck"}),
]


def outcome(lab, program, arguments, seed):
    _, world, err = step(lab, PROGRAMS / program, *arguments, "--seed", seed)
    if world is None:
        return "failed: " + err
    return "stuck" if world["end"] == "stuck" else world["stdout"].strip() + world["stderr"].strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lab")
    parser.add_argument("--seeds", type=int, default=12)
    arguments = parser.parse_args()
    failed = 0
    for name, program, given, possible in CASES:
        found = {}
        for seed in range(1, arguments.seeds + 1):
            found.setdefault(outcome(arguments.lab, program, given, seed), seed)
        impossible = {result: seed for result, seed in found.items() if result not in possible}
        print(f"{name}: {sorted(found)}" + (f", not found: {sorted(possible - set(found))}" if possible - set(found) else ""))
        if impossible:
            failed += 1
            print(f"FAILED {name}: impossible (with the seed that leads there): {impossible}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
