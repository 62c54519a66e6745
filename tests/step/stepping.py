"""What the tests of `forkscope-lab step` share."""
import json
import os
import pathlib
import signal
import subprocess

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"


class Hung(Exception):
    pass


def step(lab, program, *options, timeout=60):
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
    return process.returncode, json.loads(out) if out else None, err


def leftovers():
    """Names in /dev/shm and folders in /tmp as sessions make them."""
    names = [name for name in os.listdir("/dev/shm") if name.startswith("sem.mp-")]
    return set(names + [name for name in os.listdir("/tmp") if name.startswith("pymp-")])
