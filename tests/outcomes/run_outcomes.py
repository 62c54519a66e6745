#!/usr/bin/env python3
"""Small programs with all their outcomes, derived by hand.

    run_outcomes.py --python python3 [--runs N] [--jobs N] [PROGRAM ...]   what CPython does N times is one of them
    run_outcomes.py --lab LAB [--max-states N] [PROGRAM ...]               `outcomes` finds exactly these, and each of its
                                                                           examples, stepped with real processes, gives its outcome

A program says in comments how it can end, a line an outcome:
    # outcome: ok "True 1\\n"                     all processes end with 0; stdout as a JSON string
    # outcome: error "3\\n" Process-1=3           some end otherwise; these
    # outcome: stuck ""                          somebody waits and nobody can ever move; what was printed before
    # outcome: endless ""                        it goes round and round
    # every bytecode: ok "1\\n"                  in the same form: what can happen besides with --every-bytecode, and in
                                               CPython up to 3.9; the program is searched with it, too
    # every bytecode: nothing else             it is searched with it, too, and finds the same
Other comments:
    # search: no (reason)                        `outcomes` finds some of these only
    # may stop at the cap                        what `outcomes` finds is among these; it need not see all states
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
OUTCOME = re.compile(r'^# (outcome|every bytecode): (ok|error|stuck|endless) ("(?:[^"\\]|\\.)*")((?: \S+=-?\d+)*)$')
NOTHING_ELSE = "# every bytecode: nothing else"
PATIENCE = 600  # seconds, for one run of ours on a machine that does other things, too
LOOK = 0.1  # seconds between two looks
ASLEEP = 1.0  # a program whose processes all sleep for so long, without a time limit, is stuck
RUNNING = 5.0  # one that has computed for so long, and still does, is endless
ENOUGH_STUCK = 20  # runs of one program; each costs a second
ENOUGH_ENDLESS = 1

Outcome = collections.namedtuple("Outcome", "end stdout exit_codes")


class Case:
    def __init__(self, path):
        self.path, self.outcomes, self.at_bytecodes = path, set(), set()
        text = path.read_text(encoding="utf-8")
        for line in text.splitlines():
            match = OUTCOME.match(line)
            if match:
                codes = frozenset((name, int(code)) for name, code in (word.rsplit("=", 1) for word in match[4].split()))
                which = self.outcomes if match[1] == "outcome" else self.at_bytecodes
                which.add(Outcome(match[2], json.loads(match[3]), codes))
            elif line.startswith(("# outcome", "# every bytecode")) and line != NOTHING_ELSE:
                raise ValueError(f"{path.name}: {line}")
        self.has_bytecodes = bool(self.at_bytecodes) or NOTHING_ELSE in text
        self.finds_some_only = "\n# search: no (" in text
        self.may_stop = "\n# may stop at the cap\n" in text
        self.waits_for_time = "timeout" in text or "join(1)" in text

    def allows(self, end, stdout, main_code, at_bytecodes):
        """Of a real run only the first process's exit code is known."""
        for outcome in self.outcomes | (self.at_bytecodes if at_bytecodes else set()):
            if outcome.stdout != stdout:
                continue
            if outcome.end == end and end in ("stuck", "endless"):
                return True
            if end == "ended" and outcome.end in ("ok", "error") and dict(outcome.exit_codes).get("main", 0) == main_code:
                return True
        return False


def processes_of(session):
    """State and used time of each process of a session."""
    found = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = pathlib.Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            found.append((entry, fields[0], fields[11], fields[12]))
    return found


def computed(processes):
    """Seconds."""
    return sum(int(user) + int(system) for _, _, user, system in processes) / os.sysconf("SC_CLK_TCK")


