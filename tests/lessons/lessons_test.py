#!/usr/bin/env python3
"""Every lesson's program does the same on python3 and on forkscope-lab: what it prints, but for numbers of processes, and its exit
code.

    lessons_test.py LAB [--python python3] [NUMBER ...]

What cannot be compared so says it in lesson.toml, in a table [test]:
    unordered = true         the lines may come in any order
    varies = "reason"        what is printed differs from run to run: only the exit code is compared
    hangs = "always"         it never ends and waits for nothing that could come; "sometimes": what ends, ends with 0
    endless = "text"         it never ends by itself; this text must come on stderr three times, then it is ended
    skip = "reason"
"""
import argparse
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import tomllib

LESSONS = pathlib.Path(__file__).resolve().parents[2] / "assets" / "lessons"
PATIENCE = 600  # seconds
PATIENCE_WITH_HANGS = 5
NO_END = "no end"
LEAST_ERRORS = 3


def end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def run(command, patience=PATIENCE):
    """What is printed, and the exit code, or that there was no end."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    try:
        out, _ = process.communicate(timeout=patience)
        return out, process.returncode
    except subprocess.TimeoutExpired:
        end(process)
        return "", NO_END


def says_again_and_again(command, text):
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True)
        try:
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline and process.poll() is None:
                errors.seek(0)
                if errors.read().count(text) >= LEAST_ERRORS:
                    return True
                time.sleep(0.05)
            return False
        finally:
            end(process)


def comparable(out, unordered):
    lines = re.sub(r"\b\d{3,}\b", "N", out).splitlines()
    return sorted(lines) if unordered else lines


def faults(folder, commands):
    test = tomllib.loads((folder / "lesson.toml").read_text(encoding="utf-8")).get("test", {})
    if "skip" in test:
        return
    program = str(folder / "program.py")
    if "endless" in test:
        for name, command in commands.items():
            if not says_again_and_again(command + [program], test["endless"]):
                yield f"{name} does not say {test['endless']!r} again and again"
        return
    if "hangs" in test:
        wanted = {NO_END} if test["hangs"] == "always" else {NO_END, 0}
        for name, command in commands.items():
            code = run(command + [program], PATIENCE_WITH_HANGS)[1]
            if code not in wanted:
                yield f"{name}: {code}, and it should hang {test['hangs']}"
        return
    (first, (out, code)), (other, (other_out, other_code)) = [(name, run(command + [program])) for name, command in commands.items()]
    if code != other_code:
        yield f"exit code {code} on {first}, {other_code} on {other}"
    lines, other_lines = (comparable(text, test.get("unordered", False)) for text in (out, other_out))
    if "varies" not in test and lines != other_lines:
        yield f"{first} prints\n    " + "\n    ".join(lines) + f"\n{other} prints\n    " + "\n    ".join(other_lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("numbers", nargs="*", type=int)
    arguments = parser.parse_args()
    os.environ.pop("PYTHONUNBUFFERED", None)
    commands = {"python3": [arguments.python], "forkscope-lab": [arguments.lab, "run"]}
    folders = sorted(path for path in LESSONS.iterdir() if (path / "lesson.toml").exists())
    if arguments.numbers:
        folders = [path for path in folders if int(path.name.split("_")[0]) in arguments.numbers]
    failed = 0
    for folder in folders:
        for fault in faults(folder, commands):
            failed += 1
            print(f"FAILED {folder.name}: {fault}")
    print(f"{len(folders)} lessons, {failed} failed")
    return 1 if failed or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
