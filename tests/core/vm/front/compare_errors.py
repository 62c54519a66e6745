"""Feeds programs to CPython's compile() and to our front, and compares: accepted or refused, and for refused ones the kind of
error, message, line and columns. Usage: compare_errors.py TOOL FOLDER; exit code 1 if they disagree."""

import pathlib
import subprocess
import sys
import warnings

SAME_WORDS = sys.version_info[:2] == (3, 11)  # other versions say some things in other words


class Front:
    def __init__(self, tool):
        self.process = subprocess.Popen([tool, "errors"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, source):
        self.process.stdin.write(b"%d\n" % len(source) + source + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().decode()
        if not answer:
            raise SystemExit("the front died on:\n" + source.decode("utf-8", "replace"))
        return answer.rstrip("\n").split("\t", 4)


def cpython(source):
    try:
        compile(source, "<test>", "exec", dont_inherit=True)
    except SyntaxError as error:
        end = error.end_offset or 0
        if end <= (error.offset or 0):
            end = 0
        return [type(error).__name__, str(error.lineno or 0), str(error.offset or 0), str(end), error.msg]
    return ["ok"]


def differs(ours, theirs):
    if ours[0] == "unsupported":
        return False
    if ours[0] == "ok" or theirs[0] == "ok" or not SAME_WORDS:
        return (ours[0] == "ok") != (theirs[0] == "ok")
    ours = list(ours)
    if int(ours[3]) <= int(ours[2]):
        ours[3] = "0"
    several_lines = int(theirs[3]) < int(theirs[2])
    columns = slice(0, 3) if several_lines else slice(0, 4)
    return ours[columns] != theirs[columns] or ours[4] != theirs[4]


def snippets(path):
    return [text.encode() for text in path.read_text(encoding="utf-8").split("===\n")]


def main():
    warnings.simplefilter("ignore")
    front = Front(sys.argv[1])
    folder = pathlib.Path(sys.argv[2])
    failures = count = 0
    for name in ("broken.txt", "good.txt"):
        for source in snippets(folder / name):
            count += 1
            ours, theirs = front.ask(source), cpython(source)
            if differs(ours, theirs) or (name == "good.txt" and ours[0] != "ok"):
                failures += 1
                print(f"--- {source.decode()}    CPython: {theirs}\n    ours:    {ours}")
    print(f"{count} programs, {failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
