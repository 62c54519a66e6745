#!/usr/bin/env python3
"""Every visible text of the window has a Korean translation, and the catalogue has no text that is no longer used."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KEYWORDS = ["-k", "-ktr", "-ktr_mark", "-ktr_format", "-ktr_plural:1,2", "-ktr_format_plural:1,2"]
# The sentences of the Requests are looked up by their text: name, family, may block, a, b, sentence.
REQUEST = re.compile(r'^FORKSCOPE_REQUEST\(.*, "([^"]*)"\)(?: *//.*)?$', re.MULTILINE)
NOTE = re.compile(r'^FORKSCOPE_NOTE\(.*, "([^"]*)"\)(?: *//.*)?$', re.MULTILINE)
# What the checker refuses: id, what, example. `what` is the value in the sentence of the refusal.
START_STAGE = re.compile(r'^FORKSCOPE_START_STAGE\(\w+, \w+, "([^"]*)"\)$', re.MULTILINE)
UNSUPPORTED = re.compile(r'^FORKSCOPE_UNSUPPORTED\(\w+, "((?:[^"\\]|\\.)*)"', re.MULTILINE)
PATTERN = re.compile(r'tr_mark\(((?:\s*"(?:[^"\\]|\\.)*")+)\)')
# Where the lab's own sentences are written, and the pieces of them that are put together elsewhere.
LAB_SOURCES = ("core/lab/session.cc", "core/lab/program_text.cc", "core/vm/unsupported.cc", "core/lab/starts.cc", "core/lab/starts_run.cc", "core/lab/child_evidence.cc",
               "core/lab/starts_names.cc", "core/lab/python_run.cc", "core/lab/open_descriptors.cc", "core/lab/stepper.cc", "core/lab/stepper_turns.cc",
               "core/lab/step_schedule.cc", "core/lab/server_steps.cc", "app/model/stepping.cc", "core/lab/compare.cc", "core/lab/compare_run.cc",
               "core/lab/compare_settings.cc", "core/explore/limits.cc", "core/explore/search.cc", "core/explore/remains.cc",
               "core/lab/outcomes_remaining.cc", "core/lab/outcomes_run.cc", "core/lab/server_outcomes.cc")
PLACE = re.compile(r"\{\d+\}")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def entries(po_text):
    """msgid -> msgstr (the first form) of a catalogue."""
    found, key, value, into = {}, "", "", None
    for line in [*po_text.splitlines(), 'msgid ""']:
        if line.startswith("msgid "):
            found[key] = value
            key, value, into = "", "", "key"
        elif line.startswith("msgid_plural "):
            into = None
        elif line.startswith(("msgstr ", "msgstr[0] ")):
            into = "value"
        elif line.startswith("msgstr["):
            into = None
        piece = re.search(r'"(.*)"$', line)
        if piece is None or line.startswith("#"):
            continue
        if into == "key":
            key += piece[1]
        elif into == "value":
            value += piece[1]
    found.pop("", None)
    return found


def without_breaks(source):
    return re.sub(r'"\s*\n\s*"', "", source)


def lab_faults():
    """The patterns of app/widgets/lab_text.cc are words that the lab says."""
    said = "\n".join(without_breaks((ROOT / path).read_text(encoding="utf-8")) for path in LAB_SOURCES)
    patterns = [re.sub(r'"\s*"', "", text).strip().strip('"')
                for text in PATTERN.findall((ROOT / "app/widgets/lab_text.cc").read_text(encoding="utf-8"))]
    if len(patterns) < 8:
        yield f"only {len(patterns)} patterns of the lab's texts were found: the search is broken"
    for pattern in patterns:
        for sentence in re.split(r"\{\d+\}|(?<=\.) |forkscope-lab: ", pattern):
            if len(sentence) > 8 and sentence.strip().lstrip('\\": ') not in said:
                yield f"the lab does not say: {sentence}"


def faults():
    yield from lab_faults()
    sources = sorted(str(path) for pattern in ("*.cc", "*.h") for path in (ROOT / "app").rglob(pattern))
    used = entries(run("xgettext", "--from-code=UTF-8", "-C", "--omit-header", "--no-wrap", "-o", "-", *KEYWORDS, *sources))
    requests = REQUEST.findall((ROOT / "core/trace/requests.inc").read_text(encoding="utf-8"))
    if len(requests) < 20:
        yield f"only {len(requests)} Requests were found: the search is broken"
    notes = NOTE.findall((ROOT / "core/trace/notes.inc").read_text(encoding="utf-8"))
    unsupported = UNSUPPORTED.findall((ROOT / "core/vm/unsupported.inc").read_text(encoding="utf-8"))
    if len(notes) < 20 or not unsupported:
        yield f"only {len(notes)} notes and {len(unsupported)} refusals were found: the search is broken"
    stages = START_STAGE.findall((ROOT / "core/lab/start_stages.inc").read_text(encoding="utf-8"))
    used.update(dict.fromkeys([*requests, *notes, *unsupported, *stages], ""))
    korean = entries(run("msgcat", "--no-wrap", str(ROOT / "assets/locale/ko.po")))
    if len(used) < 50:
        yield f"only {len(used)} texts were found in the sources: the search is broken"
    for text in used:
        translation = korean.get(text, "")
        if not translation:
            yield f"not translated: {text}"
        elif sorted(set(PLACE.findall(text))) != sorted(set(PLACE.findall(translation))):
            yield f"the places {{0}} differ: {text} / {translation}"
    for text in korean.keys() - used.keys():
        yield f"no longer used: {text}"


def main():
    found = list(faults())
    print("\n".join(found) if found else "every text is translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
