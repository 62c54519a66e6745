#!/usr/bin/env python3
"""SIGKILL at random instants to processes of programs that use queues, pools and managers. What is left of the program does what it
must, nothing stays behind, and the trace is whole.

    kill_test.py LAB [--kills 60] [--seed N] [--jobs 2] [PROGRAM ...]

Who survives comes to the program's end, unless the killed process held a lock, or was just taking or giving one back, or had a part of a
message in its hands, as the trace says: then the program may hang (nothing gives the lock back), and its main process is killed too. When
main, the lab itself or its guard is killed, everything must end by itself.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid

import trace_reader

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
MARK = "FORKSCOPE_KILL_TEST"
PATIENCE = 30  # seconds without an end are a hang
CLEANING = 60  # seconds for everything to be gone
ENDS_ALL = ("main", "lab", "guard")


def marked_processes(mark):
    wanted = f"{MARK}={mark}".encode()
    for entry in os.listdir("/proc"):
        try:
            if entry.isdigit() and wanted in pathlib.Path("/proc", entry, "environ").read_bytes():
                yield int(entry)
        except OSError:
            pass


def children_of(pid):
    try:
        return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


class Run:
    """One program, one kill."""

    def __init__(self, lab, program, random_source, folder):
        self.program, self.random, self.folder = program, random_source, folder
        self.mark = uuid.uuid4().hex
        self.trace = os.path.join(folder, "trace")
        self.output = os.path.join(folder, "output")
        environment = dict(os.environ, TMPDIR=folder, **{MARK: self.mark})
        with open(self.output, "wb") as output:
            self.process = subprocess.Popen([lab, "run", str(program), "--trace", self.trace], stdin=subprocess.DEVNULL, stdout=output,
                                            stderr=output, env=environment, start_new_session=True)

    def text(self):
        return pathlib.Path(self.output).read_text(errors="replace")

    def roles(self):
        """[(role, pid)] of who has said so, with the lab and its guard."""
        found = [("guard", self.process.pid)] + [("lab", pid) for pid in children_of(self.process.pid)]
        for line in self.text().splitlines():
            words = line.split()
            if len(words) == 2 and words[1].isdigit() and words[0].isalpha() and words[0] != "end":
                found.append((words[0], int(words[1])))
        return found

    def names(self):
        """The names of its semaphores that are still there: those that begin as the one it has told."""
        told = [line.split()[1] for line in self.text().splitlines() if line.startswith("named /mp-") and len(line) >= 18]
        return [name for name in os.listdir("/dev/shm") if told and name.startswith("sem." + told[0][1:8])]

    def candidates(self, helpers):
        """[(role, pid)] of those that live: of the program's helpers, or of main, lab and guard."""
        alive = set(marked_processes(self.mark))
        return [(role, pid) for role, pid in self.roles() if pid in alive and (role not in ENDS_ALL) == helpers]

    def kill_somebody(self):
        """The role and pid of who was killed; None where the program was quicker."""
        helpers = self.random.random() < 0.75
        limit = time.monotonic() + 60
        while time.monotonic() < limit and self.process.poll() is None and "main" not in dict(self.roles()):
            time.sleep(0.005)
        while helpers and time.monotonic() < limit and self.process.poll() is None and not self.candidates(helpers):
            time.sleep(0.005)
        time.sleep(self.random.random() ** 2 * 0.3)
        alive = self.candidates(helpers)
        if not alive:
            return None
        role = self.random.choice(sorted({role for role, _ in alive}))
        pid = self.random.choice([pid for its_role, pid in alive if its_role == role])
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return None
        return role, pid

    def ended(self, seconds):
        try:
            self.process.wait(seconds)
            return True
        except subprocess.TimeoutExpired:
            return False

    def end_by_force(self):
        for role, pid in self.roles():
            if role == "main" and pid in set(marked_processes(self.mark)):
                os.kill(pid, signal.SIGKILL)

    def left_behind(self):
        """What is still there of the program after a while."""
        limit = time.monotonic() + CLEANING
        while True:
            left = [f"process {pid}" for pid in marked_processes(self.mark)]
            left += [f"/dev/shm/{name}" for name in self.names()]
            left += [str(path) for path in pathlib.Path(self.folder).glob("pymp-*")]
            if not left or time.monotonic() > limit:
                return left
            time.sleep(0.1)

    def clean(self):
        for pid in marked_processes(self.mark):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def locks_at_end(events, victim):
    """(locks that the process of this pid held when it was killed, whether it was on the way to or from one, or inside a message)"""
    process = next((event.process for event in events if event.kind == "process_begins" and event.a == victim), None)
    single = {event.object for event in events if event.kind == "sem_create" and event.b == 1}
    opened = {event.object for event in events if event.kind == "sem_open" and event.b == 1}
    held, last, begun = {}, {}, set()
    for event in events:
        if event.process != process:
            continue
        if event.object in single | opened and not event.waits:
            if event.kind == "sem_acquire" and event.result == 1:
                held[event.object] = held.get(event.object, 0) + 1
            elif event.kind == "sem_release" and event.result >= 0:
                held[event.object] = held.get(event.object, 0) - 1
        if event.kind in ("task_started", "item_taken"):
            begun.add(event.kind)
        if not event.kind.startswith("gil_"):
            last[event.thread] = event
    locks = [lock for lock, count in held.items() if count > 0]
    # Between a semaphore and its event, and while bytes are under way, the trace is one event late.
    busy = any(not event.waits or event.kind in ("sem_acquire", "fd_write", "fd_read") for event in last.values())
    return locks, busy or process is None


