#!/usr/bin/env python3
"""What a program sees of a queue's timing, beside CPython in the same run: shares of early empty() answers and of false Empty, and
delays. The programs of statistics/ run on forkscope-lab and on python3, alternating; medians. A ratio outside 1/1.5 to 1.5 is marked.

    tests/bench/statistics_with_python.py build/release/bin/forkscope-lab [--repeat 5] [--python python3] [--check] [NAME ...]

--check: exit code 1 if a share is marked. Delays are for information: ours should be shorter.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys

PROGRAMS = pathlib.Path(__file__).resolve().parent / "statistics"
LIMIT = 1.5
# Shares both below this many percent agree: "hardly ever".
HARDLY_EVER = 3.0


def measure(command, cpus):
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True,
                         preexec_fn=lambda: os.sched_setaffinity(0, cpus))
    return float(run.stdout.split()[-1])


def agrees(ours, theirs):
    if max(ours, theirs) < HARDLY_EVER:
        return True
    return min(ours, theirs) > 0 and max(ours, theirs) / min(ours, theirs) <= LIMIT


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--python", default="python3")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_intermixed_args()
    processors = sorted(os.sched_getaffinity(0))
    marked = 0
    print("| program | processors | Forkscope | CPython | ratio | |\n|---|---|---|---|---|---|")
    for name in arguments.names or sorted(path.stem for path in PROGRAMS.glob("*.py")):
        program = str(PROGRAMS / f"{name}.py")
        for cpus in {1: processors[:1], len(processors): processors}.values():
            ours, theirs = [], []
            for _ in range(arguments.repeat):
                ours.append(measure([arguments.lab, "run", program], cpus))
                theirs.append(measure([arguments.python, program], cpus))
            mine, other = statistics.median(ours), statistics.median(theirs)
            mark = not name.startswith("delay") and not agrees(mine, other)
            marked += mark
            print(f"| {name} | {len(cpus)} | {mine:.1f} ({min(ours):.1f}-{max(ours):.1f}) | {other:.1f} ({min(theirs):.1f}-"
                  f"{max(theirs):.1f}) | {mine / other if other else 0:.2f} | {'**off**' if mark else ''} |", flush=True)
    return 1 if marked and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
