#!/usr/bin/env python3
"""Reads every #include of core/ and app/ and holds the table of who may include whom (ARCHITECTURE.md)."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A layer may include itself and these. Longest matching folder wins.
MAY_INCLUDE = {
    "core/base": [],
    "core/trace": ["core/base"],
    "core/kernel": ["core/base", "core/trace"],
    "core/vm": ["core/base", "core/trace", "core/kernel/kernel.h", "core/kernel/host.h", "core/kernel/files.h"],
    "core/library": ["core/vm"],
    "core/explore": ["core/base", "core/trace", "core/kernel", "core/vm"],
    "core/lab": ["core/base", "core/trace", "core/kernel", "core/vm", "core/explore", "core/library/library_images.h"],
    "app": ["core/base", "core/trace", "core/lab/protocol.h", "core/lab/client.h", "core/lab/launch.h"],
}
# Headers of the operating system may be included only here.
SYSTEM_SEAM = ["core/kernel/real", "core/lab", "core/trace/arena.cc", "core/trace/gate.cc", "core/trace/trace_file.cc", "app/platform"]
SYSTEM_HEADER = re.compile(r"^(unistd\.h|fcntl\.h|poll\.h|pthread\.h|semaphore\.h|signal\.h|spawn\.h|sched\.h|dirent\.h|"
                           r"linux/.*|sys/.*)$")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)


def layer_of(path):
    matches = [layer for layer in MAY_INCLUDE if path == layer or path.startswith(layer + "/")]
    return max(matches, key=len) if matches else None


def allowed(path, layer, header):
    if layer_of(header) == layer:
        return not panels_meet(path, header) and not model_draws(path, header)
    return any(header == rule or header.startswith(rule.rstrip("/") + "/") for rule in MAY_INCLUDE[layer])


def panels_meet(path, header):
    """Panels never include each other: they meet through Frame and commands."""
    in_panels = "app/panels/"
    own = header.rsplit(".", 1)[0] == path.rsplit(".", 1)[0]
    return path.startswith(in_panels) and header.startswith(in_panels) and not own


def model_draws(path, header):
    return path.startswith("app/model/") and header.startswith(("app/panels/", "app/widgets/", "app/lanes/", "app/platform/"))


def faults():
    for source in sorted([*ROOT.glob("core/**/*"), *ROOT.glob("app/**/*")]):
        if source.suffix not in (".h", ".cc", ".inc"):
            continue
        path = source.relative_to(ROOT).as_posix()
        layer = layer_of(path)
        for bracket, header in INCLUDE.findall(source.read_text(encoding="utf-8")):
            if bracket == '"' and header.startswith(("core/", "app/")):
                if not allowed(path, layer, header):
                    yield f"{path}: {layer} must not include {header}"
                elif not (ROOT / header).exists():
                    yield f"{path}: there is no {header}"
            elif bracket == "<" and SYSTEM_HEADER.match(header):
                if not any(path == seam or path.startswith(seam + "/") for seam in SYSTEM_SEAM):
                    yield f"{path}: only {', '.join(SYSTEM_SEAM)} may include <{header}>"
            if path.startswith("app/model/") and header.startswith("imgui"):
                yield f"{path}: app/model never includes ImGui"


def main():
    found = list(faults())
    print("\n".join(found) if found else "every include keeps to the table")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
