#!/usr/bin/env python3
"""What `forkscope-lab starts` reports: its shape, facts about children that hold everywhere, and bad input."""
import functools
import json
import pathlib
import subprocess
import sys
import unittest

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"
METHODS = ("fork", "spawn", "forkserver")
LAB = sys.argv.pop(1)


def run(*arguments):
    return subprocess.run([LAB, "starts", *arguments], capture_output=True, text=True, timeout=1800)


@functools.lru_cache(maxsize=None)
def report(program, *options):
    done = run(str(PROGRAMS / program), "--repeat", "1", "--seconds", "600", "--json", *(options or ("--python", "none")))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def child(method, program="names.py"):
    return report(program)["methods"][method]["child"]


def names(method):
    return {name["name"]: name for name in child(method)["names"]}


class Shape(unittest.TestCase):
    def test_times_and_stages_of_each_method(self):
        for method in METHODS:
            with self.subTest(method):
                found = report("names.py")["methods"][method]
                times = found["first_line_us"]
                self.assertEqual(times["count"], 1)
                self.assertGreater(times["median"], 0)
                self.assertLessEqual(times["min"], times["max"])
                self.assertIsNone(found["chosen"])
                self.assertEqual(found["processes_started"], 1)
                self.assertIn("child hello", found["output"])
                self.assertEqual(found["end"], "It ended with exit code 0.")
                for stage in found["stages"]:
                    self.assertIn(stage["who"], ("parent", "child", "server", "tracker", "kernel"))
                    self.assertGreaterEqual(stage["us"], 0, stage)

    def test_each_method_goes_its_own_way(self):
        whats = {m: " / ".join(s["what"] for s in report("names.py")["methods"][m]["stages"]) for m in METHODS}
        self.assertIn("fork(): the child is a copy", whats["fork"])
        self.assertNotIn("pickle", whats["fork"])
        self.assertIn("fork and exec a fresh interpreter", whats["spawn"])
        self.assertIn("run the program's file again", whats["spawn"])
        self.assertIn("a copy of the small server", whats["forkserver"])
        self.assertIn("rebuild the Process object", whats["forkserver"])
        for what in whats.values():
            self.assertIn("run the target", what)

    def test_the_table_is_for_people(self):
        done = run(str(PROGRAMS / "names.py"), "--repeat", "1", "--python", "none")
        self.assertEqual(done.returncode, 0)
        self.assertIn("from start() to the target's first line", done.stdout)
        self.assertIn("--multiprocessing-fork", done.stdout)


