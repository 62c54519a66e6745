#!/usr/bin/env python3
"""Kills a child before every one of its steps: kill_steps.py LAB queue|lock|pool [--every N]

What may be said afterwards (a semaphore knows no owner, and nobody supervises tasks):
  queue  killed outside of get(): all items that it had not taken are there; inside, with the reader lock or half an item:
         nothing more can be got. An item that it has taken is gone.
  lock   killed with the lock: nobody gets it any more.
  pool   killed in a task: no result, the pool goes on with a new worker; killed with the lock of the tasks' pipe: no more
         results at all.
"""
import argparse
import re
import sys

from stepping import PROGRAMS, Hung, leftovers, step

CHILDREN = {"queue": "Taker", "lock": "Holder", "pool": "ForkPoolWorker-1"}


def words(schedule):
    """The schedule with each step by itself."""
    for word in schedule.split():
        name, _, count = word.partition("*")
        yield from [name] * int(count or 1)


def holds(events, child):
    """Semaphores that `child` has taken and not given back."""
    held = []
    for event in events:
        if event["thread"] != child:
            continue
        if event["request"] == "sem_acquire" and event["result"] == 1:
            held.append(event["object"])
        elif event["request"] == "sem_release" and event.get("object") in held:
            held.remove(event["object"])
    return held


def received(events, child):
    """Whole items read, and whether it has read half of one."""
    reads = [event["result"] for event in events if event["thread"] == child and event["request"] == "fd_read" and event["result"] > 0]
    return len(reads) // 2, len(reads) % 2 == 1


def fault_of_queue(world, before, child):
    match = re.fullmatch(r"exit (-?\d+) left \[(.*)\]", world["stdout"].strip())
    if not match or match[1] != "-9":
        return "said " + repr(world["stdout"])
    left = [int(number) for number in match[2].split(",") if number]
    whole, half = received(before, child)
    pipe_lock = first_semaphore(before, child)
    locked = pipe_lock is not None and pipe_lock in holds(before, child)
    wanted = [] if locked else list(range(whole, 4))
    if half and not locked:
        return "half an item was read without the lock"
    return None if left == wanted else f"left {left}, not {wanted}"


def first_semaphore(events, child):
    taken = [event["object"] for event in events if event["thread"] == child and event["request"] == "sem_acquire"]
    return taken[0] if taken else None


def fault_of_lock(world, before, child):
    held = bool(holds(before, child))
    printed = any(event["thread"] == child and event["request"] == "stream_write" for event in before)
    wanted = ("held\n" if printed else "") + f"exit -9 free {not held}\n"
    return None if world["stdout"] == wanted else f"said {world['stdout']!r}, not {wanted!r}"


def fault_of_pool(world, before, child):
    """Two tasks, one after the other."""
    is_dead = bool(holds(before, child))
    written = sum(event["thread"] == child and event["request"] == "fd_write" for event in before)
    taken = received(before, child)[0]

    def arrives(task):
        if written >= task:
            return True
        return taken < task and not is_dead

    wanted = ("result 42" if arrives(1) else "no result") + "\n" + ("again 2" if arrives(2) else "dead pool") + "\n"
    return None if world["stdout"] == wanted else f"said {world['stdout']!r}, not {wanted!r}"


def kill_everywhere(lab, name, every):
    program, child = PROGRAMS / f"kill_{name}.py", CHILDREN[name]
    judge = {"queue": fault_of_queue, "lock": fault_of_lock, "pool": fault_of_pool}[name]
    _, whole, err = step(lab, program)
    if whole is None or whole["end"] != "ok":
        found = whole and (whole["end"], whole["stdout"], whole["stuck"])
        return [f"{name}: without a kill: {err} {found}"], 0
    steps = list(words(whole["schedule"]))
    first = steps.index(child)
    moments = [at for at in range(first, len(steps)) if steps[at] == child][::every]
    faults = []
    for at in moments:
        schedule = " ".join(steps[:at] + ["kill:" + child])
        try:
            _, stopped, err = step(lab, program, "--schedule", schedule, "--stop")
            _, world, err = step(lab, program, "--schedule", schedule)
        except Hung as hung:
            faults.append(f"{name}: step {at}: no end: {hung}")
            continue
        if world is None or world["end"] != "ok":
            faults.append(f"{name}: step {at}: {err} {world and (world['end'], world['stdout'], world['stuck'])}")
            continue
        fault = judge(world, stopped["events"], child)
        if fault:
            faults.append(f"{name}: killed at step {at}, after {stopped['events'][-1]['request']}: {fault}")
    return faults, len(moments)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lab")
    parser.add_argument("names", nargs="+", choices=sorted(CHILDREN))
    parser.add_argument("--every", type=int, default=1)
    arguments = parser.parse_args()
    failed = False
    for name in arguments.names:
        faults, kills = kill_everywhere(arguments.lab, name, arguments.every)
        failed = failed or bool(faults) or kills == 0
        print(f"{name}: {kills} kills, {len(faults)} faults")
        for fault in faults:
            print("  " + fault)
    stayed = leftovers()
    if stayed:
        print(f"FAILED: left behind: {stayed}")
    return 1 if failed or stayed else 0


if __name__ == "__main__":
    sys.exit(main())
