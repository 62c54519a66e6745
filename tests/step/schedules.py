#!/usr/bin/env python3
"""Schedules that make no sense, a deadlock, the clock, random numbers and runs that differ: schedules.py LAB"""
import sys

from stepping import PROGRAMS, step

FAULTS = []


def check(what, truth, *shown):
    if not truth:
        FAULTS.append(f"{what}: {shown}")


def bad_schedules(lab):
    program = PROGRAMS / "early_empty.py"
    for schedule, parts in [
        ("main*2 feeder", ["Step 3", '"feeder"', "These can move: main."]),
        ("main*x", ['Word 1', '"main*x"']),
        ("main*0", ["Word 1"]),
        ("main kill:", ["Word 2", "missing"]),
        ("main*3 time", ["Step 4", "Nobody waits for a time", "main"]),
        ("kill:Process-1", ["Step 1", '"Process-1"']),
    ]:
        code, _, err = step(lab, program, "1", "--schedule", schedule)
        check(schedule, code == 2 and all(part in err for part in parts), code, err)


def cannot_move(lab):
    code, _, err = step(lab, PROGRAMS / "two_locks.py", "same", "--schedule", "main*9 main*2 Process-1*40 main*1000000")
    check("a thread that has ended", code == 2 and "cannot move" in err or "any more" in err, code, err)


def deadlock(lab):
    for seed in range(1, 60):
        code, world, _ = step(lab, PROGRAMS / "two_locks.py", "opposite", "--seed", seed)
        if world["end"] == "stuck":
            break
    circle = {(link["thread"], link["owner"]) for link in world["stuck"]}
    check("who waits for whom", code == 3 and circle == {("main", "Process-1"), ("Process-1", "main")}, code, world["stuck"])
    code, again, _ = step(lab, PROGRAMS / "two_locks.py", "opposite", "--schedule", world["schedule"], "--stop")
    check("a schedule that was printed leads there again", again["stuck"] == world["stuck"] or code in (3, 4), again["stuck"])


def clock(lab):
    code, world, _ = step(lab, PROGRAMS / "time_and_chance.py")
    code_again, again, _ = step(lab, PROGRAMS / "time_and_chance.py")
    check("time and random numbers repeat", code == code_again == 0 and world["stdout"] == again["stdout"], world["stdout"], again["stdout"])
    check("an hour passes in a moment", world["seconds"] < 20 and world["stdout"].splitlines()[0] == "slept 3600", world["stdout"])
    _, other, _ = step(lab, PROGRAMS / "time_and_chance.py", "--entropy", "7")
    check("another beginning, other numbers", other["stdout"] != world["stdout"], other["stdout"])


def difference(lab):
    code, _, err = step(lab, PROGRAMS / "differs.py", "--repeat", "2")
    check("a run that differs", code == 2 and "went another way" in err and "print" in err, code, err)


def main():
    lab = sys.argv[1]
    for part in (bad_schedules, cannot_move, deadlock, clock, difference):
        part(lab)
    print("\n".join(FAULTS) or "all as it should be")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
