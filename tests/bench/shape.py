#!/usr/bin/env python3
"""Whether threads and processes help as they should, and as they do on python3, in one run of `forkscope-lab compare`: ratios, by the
medians and by the fastest runs (which other programs on the machine disturb less).

    tests/bench/shape.py build/release/bin/forkscope-lab [--repeat 7] [--python python3]
"""
import argparse
import json
import subprocess

# work, way, workers, least, most
WANTED = (("primes", "threads", 2, 0.90, 1.10), ("primes", "fork", 2, 1.7, None), ("primes", "threads-nogil", 2, 1.7, None),
          ("io", "threads", 8, 6, None))
SAME_AS_PYTHON = 0.15
WORKS = {"primes": ["--tasks", "200", "--ways", "serial,threads,threads-nogil,fork", "--workers", "2"],
         "io": ["--tasks", "64", "--ways", "serial,threads", "--workers", "8"]}


def measure(lab, work, repeat, python):
    command = [lab, "compare", "--work", work, *WORKS[work], "--repeat", str(repeat), "--python", python, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def speed_up(ways, way, workers, summary):
    serial = ways["serial-nogil" if way.endswith("-nogil") else "serial"]["1"]["runs_s"]
    return summary(serial) / summary(ways[way][str(workers)]["runs_s"])


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--python", default="python3")
    arguments = parser.parse_args()
    reports = {work: measure(arguments.lab, work, arguments.repeat, arguments.python) for work in WORKS}
    print(f"{'work':<8}{'way':<15}{'workers':>8}{'medians':>9}{'python3':>9}{'ratio':>7}{'fastest':>9}{'python3':>9}{'ratio':>7}{'tracing':>9}  wanted")
    for work, way, workers, least, most in WANTED:
        report = reports[work]
        ours, theirs = report["ways"], report["cpython"]["ways"]
        row = f"{work:<8}{way:<15}{workers:>8}"
        for summary in (median, min):
            here, there = speed_up(ours, way, workers, summary), speed_up(theirs, way, workers, summary)
            row += f"{here:>9.2f}{there:>9.2f}{here / there:>7.2f}"
        wanted = f"{least} to {most}" if most else f"at least {least}"
        print(row + f"{ours[way][str(workers)]['tracing']:>9.0%}  {wanted}, within {SAME_AS_PYTHON:.0%} of python3's")
    for work, report in reports.items():
        mine, its = (min(ways["serial"]["1"]["runs_s"]) for ways in (report["ways"], report["cpython"]["ways"]))
        print(f"{work}: one after another {mine:.3f} s here, {its:.3f} s by CPython {report['cpython']['version']}; "
              f"others kept {report['machine']['others_load']:.2f} of {report['machine']['cores']} cores busy")


if __name__ == "__main__":
    main()
