#!/usr/bin/env python3
"""What `forkscope-lab compare` reports: its shape, that every way comes to the same, and bad input. Nothing here is about
how long anything takes."""
import functools
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"
LAB = sys.argv.pop(1)
WAYS = ("threads", "threads-nogil", "fork", "spawn", "forkserver", "pool-fork", "pool-spawn", "executor-threads", "executor-processes")
PROCESSES = ("fork", "spawn", "forkserver", "pool-fork", "pool-spawn", "executor-processes")
PARTS = ("start_up", "computing", "io", "gil", "pickling", "pipe", "locks", "idle")


def run(*arguments):
    return subprocess.run([LAB, "compare", *arguments], capture_output=True, text=True, timeout=1800)


@functools.lru_cache(maxsize=None)
def report(*arguments):
    done = run("--tasks", "6", "--repeat", "1", "--workers", "2", "--seconds", "600", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def of_program(name, *ways, python="none"):
    return report(str(PROGRAMS / name), "--ways", ",".join(ways), "--python", python)


class Shape(unittest.TestCase):
    def check_way(self, way, found):
        self.assertNotIn("trouble", found, way)
        self.assertEqual(len(found["runs_s"]), 1)
        self.assertEqual(found["median_s"], found["runs_s"][0])
        self.assertGreater(found["speed_up"], 0)
        self.assertEqual(found["lost_events"], 0)
        split = found["split"]
        self.assertAlmostEqual(sum(split[part] for part in PARTS), split["whole"], places=3, msg=way)
        self.assertGreater(split["computing"], 0)
        self.assertGreaterEqual(found["gil_handovers"], 0)

    def test_every_way(self):
        found = report("--size", "2000", "--ways", ",".join(WAYS), "--python", "none")
        self.assertEqual(set(found["ways"]), {"serial", "serial-nogil", *WAYS})
        for way in WAYS:
            self.check_way(way, found["ways"][way]["2"])
        self.check_way("serial", found["ways"]["serial"]["1"])
        self.assertIsNone(found["cpython"])
        self.assertGreater(found["machine"]["cores"], 0)
        self.assertEqual(found["settings"]["tasks"], 6)
        for sentence in found["sentences"]:
            self.assertTrue(sentence["numbers"])
            self.assertNotIn("{", sentence["text"])

    def test_other_works(self):
        for work, part in (("io", "io"), ("mixed", "io"), ("bytes", "computing")):
            with self.subTest(work):
                size = {"io": "1", "mixed": "200", "bytes": "2"}[work]
                ways = report("--work", work, "--size", size, "--ways", "threads,pool-spawn", "--python", "none")["ways"]
                for way in ("threads", "pool-spawn"):
                    self.check_way(way, ways[way]["2"])
                    self.assertGreater(ways[way]["2"]["split"][part], 0)

    def test_waiting_releases_the_gil_anyway(self):
        found = report("--work", "io", "--size", "1", "--ways", "threads-nogil", "--python", "none")
        self.assertIn("anyway", found["not_measured"]["threads-nogil"])
        self.assertEqual(found["ways"]["threads-nogil"], {})

    def test_long_computations_of_hashlib_let_go_of_the_gil(self):
        ways = report("--size", "60000", "--ways", "threads-nogil", "--python", "none")["ways"]
        self.assertLess(ways["threads-nogil"]["2"]["gil_held"], 0.5)

    def test_calls_of_a_pool(self):
        for call in ("map", "imap", "imap_unordered", "starmap", "apply_async"):
            with self.subTest(call):
                found = report("--size", "500", "--ways", "pool-fork", "--pool-call", call, "--chunk", "2", "--tasks-per-child", "2",
                               "--python", "none")
                self.check_way(call, found["ways"]["pool-fork"]["2"])

    def test_big_items_are_pickled(self):
        found = report("--work", "bytes", "--bytes", "2000000", "--ways", "pool-fork", "--python", "none")
        self.assertGreater(found["ways"]["pool-fork"]["2"]["split"]["pickling"], 0)

    def test_the_same_program_on_python(self):
        found = of_program("squares.py", "threads", "spawn", python=sys.executable)
        self.assertEqual(found["cpython"]["version"], ".".join(map(str, sys.version_info[:3])))
        for way in ("threads", "spawn"):
            theirs = found["cpython"]["ways"][way]["2"]
            self.assertEqual(len(theirs["runs_s"]), 1)
            self.assertNotIn("split", theirs)

    def test_tables(self):
        done = run("--tasks", "4", "--size", "500", "--repeat", "2", "--workers", "2", "--ways", "fork", "--python", "none")
        self.assertEqual(done.returncode, 0)
        self.assertIn("processes, fork", done.stdout)
        done = run("--tasks", "4", "--size", "500", "--repeat", "2", "--workers", "2", "--ways", "fork", "--python", "none", "--csv")
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], "engine,way,workers,run,seconds")
        self.assertEqual([line.rsplit(",", 1)[0] for line in lines[1:]],
                         ["forkscope,serial,1,1", "forkscope,serial,1,2", "forkscope,fork,2,1", "forkscope,fork,2,2"])


