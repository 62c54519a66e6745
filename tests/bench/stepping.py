#!/usr/bin/env python3
"""How fast programs are stepped, pinned to one CPU: stepping.py LAB [--times N]

Two threads of one process that give a lock to and fro are granted one step after the other ("drawn"), and one thread goes on by
itself ("in a row"); with nobody looking (--quiet) and with events. Steps a second, the best of N runs."""
import argparse
import json
import os
import pathlib
import subprocess
import tempfile

PROGRAM = """\
import threading
def work(lock):
    for _ in range(%d):
        lock.acquire()
        lock.release()
locks = [threading.Lock(), threading.Lock()]
threads = [threading.Thread(target=work, args=(lock,)) for lock in locks]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def steps_a_second(lab, program, options):
    command = [lab, "step", program, "--json", "--max-steps", "10000000", *options]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    world = json.loads(answer.stdout)
    assert world["end"] == "ok", world["end"]
    return world["steps"] / world["seconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lab")
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "locks.py"
        program.write_text(PROGRAM % 25000)
        for name, options in [("in a row, nobody looks", ["--quiet"]), ("drawn, nobody looks", ["--quiet", "--seed", "1"]),
                              ("in a row, with events", []), ("drawn, with events", ["--seed", "1"])]:
            best = max(steps_a_second(arguments.lab, str(program), options) for _ in range(arguments.times))
            print(f"{name}: {best:,.0f} steps/s")


if __name__ == "__main__":
    main()