def check(lab, program, seed):
    """(what happened, what was wrong) of one kill."""
    source = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="forkscope-kill-") as folder:
        run = Run(lab, program, source, folder)
        faults, happened = [], "ended before"
        try:
            killed = run.kill_somebody()
            ended = run.ended(PATIENCE)
            if killed is not None:
                happened = f"{killed[0]} killed"
            if not ended:
                happened += ", hung"
                run.end_by_force()
                if not run.ended(CLEANING):
                    faults.append("the lab does not end when main is killed")
            faults += [f"left behind: {what}" for what in run.left_behind()]
            text = run.text()
            faults += verdict(run, killed, ended, text)
            if faults:
                faults.append("output: " + text[-1500:])
        finally:
            run.clean()
    return f"{program.stem}: {happened}", [f"{program.stem}, seed {seed}, {happened}: {fault}" for fault in faults]


def verdict(run, killed, ended, text):
    role = None if killed is None else killed[0]
    if role in ("lab", "guard"):
        return [] if ended else [f"the program went on without its {role}"]
    try:
        events, _, lost = trace_reader.read(run.trace)
    except (OSError, trace_reader.Torn) as error:
        return [f"the trace: {error}"]
    if lost:
        return [f"{lost} events lost"]
    if role == "main":
        return [] if ended else ["the program went on without its main process"]
    if not ended:
        locks, busy = locks_at_end(events, killed[1]) if killed else ([], False)
        return [] if locks or busy else ["it hangs, and the killed process held nothing"]
    return [] if any(line.startswith("end") for line in text.splitlines()) else ["it did not come to its end"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--jobs", type=int, default=3)
    arguments = parser.parse_args()
    programs = [PROGRAMS / f"{name}.py" for name in arguments.programs] or sorted(PROGRAMS.glob("*.py"))
    first = random.randrange(10**9) if arguments.seed is None else arguments.seed
    counts, faults = {}, []
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as jobs:
        runs = [jobs.submit(check, arguments.lab, programs[number % len(programs)], first + number) for number in range(arguments.kills)]
        for run in concurrent.futures.as_completed(runs):
            happened, wrong = run.result()
            counts[happened] = counts.get(happened, 0) + 1
            faults += wrong
    for happened, count in sorted(counts.items()):
        print(f"{count:>5}  {happened}")
    for fault in faults:
        print("FAILED", fault)
    print(f"{arguments.kills} kills, {len(faults)} faults, first seed {first}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
