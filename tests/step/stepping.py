"""What the tests of `forkscope-lab step` share."""
import json
import os
import pathlib
import signal
import subprocess

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"


# Of the sessions so far: what all their names begin with.
PREFIXES = set()


class Hung(Exception):
    pass


def step(lab, program, *options, timeout=900):
    """Exit code, the JSON object (None without one) and what went to stderr."""
    command = [lab, "step", str(program), "--json", *map(str, options)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    try:
        out, err = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise Hung(" ".join(command)) from None
    world = json.loads(out) if out else None
    for event in world["events"] if world else []:
        if event.get("text", "").startswith("/mp-"):
            PREFIXES.add(event["text"][4:8])
    return process.returncode, world, err


def leftovers():
    """Names in /dev/shm and folders in /tmp that are of one of our sessions."""
    names = os.listdir("/dev/shm") + os.listdir("/tmp")
    return sorted(name for name in names for prefix in PREFIXES if name.startswith(("sem.mp-" + prefix, "pymp-" + prefix)))
