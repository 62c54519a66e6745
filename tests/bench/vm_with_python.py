#!/usr/bin/env python3
"""The speed of the virtual machine beside CPython's: ten small programs (vm/), ours and python3 alternating in one run, pinned
to one CPU, the medians of the times that the programs measure around their work. A ratio above 1 means that ours is faster.

    tests/bench/vm_with_python.py build/release/bin/forkscope-lab [--repeat 7] [--python python3] [NAME ...]
"""
import argparse
import pathlib
import statistics
import sys

from compare_with_python import pinned_output

PROGRAMS = pathlib.Path(__file__).resolve().parent / "vm"


def measure(command):
    """Seconds, and what the program computed: both must compute the same."""
    seconds, result = pinned_output(command).split(maxsplit=1)
    return float(seconds), result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--python", default="python3")
    arguments = parser.parse_intermixed_args()
    below = 0
    ratios = []
    print(f"{'program':<16} {'forkscope ms':>13} {'python3 ms':>11} {'ratio':>6}")
    for name in arguments.names or sorted(path.stem for path in PROGRAMS.glob("*.py")):
        program = str(PROGRAMS / f"{name}.py")
        ways = {"ours": [arguments.lab, "run", program], "python": [arguments.python, program]}
        seconds, results = {way: [] for way in ways}, set()
        for _ in range(arguments.repeat):
            for way, command in ways.items():
                taken, result = measure(command)
                seconds[way].append(taken)
                results.add(result)
        if len(results) != 1:
            sys.exit(f"{name}: results differ: {results}")
        ours, python = (statistics.median(seconds[way]) for way in ways)
        ratios.append(python / ours)
        below += ratios[-1] < 1
        print(f"{name:<16} {ours * 1000:>13.1f} {python * 1000:>11.1f} {ratios[-1]:>6.2f}", flush=True)
    print(f"{'geometric mean':<16} {'':>13} {'':>11} {statistics.geometric_mean(ratios):>6.2f}\n{below} of {len(ratios)} below 1")


if __name__ == "__main__":
    main()