def run_python(python, case, errors):
    """End ("ended", "stuck", "endless"), stdout and exit code of the first process; `errors` is a file for its stderr."""
    # Unbuffered, a print() is two writes, and another process may come in between.
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    process = subprocess.Popen([python, str(case.path)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True,
                               start_new_session=True, env=buffered)
    begin = last = time.monotonic()
    before, end, asleep = None, "ended", 0.0
    patience = ASLEEP + 3 if case.waits_for_time else ASLEEP
    while process.poll() is None:
        time.sleep(0.002 if time.monotonic() - begin < 0.3 else LOOK)
        now = time.monotonic()
        if now - begin < 0.3:
            continue
        seen = processes_of(process.pid)
        # Where the machine stands still between two looks, nobody sleeps.
        asleep += min(now - last, LOOK)
        last = now
        if seen != before or any(state not in "SZ" for _, state, _, _ in seen):
            before, asleep = seen, 0.0
        if asleep > patience:
            end = "stuck"
        elif computed(seen) > RUNNING and any(state == "R" for _, state, _, _ in seen):
            end = "endless"
        if end != "ended":
            break
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    stdout = process.communicate()[0]
    return end, stdout, process.returncode if end == "ended" else 0


def switches_at_bytecodes(python):
    """Up to 3.9 the GIL changes hands at nearly each."""
    told = subprocess.run([python, "-c", "import sys; print(sys.version_info < (3, 10))"], capture_output=True, text=True)
    return told.stdout.strip() == "True"


def check_python(case, python, runs):
    found, faults = collections.Counter(), []
    at_bytecodes = switches_at_bytecodes(python)
    for _ in range(runs):
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
            result = run_python(python, case, errors)
            errors.seek(0)
            told = errors.read()
        found[result] += 1
        if not case.allows(*result, at_bytecodes):
            faults.append(f"{result} is none of {sorted(map(tuple, case.outcomes))}: {told}")
            break
        ends = collections.Counter({end: number for (end, _, _), number in found.items()})
        if ends["stuck"] >= min(ENOUGH_STUCK, 1 + runs // 10) or ends["endless"] >= ENOUGH_ENDLESS:
            break
    return found, faults


def run_lab(*command):
    try:
        process = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return 0, None, f"no end within {PATIENCE} s"
    try:
        return process.returncode, json.loads(process.stdout), process.stderr
    except ValueError:
        return process.returncode, None, process.stderr


def outcome_of(found):
    return Outcome(found["end"], found["stdout"], frozenset((name, code) for name, code in found["exit_codes"].items() if code != 0))


def faults_of_replay(case, lab, found):
    """A schedule of real processes ends as the simulated one did."""
    if found["end"] == "endless":
        return
    options = ["--schedule", found["schedule"]] if found["schedule"] else []
    code, world, errors = run_lab(lab, "step", case.path, "--json", *options)
    if world is None:
        yield f"the schedule {found['schedule']!r} cannot be followed (exit code {code}): {errors.strip()}"
        return
    stuck = world["end"] == "stuck"
    if stuck != (found["end"] == "stuck") or world["stdout"] != found["stdout"]:
        yield f"the schedule {found['schedule']!r} gives {world['end']} {world['stdout']!r}, not {found['end']} {found['stdout']!r}"


def check_lab(case, lab, most_states):
    cap = ["--max-states", most_states] if most_states else []
    known, faults = check_search(case, lab, cap, "calls_and_jumps", case.outcomes)
    if case.has_bytecodes:
        more, others = check_search(case, lab, [*cap, "--every-bytecode"], "every_bytecode", case.outcomes | case.at_bytecodes)
        known["every_bytecode"] = more
        faults += others
    return known, faults


def check_search(case, lab, cap, switch_at, possible):
    code, report, errors = run_lab(lab, "outcomes", case.path, "--json", *cap)
    if report is None:
        return {}, [f"exit code {code}: {errors.strip()}"]
    faults = [] if report["switch_at"] == switch_at else [f"it says {report['switch_at']}, not {switch_at}"]
    if code != (0 if report["complete"] else 3):
        faults.append(f"exit code {code}, complete {report['complete']}")
    searched = report["complete"] or not report["stopped"].startswith("Stopped ")
    if not searched and not case.may_stop and not cap:
        faults.append(f"stopped after {report['states']} states: {report.get('stopped')}")
    found = {outcome_of(each) for each in report["outcomes"]}
    faults += [f"impossible, but found: {tuple(outcome)}" for outcome in sorted(found - possible)]
    if searched and not case.finds_some_only:
        faults += [f"possible, but not found: {tuple(outcome)}" for outcome in sorted(possible - found)]
    for each in report["outcomes"]:
        faults += faults_of_replay(case, lab, each)
    known = {key: report[key] for key in ("complete", "states", "schedules", "seconds")}
    return known, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--python")
    way.add_argument("--lab")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--max-states", type=int, help="of larger programs only what is found until then is checked")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    paths = arguments.programs or sorted(path for path in HERE.glob("*.py") if path != pathlib.Path(__file__).resolve())
    cases = [Case(path) for path in paths]
    nothing = [case.path.name for case in cases if not case.outcomes]
    check = check_python if arguments.python else check_lab
    failed = len(nothing)
    for name in nothing:
        print(f"FAILED {name}: it names no outcome")
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        program = arguments.python or arguments.lab
        how_much = arguments.runs if arguments.python else arguments.max_states
        for case, (found, faults) in zip(cases, pool.map(lambda case: check(case, program, how_much), cases)):
            print(f"{case.path.stem}: {dict(found)}", flush=True)
            for fault in faults:
                failed += 1
                print(f"FAILED {case.path.stem}: {fault}", flush=True)
    print(f"{len(cases)} programs, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
