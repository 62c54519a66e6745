#!/usr/bin/env python3
"""Runs short programs on forkscope-lab and on python3, and compares both with the expectation in the program.

    run_programs.py LAB [PROGRAM ...] [--python python3] [--check-state N] [--collect] [--simulated]

--check-state: on forkscope-lab only, with the whole state of every process captured and restored after every N Requests (more
rarely in long runs): the program must not notice.
--collect: on forkscope-lab only, with garbage looked for wherever that may be: the program must not notice.
--simulated: on forkscope-lab only, with all processes simulated in one; what the simulation refuses is listed with its reason.

A program says what it prints in comments, a line each:  # expect: text
Other comments of the same form, anywhere in the file:
    # exit: 1                            the exit code (0 if not given)
    # error: text                        this text stands somewhere in what goes to stderr
    # input: text                        a line of what the program reads
    # unordered                          the lines may come in any order
    # arguments: --start-method spawn    for forkscope-lab run, behind the file; the program is run once more with each such line
    # python: no (reason)                not compared with CPython: the program shows something that is ours
    # python: 3.11.5 (reason)            only compared with this version of CPython or a later one
    # lab: no (reason)                   what CPython does and we do not claim to
    # state: no (reason)                 not with --check-state
    # simulated: no (reason)             not with --simulated
What a program proves it says with "# shows:" and "# stands for:", for tests/truth.
"""
import argparse
import concurrent.futures
import difflib
import functools
import os
import pathlib
import re
import signal
import subprocess
import sys

PATIENCE = 200.0  # seconds; only ever reached when something hangs
HERE = pathlib.Path(__file__).resolve().parent
COMMENT = re.compile(r"^\s*.*?#\s(expect|exit|error|input|arguments|python|lab|state|unordered|simulated)(?::\s?(.*))?$")


class Expectation:
    def __init__(self, path):
        self.lines, self.errors, self.argument_sets, self.input = [], [], [], []
        self.exit, self.unordered, self.python, self.lab, self.state, self.simulated = 0, False, True, True, True, True
        self.python_since = (3, 11)
        for line in path.read_text(encoding="utf-8").splitlines():
            match = COMMENT.match(line)
            if not match:
                continue
            kind, text = match[1], match[2] or ""
            if kind == "expect":
                self.lines.append(text)
            elif kind == "error":
                self.errors.append(text)
            elif kind == "input":
                self.input.append(text + "\n")
            elif kind == "arguments":
                self.argument_sets.append(text.split())
            elif kind == "exit":
                self.exit = int(text)
            elif kind == "unordered":
                self.unordered = True
            elif kind == "python" and text[:1].isdigit():
                self.python_since = tuple(int(part) for part in text.split()[0].split("."))
            else:
                setattr(self, kind, not text.startswith("no"))


def run(command, given=""):
    """Exit code, stdout and stderr of a command that is given a text; everything it started is ended with it."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE if given else subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace", start_new_session=True)
    try:
        out, err = process.communicate(given or None, timeout=PATIENCE)
        return process.returncode, out, err
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        return "no end within %g s" % PATIENCE, out, err


def faults(name, expectation, command):
    code, out, err = run(command, "".join(expectation.input))
    lines, wanted = out.splitlines(), expectation.lines
    if expectation.unordered:
        lines, wanted = sorted(lines), sorted(wanted)
    if lines != wanted:
        yield f"{name}: stdout differs\n" + "\n".join(difflib.unified_diff(wanted, lines, "expected", "printed", lineterm="", n=2))
    if code != expectation.exit:
        yield f"{name}: exit code {code}, expected {expectation.exit}"
    for text in expectation.errors:
        if text not in err:
            yield f"{name}: stderr lacks {text!r}"
    if lines != wanted or code != expectation.exit:
        yield f"{name}: stderr was\n{err[-3000:]}"


@functools.cache
def version_of(python):
    answer = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:3])"], check=True, capture_output=True, text=True)
    return tuple(int(part) for part in answer.stdout.split())


REFUSED = 5


def check_simulated(path, lab):
    """Faults, and why it was refused."""
    expectation = Expectation(path)
    if not expectation.lab or not expectation.simulated:
        return path, [], None
    for arguments in expectation.argument_sets or [[]]:
        command = [lab, "run", "--kernel", "sim", str(path)] + arguments
        code, _, err = run(command)
        if code == REFUSED:
            return path, [], err.strip().splitlines()[-1]
        found = list(faults(" ".join(["simulated"] + arguments), expectation, command))
        if found:
            return path, found, None
    return path, [], None


def check_all_simulated(lab, programs):
    failed, refused = 0, {}
    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        for path, found, reason in workers.map(lambda path: check_simulated(path, lab), programs):
            if reason:
                refused[path.name] = reason
            if found:
                failed += 1
                print(f"FAILED {path.name}\n  " + "\n".join(found).replace("\n", "\n  "))
    for name, reason in refused.items():
        print(f"refused {name}: {reason}")
    print(f"{len(programs)} programs, {len(refused)} refused, {failed} failed")
    return 1 if failed else 0


def check(path, lab, python, check_state, collect):
    expectation = Expectation(path)
    found = []
    if not check_state and not collect and expectation.python and version_of(python) >= expectation.python_since:
        found += faults("python3", expectation, [python, str(path)])
    if expectation.lab and (expectation.state or not check_state):
        for arguments in expectation.argument_sets or [[]]:
            name = " ".join(["forkscope-lab"] + arguments)
            found += faults(name, expectation, [lab, "run", str(path)] + arguments)
    return path, found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--check-state", type=int, default=0, metavar="N")
    parser.add_argument("--collect", action="store_true")
    parser.add_argument("--simulated", action="store_true")
    arguments = parser.parse_args()
    programs = arguments.programs or sorted(HERE.glob("*.py"))
    programs = [path for path in programs if path.name != pathlib.Path(__file__).name]
    if arguments.check_state:
        os.environ["FORKSCOPE_CHECK_STATE"] = str(arguments.check_state)
    # Programs say what is printed with the buffers that Python has of itself.
    os.environ.pop("PYTHONUNBUFFERED", None)
    if arguments.collect:
        os.environ["FORKSCOPE_COLLECT_ALWAYS"] = "1"
    if arguments.simulated:
        return check_all_simulated(arguments.lab, programs)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        for path, found in workers.map(lambda path: check(path, arguments.lab, arguments.python, arguments.check_state, arguments.collect),
                                       programs):
            if found:
                failed += 1
                print(f"FAILED {path.name}\n  " + "\n".join(found).replace("\n", "\n  "))
    print(f"{len(programs)} programs, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