class BadInput(unittest.TestCase):
    def troubles(self, name, python="none"):
        found = of_program(name, "threads", *PROCESSES, python=python)
        return {way: entry["2"].get("trouble", "") for way, entry in found["ways"].items() if way != "serial"}

    def test_a_function_that_raises(self):
        for way, trouble in self.troubles("raises.py").items():
            self.assertIn("ValueError: three", trouble, way)

    def test_a_result_that_cannot_be_pickled(self):
        troubles = self.troubles("returns_lambda.py")
        self.assertEqual(troubles.pop("threads"), "")
        for way, trouble in troubles.items():
            self.assertIn("Can't pickle local object", trouble, way)

    def test_a_worker_that_is_killed(self):
        troubles = self.troubles("dies.py")
        for way in ("fork", "spawn", "forkserver"):
            self.assertIn("has ended with exit code -9: its task is lost", troubles[way])
        for way in ("pool-fork", "pool-spawn"):
            self.assertIn("a worker of the Pool has died", troubles[way])
        self.assertIn("BrokenProcessPool", troubles["executor-processes"])
        self.assertIn("signal", troubles["threads"])

    def test_a_program_without_work(self):
        self.assertIn("no attribute 'work'", self.troubles("no_work.py")["threads"])

    def test_python_is_missing(self):
        found = of_program("squares.py", "threads", python="/no/python")
        self.assertEqual(found["cpython"]["missing"], "There is no program /no/python here.")
        self.assertEqual(len(found["ways"]["threads"]["2"]["runs_s"]), 1)

    def test_many_workers_on_few_cores(self):
        found = report("--workers", "64", "--size", "200", "--ways", "threads,fork", "--python", "none")
        for way in ("threads", "fork"):
            self.assertNotIn("trouble", found["ways"][way]["64"])

    def test_a_run_that_takes_too_long(self):
        done = run(str(PROGRAMS / "sleeps.py"), "--tasks", "1", "--repeat", "1", "--workers", "1", "--ways", "serial", "--seconds", "1",
                   "--python", "none", "--json")
        self.assertEqual(json.loads(done.stdout)["ways"]["serial"]["1"]["trouble"], "Stopped: it had not ended after 1 s.")

    def test_settings_that_make_no_sense(self):
        for arguments, words in ((("--tasks", "0"), "at least one task"), (("--workers", "65"), "between 1 and 64"),
                                 (("--work", "sleep"), "no work called"), (("--ways", "subprocess"), "no way called"),
                                 (("--size", "1"), "between 100 and")):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(words, done.stderr)
        self.assertEqual(run("/no/such/program.py").returncode, 2)

    def test_cancelled_it_says_what_it_has(self):
        with tempfile.TemporaryDirectory() as folder:
            begun = os.path.join(folder, "begun")
            lab = subprocess.Popen([LAB, "compare", str(PROGRAMS / "sleeps.py"), "--seconds", "600", "--python", "none", "--json"],
                                   stdout=subprocess.PIPE, text=True, env={**os.environ, "BEGUN": begun})
            try:
                while not os.path.exists(begun) and lab.poll() is None:
                    time.sleep(0.01)
                lab.send_signal(signal.SIGTERM)
                out, _ = lab.communicate(timeout=900)
            finally:
                lab.kill()
        self.assertEqual(lab.returncode, 130)
        self.assertTrue(json.loads(out)["cancelled"])


if __name__ == "__main__":
    os.environ.pop("PYTHONPATH", None)
    unittest.main()
