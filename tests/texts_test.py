#!/usr/bin/env python3
"""Every lesson is complete in English and Korean, its program compiles on CPython, and its knobs are well formed."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KNOB = re.compile(r"^[A-Z_]+ = (?P<value>[-0-9.]+)  # knob (?P<low>[-0-9.]+)\.\.(?P<high>[-0-9.]+)$")


def faults_of(lesson):
    for name in ("program.py", "lesson.toml", "notes.en.md", "notes.ko.md"):
        if not (lesson / name).is_file():
            yield f"{lesson.name}: {name} is missing"
            return
    source = (lesson / "program.py").read_text(encoding="utf-8")
    compile(source, "program.py", "exec")
    for line in source.splitlines():
        if "# knob" in line:
            match = KNOB.match(line)
            if match is None:
                yield f"{lesson.name}: not a knob: {line}"
            elif not float(match["low"]) <= float(match["value"]) <= float(match["high"]):
                yield f"{lesson.name}: first value outside the knob's range: {line}"
    toml = (lesson / "lesson.toml").read_text(encoding="utf-8")
    for language in ("en", "ko"):
        if not re.search(rf'^{language} = ".+"$', toml, re.MULTILINE):
            yield f"{lesson.name}: no title in '{language}'"
    korean = (lesson / "notes.ko.md").read_text(encoding="utf-8")
    if not re.search("[가-힣]", korean):
        yield f"{lesson.name}: notes.ko.md is not Korean"
    english = (lesson / "notes.en.md").read_text(encoding="utf-8")
    if english.count("\n# ") != korean.count("\n# ") or english.count("\n- ") != korean.count("\n- "):
        yield f"{lesson.name}: the two notes differ in structure"


def main():
    lessons = sorted(path for path in (ROOT / "assets" / "lessons").iterdir() if path.is_dir())
    found = [fault for lesson in lessons for fault in faults_of(lesson)]
    if not lessons:
        found.append("there are no lessons")
    print("\n".join(found) if found else f"{len(lessons)} lessons are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
