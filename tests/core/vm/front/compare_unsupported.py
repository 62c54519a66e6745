"""Compares docs/UNSUPPORTED.md with what the program says itself. Usage: compare_unsupported.py LAB DOCUMENT; exit code 1 if
they differ."""

import difflib
import pathlib
import subprocess
import sys

lab, document = sys.argv[1], pathlib.Path(sys.argv[2])
printed = subprocess.run([lab, "check", "--list-unsupported"], capture_output=True, text=True, check=True).stdout
difference = list(difflib.unified_diff(document.read_text(encoding="utf-8").splitlines(), printed.splitlines(),
                                       str(document), "check --list-unsupported", lineterm=""))
print("\n".join(difference))
if difference:
    print(f"\nrun: {lab} check --list-unsupported > {document}")
sys.exit(1 if difference else 0)
