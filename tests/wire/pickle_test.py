#!/usr/bin/env python3
"""CPython reads what we pickle, and we read what CPython pickles, in all protocols; and both write the same bytes.

    pickle_test.py LAB [--python python3]
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = str(HERE / "pickle_partner.py")
# Sets have another order in each process; and whether two built-in functions share their module's name as one object is CPython's own affair.
NOT_BY_BYTES = ("sets", "named")


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if done.returncode != 0:
        sys.exit(f"{command}: exit code {done.returncode}\n{done.stderr[-3000:]}")
    return done.stdout


def differences(ours, theirs):
    for our_line, their_line in zip(ours.read_text().splitlines(), theirs.read_text().splitlines()):
        name, protocol, data = our_line.split(":")
        if our_line != their_line and name not in NOT_BY_BYTES:
            yield f"{name}, protocol {protocol}: bytes differ\n  ours   {bytes.fromhex(data)[:300]!r}\n  theirs " \
                  f"{bytes.fromhex(their_line.split(':')[2])[:300]!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lab")
    parser.add_argument("--python", default=sys.executable)
    arguments = parser.parse_args()
    ways = {"ours": [arguments.lab, "run", PROGRAM], "theirs": [arguments.python, PROGRAM]}
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        files = {way: pathlib.Path(folder, way) for way in ways}
        for way, command in ways.items():
            run([*command, "write", str(files[way])])
        lines = len(files["theirs"].read_text().splitlines())
        for reader, command in ways.items():
            for writer, file in files.items():
                output = run([*command, "read", str(file)]).strip()
                print(f"{reader} reads {writer}: {output}")
                failed = failed or output != str(lines)
        for difference in differences(files["ours"], files["theirs"]):
            print(difference)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
