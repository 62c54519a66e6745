#!/usr/bin/env python3
"""How fast programs are stepped, pinned to one CPU: stepping.py LAB [--times N]

One thread goes on by itself ("in a row"); two threads of one process that give a lock to and fro are granted one step after the
other as a policy draws them ("drawn"); two processes take turns step by step, by a schedule that is known ahead
("alternating"). With nobody looking (--quiet) and with events. Steps a second, the best of N runs."""
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


ALTERNATING = """\
import multiprocessing
def work(lock):
    for _ in range(5000):
        lock.acquire()
        lock.release()
if __name__ == "__main__":
    workers = [multiprocessing.Process(target=work, args=(multiprocessing.Lock(),)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""


def run(lab, program, options):
    answer = subprocess.run([lab, "step", program, "--json", *options], capture_output=True, text=True)
    return json.loads(answer.stdout)


def alternating(lab, program):
    """Steps a second between a short and a long schedule, so that starts do not count."""
    begun = run(lab, program, ["--quiet", "--stop", "--schedule", "main*1000"])["schedule"]
    worlds = []
    for turns in (500, 4500):
        schedule = pathlib.Path(program).with_suffix(".schedule")
        schedule.write_text(begun + " Process-1 Process-2" * turns)
        worlds.append(run(lab, program, ["--quiet", "--stop", "--schedule", f"@{schedule}"]))
    short, long = worlds
    assert long["end"] == "stopped", long.get("message")
    return (long["steps"] - short["steps"]) / (long["seconds"] - short["seconds"])


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
        program.write_text(ALTERNATING)
        best = max(alternating(arguments.lab, str(program)) for _ in range(arguments.times))
        print(f"two processes alternating, nobody looks: {best:,.0f} steps/s")


if __name__ == "__main__":
    main()
