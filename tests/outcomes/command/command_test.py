#!/usr/bin/env python3
"""The command `forkscope-lab outcomes`: its options, its exit codes and what it refuses.  command_test.py LAB"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

LAB = ""
HERE = pathlib.Path(__file__).resolve().parent.parent


def run(*command):
    done = subprocess.run([LAB, *map(str, command)], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900)
    return done.returncode, done.stdout, done.stderr


def outcomes(*arguments):
    code, out, err = run("outcomes", "--json", *arguments)
    return code, json.loads(out) if out else None, err


class Command(unittest.TestCase):
    def program(self, text):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name) / "program.py"
        path.write_text(text)
        return path

    def test_all_is_seen(self):
        code, report, _ = outcomes(HERE / "lost_update_once.py")
        self.assertEqual(code, 0)
        self.assertTrue(report["complete"])
        self.assertEqual({each["stdout"] for each in report["outcomes"]}, {"1\n", "2\n"})
        self.assertEqual(int(report["schedules"]), sum(int(each["schedules"]) for each in report["outcomes"]))

    def test_the_cap(self):
        code, report, _ = outcomes("--max-states", 50, HERE / "lost_update_once.py")
        self.assertEqual(code, 3)
        self.assertFalse(report["complete"])
        # What is shown is possible.
        self.assertLessEqual({each["stdout"] for each in report["outcomes"]}, {"1\n", "2\n"})
        self.assertTrue(report["outcomes"])

    def test_the_start_method_does_not_change_what_can_happen(self):
        for method in ("spawn", "forkserver"):
            with self.subTest(method):
                code, report, _ = outcomes("--start-method", method, "--max-states", 20000, HERE / "start_join_in_turn.py")
                self.assertIn(code, (0, 3))
                found = {(each["end"], each["stdout"]) for each in report["outcomes"]}
                wanted = {(each["end"], each["stdout"]) for each in outcomes(HERE / "start_join_in_turn.py")[1]["outcomes"]}
                self.assertLessEqual(found, wanted)
                self.assertTrue(found)

    def test_kills(self):
        path = self.program("from multiprocessing import Process\n"
                            "def work():\n    print('child', flush=True)\n"
                            "if __name__ == '__main__':\n"
                            "    p = Process(target=work)\n    p.start()\n    p.join()\n    print(p.exitcode)\n")
        self.assertEqual({each["stdout"] for each in outcomes(path)[1]["outcomes"]}, {"child\n0\n"})
        killed = outcomes("--kill", path)[1]["outcomes"]
        self.assertEqual({each["stdout"] for each in killed}, {"child\n0\n", "-9\n", "child\n-9\n"})
        for each in killed:
            code, out, err = run("step", path, "--json", "--stop", "--schedule", each["schedule"])
            self.assertEqual(json.loads(out)["stdout"], each["stdout"], each["schedule"] + err)

    def test_what_is_refused_is_said_with_its_line(self):
        for text, reason in (("x = 1\nopen('/etc/hostname')\n", "Line 2: files are not explored: /etc/hostname"),
                             ("input()\n", "Line 1: input from the keyboard is not explored."),
                             ("import os\nos.mkdir('/tmp/never-made')\n", "Line 2: files are not explored: /tmp/never-made"),
                             ("from multiprocessing.shared_memory import SharedMemory\nSharedMemory(None, True, 1 << 40)\n",
                              "Line 2: shared memory of more than 64 MB is not explored."),
                             ("import signal\nsignal.alarm(1)\n", "Line 2: timers that send signals are not explored.")):
            with self.subTest(text):
                code, _, err = outcomes(self.program(text))
                self.assertEqual(code, 1)
                self.assertIn(reason, err)
        self.assertFalse(pathlib.Path("/tmp/never-made").exists())

    def test_endless_output_ends_the_search(self):
        code, report, _ = outcomes(self.program("while True:\n    print('again', flush=True)\n"))
        self.assertEqual(code, 0)
        self.assertEqual([each["end"] for each in report["outcomes"]], ["endless"])


if __name__ == "__main__":
    LAB = sys.argv.pop(1)
    unittest.main()
