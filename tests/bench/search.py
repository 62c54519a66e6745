#!/usr/bin/env python3
"""How fast everything a program can do is found, pinned to one CPU: search.py LAB [--repeat N] [--models FOLDER] [--large]

Programs of tests/outcomes and lessons: how many states, of how many insides of processes, states a second, memory a state, and how they
grow with the number of items that are put. With --models (a folder with A_empty.pml and D_lost.pml, Promela models of the same programs,
coarser: a step is an operation on a lock or a pipe) and SPIN on the path, SPIN searches those in the same run. --large: programs of
hundreds of thousands of states too. Medians of N runs."""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
PUTS = {1: "one_put", 2: "two_puts", 3: "three_puts", 4: "four_puts"}
LESSONS = TESTS.parent / "assets" / "lessons"
STATS = re.compile(r"(\d+) states in ([\d.]+) s: \d+ a second, (\d+) bytes each; Python ran (\d+) times")


def search(lab, program, repeat):
    found = []
    for _ in range(repeat):
        answer = subprocess.run([lab, "outcomes", program, "--stats"], capture_output=True, text=True, check=True)
        found.append([float(number) for number in STATS.search(answer.stderr + answer.stdout).groups()])
    states, _, size, runs = found[0]
    return int(states), statistics.median(run[1] for run in found), int(size), int(runs)


def spin(model, settings, repeat):
    """SPIN's states and the seconds of its search, without the time for making and compiling it."""
    with tempfile.TemporaryDirectory() as folder:
        for file in model.parent.iterdir():
            shutil.copy(file, folder)
        defines = [f"-D{name}={value}" for name, value in settings.items()]
        subprocess.run(["spin", "-a", *defines, model.name], cwd=folder, check=True, capture_output=True)
        subprocess.run(["gcc", "-O2", "-w", "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c"], cwd=folder, check=True)
        seconds = []
        for _ in range(repeat):
            begin = time.monotonic()
            answer = subprocess.run(["./pan", "-E"], cwd=folder, capture_output=True, text=True)
            seconds.append(time.monotonic() - begin)
        return int(re.search(r"(\d+) states, stored", answer.stdout).group(1)), statistics.median(seconds)


def rows(arguments):
    models = arguments.models if shutil.which("spin") else None
    outcomes = TESTS / "outcomes"
    for puts, name in PUTS.items():
        yield f"empty() after {puts}", outcomes / f"empty_after_{name}.py", models and (models / "A_empty.pml", {"K": puts})
    for times, name in ((1, "once"), (2, "twice"), (3, "three_times")):
        yield f"lost updates, {times} each", outcomes / f"lost_update_{name}.py", models and (models / "D_lost.pml", {"N": times, "MODE": 1})
    for folder in sorted(LESSONS.glob("[0-9]*")):
        if int(folder.name[:2]) in (1, 20, 21, 22, 23, 24):
            yield f"lesson {folder.name[:2]}", folder / "program.py", None
    yield "bounded_two_producers", outcomes / "bounded_two_producers.py", None
    if arguments.large:
        yield "pool_map", outcomes / "pool_map.py", None
        yield "lesson 04", next(LESSONS.glob("04_*")) / "program.py", None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lab")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--models", type=pathlib.Path)
    parser.add_argument("--large", action="store_true")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print("| program | states | runs of Python | s | states/s | bytes a state | SPIN: states | s |\n|---|---|---|---|---|---|---|---|")
    for name, program, model in rows(arguments):
        states, seconds, size, runs = search(arguments.lab, program, arguments.repeat)
        beside = " | "
        if model:
            spin_states, spin_seconds = spin(*model, arguments.repeat)
            beside = f"{spin_states:,} | {spin_seconds:.2f}"
        print(f"| {name} | {states:,} | {runs:,} | {seconds:.2f} | {states / seconds:,.0f} | {size:,} | {beside} |", flush=True)


if __name__ == "__main__":
    main()
