"""Runs every failing program of tracebacks/ on our engine and on python3 3.11, and wants the same stderr, stdout and exit code.

compare_tracebacks.py FORKSCOPE_LAB PYTHON FOLDER
"""

import subprocess
import sys
from pathlib import Path


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900)
    return done.returncode, done.stdout, done.stderr


def main(lab, python, folder):
    version = subprocess.run([python, "-c", "import sys; print(sys.version_info[:2])"], capture_output=True, text=True)
    if version.stdout.strip() != "(3, 11)":
        print("python3 is not 3.11, whose tracebacks ours are: nothing to compare")
        return 77
    failed = 0
    programs = [path for path in sorted(Path(folder).glob("*.py")) if not path.name.startswith("helper_")]
    for path in programs:
        ours = run([lab, "run", path.name], folder)
        theirs = run([python, "-B", path.name], folder)
        if ours == theirs:
            continue
        failed += 1
        print(f"--- {path.name}: ours, then python's")
        for code, out, err in (ours, theirs):
            print(f"exit {code}\n{out}{err}----")
    print(f"{len(programs)} programs, {failed} differ")
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