class Evidence(unittest.TestCase):
    def test_command_lines_and_short_names(self):
        self.assertNotIn("--multiprocessing-fork", child("fork")["command_line"])
        self.assertTrue(child("spawn")["command_line"].endswith("--multiprocessing-fork"))
        self.assertIn("multiprocessing.forkserver", child("forkserver")["command_line"])
        for method in METHODS:
            self.assertEqual(child(method)["short_name"], "forkscope-lab")

    def test_parents(self):
        for method in METHODS:
            found = report("names.py")["methods"][method]
            roles = {line["pid"]: line["role"] for line in found["process_tree"]}
            self.assertIn(found["child"]["parent_pid"], roles)
            expected = "fork server" if method == "forkserver" else "program"
            self.assertEqual(found["child"]["parent_role"], expected)
            self.assertEqual(roles[found["child"]["parent_pid"]] == "fork server", method == "forkserver")
            self.assertEqual("resource tracker" in roles.values(), method != "fork")

    def test_one_thread_is_alive_in_a_child(self):
        for method in METHODS:
            self.assertEqual(child(method)["threads"], 1, method)

    def test_a_forked_child_inherits_descriptors(self):
        inherited = [d for d in child("fork")["descriptors"] if d["in_parent"] is not None]
        self.assertTrue({0, 1, 2} <= {d["number"] for d in inherited})
        for method in METHODS:
            joined = [d for d in child(method)["descriptors"] if d["what"].startswith("pipe") and d["number"] > 2]
            self.assertTrue(joined, method)
        # the sentinels: the parent has the other ends
        ends = [d for d in child("fork")["descriptors"] if d["other_end_in_parent"] is not None]
        self.assertGreaterEqual(len(ends), 2)

    def test_memory(self):
        for method in METHODS:
            memory = child(method)["memory"]
            self.assertGreater(memory["resident_kib"], 0)
            self.assertGreater(memory["private_kib"], 0)
        # a fresh interpreter has no values in common with its parent; a copy has
        spawned, forked = (child(m)["memory"]["values_shared_kib"] for m in ("spawn", "fork"))
        self.assertGreater(forked, 10 * spawned)

    def test_shared_becomes_private_when_it_is_written(self):
        found = child("fork", "big_list.py")
        before, after = found["memory"], found["memory_after_target"]
        self.assertGreater(before["values_shared_kib"], 14_000)
        self.assertGreater(after["values_private_kib"], before["values_private_kib"] + 14_000)
        self.assertLess(after["values_shared_kib"], before["values_shared_kib"] - 14_000)

    def test_names_and_where_their_values_come_from(self):
        forked, spawned, served = (names(method) for method in METHODS)
        self.assertEqual(forked["color"]["in_child"], "'red'")
        self.assertEqual(forked["color"]["source"], "copied memory")
        self.assertTrue(forked["color"]["same_place"])
        self.assertEqual(forked["only_here"]["source"], "copied memory")
        self.assertEqual(forked["args[0]"]["source"], "copied memory")
        for others in (spawned, served):
            self.assertEqual(others["color"]["in_child"], "'white'")
            self.assertEqual(others["color"]["in_parent"], "'red'")
            self.assertEqual(others["color"]["source"], "run of the file")
            self.assertEqual(others["later"]["source"], "run of the file")
            self.assertEqual((others["only_here"]["source"], others["only_here"]["in_parent"]), ("", "5"))
            self.assertEqual((others["args[0]"]["source"], others["args[0]"]["in_child"]), ("pickled", "'hello'"))
            self.assertTrue(others["args[0]"]["is_argument"])

    def test_a_pool_of_two_shows_three_children_when_spawned(self):
        for method, beside in (("fork", []), ("spawn", ["resource tracker"])):
            found = report("pool.py")["methods"][method]
            self.assertIn("[2, 4]", found["output"])
            self.assertEqual(found["processes_started"], 2)
            roles = [line["role"] for line in found["process_tree"] if line["role"]]
            self.assertEqual(roles, beside)


class ChosenByTheProgram(unittest.TestCase):
    def test_a_run_is_about_the_first_start_by_its_method(self):
        methods = report("chooses_itself.py")["methods"]
        for method in ("fork", "spawn"):
            found = methods[method]
            self.assertIsNone(found["chosen"])
            self.assertEqual("--multiprocessing-fork" in found["child"]["command_line"], method == "spawn")
            self.assertIsNotNone(found["child"]["memory_after_target"]["resident_kib"])
            self.assertEqual("pickle" in [stage["name"] for stage in found["stages"]], method == "spawn")
        self.assertEqual(methods["forkserver"]["chosen"], "fork")


class Imitated(unittest.TestCase):
    def test_windows_knows_only_spawn(self):
        methods = report("names.py", "--personality", "windows", "--python", "none")["methods"]
        self.assertEqual([method for method in METHODS if methods[method]["known"]], ["spawn"])
        self.assertEqual(methods["fork"]["end"], "Windows knows only the start method spawn.")
        self.assertIn("--personality windows", methods["spawn"]["process_tree"][0]["command_line"])
        self.assertEqual(methods["spawn"]["first_line_us"]["count"], 1)

    def test_the_first_start_of_a_later_version(self):
        methods = report("names.py", "--python-version", "3.14", "--python", "none")["methods"]
        for method in METHODS:
            self.assertEqual(methods[method]["first_line_us"]["count"], 1, method)


