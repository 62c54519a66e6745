#!/usr/bin/env python3
"""A program on forkscope-lab and a real CPython exchange items on one queue and one pipe.

    wire_test.py LAB [queues|pipes] [--count 100000] [--python python3]
"""
import argparse
import os
import pathlib
import signal
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
COUNTS = {"queues": 100000, "pipes": 1500}


def exchange(lab, python, way, count):
    ours = subprocess.Popen([lab, "run", str(HERE / "queue_partner.py"), way, str(count)], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        places = ours.stdout.readline().split()
        theirs = subprocess.run([python, str(HERE / "python_partner.py"), way, str(count), *places], capture_output=True, text=True,
                                timeout=300)
        output, _ = ours.communicate("done\n", timeout=900)
    finally:
        if ours.poll() is None:
            os.killpg(ours.pid, signal.SIGKILL)
    wanted = "True 0" if way == "queues" else "False"
    if theirs.stdout.strip() == "all came" and output.strip() == wanted and ours.returncode == 0:
        print(f"{way}: {count} items each way")
        return True
    print(f"{way}: FAILED; python3 said {theirs.stdout!r} {theirs.stderr[-2000:]}; ours said {output!r}, exit {ours.returncode}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("ways", nargs="*", default=list(COUNTS))
    parser.add_argument("--count", type=int)
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    results = [exchange(arguments.lab, arguments.python, way, arguments.count or COUNTS[way]) for way in arguments.ways]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
