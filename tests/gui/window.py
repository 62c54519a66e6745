"""A real window on a display of its own, for the tests: starts Xvfb and forkscope, presses keys, and waits for lines of the state log
instead of sleeping."""
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

PATIENCE = 300.0  # seconds; only ever reached when something is broken
LOOK_AGAIN = 0.02
# A program that waits for its child until somebody kills it.
SLEEPING_CHILD = """import time
from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=time.sleep, args=(600,), name="sleeper")
    child.start()
    child.join()
    print("the child ended with", child.exitcode)
"""


def wait_for(what, description):
    """The first true value of what(); fails after PATIENCE."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(LOOK_AGAIN)
    raise AssertionError(f"waited {PATIENCE:.0f} s for: {description}")


class Display:
    """An X server that chooses a free number itself. It must not reset itself when the last window closes: who connects meanwhile is
    turned away."""

    def __init__(self):
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = ":" + number.readline().strip()

    def close(self):
        self.process.terminate()
        self.process.wait()


class Window:
    def __init__(self, display, forkscope, lab, arguments):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="forkscope_test_"))
        self.log = self.folder / "state.log"
        self.environment = {**os.environ, "DISPLAY": display.name, "FORKSCOPE_LAB": str(lab), "LANG": "C.UTF-8"}
        self.process = subprocess.Popen([forkscope, "--log-state", self.log, "--lang", "en", "--scale", "1", *arguments],
                                        cwd=self.folder, env=self.environment)
        self.wait(lambda state: True, "the first frame")
        self.xdotool("search", "--sync", "--name", "^Forkscope", "windowfocus")

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def states(self):
        if not self.log.exists():
            return []
        lines = self.log.read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in lines[:-1]]  # the last piece is not a whole line yet

    def state(self):
        return self.states()[-1]

    def wait(self, condition, description):
        """The first state at the end of the log for which condition(state) holds."""
        def look():
            assert self.process.poll() is None, f"the window ended ({self.process.returncode}) while waiting for: {description}"
            states = self.states()
            return states[-1] if states and condition(states[-1]) else None
        return wait_for(look, description)

    def key(self, *names):
        self.xdotool("key", *names)

    def click(self, name):
        left, top, right, bottom = self.state()["hits"][name]
        self.xdotool("mousemove", str(int((left + right) / 2)), str(int((top + bottom) / 2)), "click", "1")

    def drag(self, start, end):
        self.xdotool("mousemove", *map(str, start), "mousedown", "1", "mousemove", *map(str, end), "mouseup", "1")

    def labs(self):
        """Processes that this window has started and that still live."""
        listed = subprocess.run(["ps", "-o", "pid=,ppid=,stat=", "-A"], capture_output=True, text=True, check=True).stdout
        rows = [line.split() for line in listed.splitlines()]
        return [int(pid) for pid, parent, stat in rows if int(parent) == self.process.pid and not stat.startswith("Z")]

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)


class WindowCase(unittest.TestCase):
    """Tests that share a display."""
    forkscope = lab = ""

    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.close)

    def open(self, *arguments):
        window = Window(self.display, self.forkscope, self.lab, ["--size", "1280x800", *arguments])
        self.addCleanup(window.close)
        return window

    def write_program(self, text, name="mine.py"):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name) / name
        path.write_text(text, encoding="utf-8")
        return path

    def open_program(self, text, *arguments):
        path = self.write_program(text)
        window = self.open(str(path), *arguments)
        window.program = path
        return window


def main():
    """Runs the tests of the script; arguments: forkscope, the lab, then unittest's."""
    WindowCase.forkscope, WindowCase.lab = sys.argv[1:3]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])


def alive(pid):
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] not in "ZX"


def read_png(path):
    """(width, height, rows): each row a bytes of RGB triples."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    position, packed, width, height = 8, b"", 0, 0
    while position < len(data):
        (length,), kind = struct.unpack(">I", data[position:position + 4]), data[position + 4:position + 8]
        body = data[position + 8:position + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colours = struct.unpack(">IIBB", body[:10])
            assert (depth, colours) == (8, 2), "8-bit RGB was expected"
        if kind == b"IDAT":
            packed += body
        position += 12 + length
    return width, height, unfilter(zlib.decompress(packed), width * 3, height)


def unfilter(raw, stride, height):
    rows, above = [], bytes(stride)
    for y in range(height):
        kind = raw[y * (stride + 1)]
        row = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        if kind:
            for i in range(stride):
                left = row[i - 3] if i >= 3 else 0
                corner = above[i - 3] if i >= 3 else 0
                row[i] = (row[i] + predicted(kind, left, above[i], corner)) & 255
        above = bytes(row)
        rows.append(above)
    return rows


def predicted(kind, left, up, corner):
    if kind == 1:
        return left
    if kind == 2:
        return up
    if kind == 3:
        return (left + up) // 2
    estimate = left + up - corner
    return min((left, up, corner), key=lambda value: abs(estimate - value))


def count_colour(rows, colour):
    """How many pixels have exactly the colour 0xRRGGBB."""
    wanted = colour.to_bytes(3, "big")
    return sum(1 for row in rows for x in range(0, len(row), 3) if row[x:x + 3] == wanted)