class BadInput(unittest.TestCase):
    def test_no_process(self):
        for method in METHODS:
            found = report("no_process.py")["methods"][method]
            self.assertIsNone(found["child"])
            self.assertIsNone(found["first_line_us"]["median"])
            self.assertIn("It started no process.", found["end"])

    def test_one_that_never_ends_is_stopped_and_measured(self):
        done = run(str(PROGRAMS / "never_ends.py"), "--repeat", "1", "--seconds", "20", "--json", "--python", "none")
        for method in METHODS:
            found = json.loads(done.stdout)["methods"][method]
            self.assertEqual(found["end"], "Stopped: it had not ended after 20 s.")
            self.assertIsNotNone(found["child"])
            self.assertIsNone(found["child"]["exit_code"])
            self.assertEqual(found["child"]["threads"], 1)

    def test_a_lambda_runs_by_fork_alone(self):
        methods = report("lambda_target.py")["methods"]
        self.assertIn("ran", methods["fork"]["output"])
        self.assertEqual(methods["fork"]["errors"], [])
        for method in ("spawn", "forkserver"):
            self.assertIn("PicklingError", methods[method]["output"])
            self.assertEqual(methods[method]["processes_started"], 0)
            self.assertEqual(methods[method]["end"], "It ended with exit code 1.")

    def test_without_the_guard(self):
        methods = report("no_guard_process.py")["methods"]
        self.assertIn("ran", methods["fork"]["output"])
        for method in ("spawn", "forkserver"):
            self.assertEqual(methods[method]["output"].count("\nRuntimeError: "), 1)
            self.assertEqual(methods[method]["processes_started"], 1)
            found = methods[method]["child"]
            self.assertGreater(found["pid"], 0)
            self.assertEqual(found["exit_code"], 1)
            self.assertEqual(found["threads"], 1)
            self.assertGreater(found["memory"]["resident_kib"], 0)
            self.assertEqual(found["names"], "not readable: the child did not come to its target")

    def test_a_child_that_ended_before_it_could_be_looked_at(self):
        found = child("spawn", "ends_unseen.py")
        self.assertGreater(found["pid"], 0)
        self.assertEqual(found["exit_code"], 3)
        self.assertEqual(found["memory"], "not readable: it had ended before it could be looked at")
        self.assertEqual(found["names"], "not readable: the child did not come to its target")

    def test_a_pool_without_the_guard_starts_workers_until_it_is_stopped(self):
        done = run(str(PROGRAMS / "no_guard_pool.py"), "--repeat", "1", "--seconds", "20", "--json", "--python", "none")
        methods = json.loads(done.stdout)["methods"]
        self.assertIn("[2, 4]", methods["fork"]["output"])
        self.assertTrue(methods["spawn"]["end"].startswith("Stopped: it had"), methods["spawn"]["end"])
        self.assertGreater(methods["spawn"]["processes_started"], 2)

    def test_a_child_that_dies_at_once(self):
        for method in METHODS:
            found = child(method, "dies_at_once.py")
            self.assertEqual(found["exit_code"], 7)
            self.assertIsNone(found["memory_after_target"]["resident_kib"])

    def test_files_that_cannot_run(self):
        self.assertEqual(run("/no/such/file.py").returncode, 2)
        self.assertNotEqual(run(str(PROGRAMS / "names.py"), "--repeat", "0").returncode, 0)


class Python(unittest.TestCase):
    def test_python3_beside_it(self):
        found = report("names.py", "--python", sys.executable)["cpython"]
        self.assertEqual(found["version"], ".".join(map(str, sys.version_info[:3])))
        for method in METHODS:
            self.assertGreater(found[method]["first_line_us"]["median"], 0, found)

    def test_no_python3(self):
        found = report("no_process.py", "--python", "no-such-python")["cpython"]
        self.assertIn("no-such-python", found["missing"])
        self.assertIsNone(report("no_process.py")["cpython"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
