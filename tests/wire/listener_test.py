#!/usr/bin/env python3
"""A listener of ours and a client of CPython prove to each other that they know the key, and the other way round.

    listener_test.py LAB [--python python3]
"""
import argparse
import os
import pathlib
import signal
import subprocess
import sys

PARTNER = str(pathlib.Path(__file__).resolve().parent / "listener_partner.py")


def talk(name, listening, connecting):
    listener = subprocess.Popen(listening + ["listen"], stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        address = listener.stdout.readline().strip()
        client = subprocess.run(connecting + ["connect", address], capture_output=True, text=True, timeout=900)
        code = listener.wait(60)
    finally:
        if listener.poll() is None:
            os.killpg(listener.pid, signal.SIGKILL)
    passed = client.stdout.strip() == "all came back" and client.returncode == 0 and code == 0
    print(f"{name}: {'passed' if passed else 'FAILED'}", "" if passed else f"{client.stdout!r} {client.stderr[-2000:]} exit {code}")
    return passed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    theirs = [arguments.python, PARTNER]
    passed = True
    # 3.12 and later prefer SHA-256 to MD5, but understand who does not
    for version in ("3.11", "3.13"):
        ours = [arguments.lab, "run", "--python-version", version, PARTNER]
        passed &= talk(f"we as {version} listen", ours, theirs)
        passed &= talk(f"we as {version} connect", theirs, ours)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
