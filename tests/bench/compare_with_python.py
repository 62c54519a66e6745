#!/usr/bin/env python3
"""Runs each program of programs/ on forkscope-lab and on python3, alternating, pinned to one CPU, and prints medians and
ratios: the machines are shared and noisy, so only ratios within one run mean something.

    tests/bench/compare_with_python.py build/release/bin/forkscope-lab [--repeat 7] [--python python3] [NAME ...]
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"


def pinned_output(command):
    """What a program prints, with everything on one CPU."""
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True,
                         preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    return run.stdout


def measure(command):
    """The number that the program prints."""
    return float(pinned_output(command).split()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--python", default="python3")
    arguments = parser.parse_intermixed_args()
    names = arguments.names or sorted(path.stem for path in PROGRAMS.glob("*.py"))
    print(f"{'program':<20} {'forkscope':>12} {'traced':>12} {'python3':>12} {'ratio':>8} {'traced/untraced':>16}")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            program = str(PROGRAMS / f"{name}.py")
            ways = {"plain": [arguments.lab, "run", program],
                    "traced": [arguments.lab, "run", program, "--trace", os.path.join(folder, "trace")],
                    "python": [arguments.python, program]}
            runs = {way: [] for way in ways}
            for _ in range(arguments.repeat):
                for way, command in ways.items():
                    runs[way].append(measure(command))
            median = {way: statistics.median(values) for way, values in runs.items()}
            print(f"{name:<20} {median['plain']:>12.4g} {median['traced']:>12.4g} {median['python']:>12.4g} "
                  f"{median['plain'] / median['python']:>8.2f} {median['traced'] / median['plain']:>16.2f}")


if __name__ == "__main__":
    main()
