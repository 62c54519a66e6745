#!/usr/bin/env python3
"""The real window on the real engine: lessons and programs run, and what is seen is waited for, never slept for.
Arguments: forkscope, forkscope-lab, then unittest's."""
import sys

from window import SLEEPING_CHILD, WindowCase, alive, count_colour, main, read_png, wait_for

WRONG = 0xFF5D5D  # theme "dark"

ENDLESS = """import time

print("it runs")
while True:
    time.sleep(0.01)
"""


class EngineTest(WindowCase):
    def test_lesson_1_runs_to_its_end(self):
        window = self.open("--lesson", "1")
        state = window.wait(lambda s: s["state"] == "ended", "lesson 1 has ended")
        self.assertEqual(state["exit_code"], 0)
        self.assertGreaterEqual(state["counts"]["output"], 1)
        self.assertEqual(state["counts"]["lost"], 0)

    def test_a_wrong_answer_is_red(self):
        # Who is faster, the feeder or empty(), is open in a free run; this schedule lets main ask first.
        window = self.open("--lesson", "1", "--mode", "step", "--schedule", "main*18 feeder*4 main*11")
        window.wait(lambda s: s["step"]["position"] == 33 and not s["step"]["busy"], "the schedule is done")
        window.wait(lambda s: s["counts"]["wrong"] == 1, "empty() said True")
        window.key("ctrl+p")
        window.wait(lambda s: "forkscope-program.png" in s["notice"], "the picture is saved")
        _, _, rows = read_png(window.folder / "forkscope-program.png")
        self.assertGreater(count_colour(rows, WRONG), 30, "the red dot and the red frame")

    def test_own_program_pauses_stops_and_starts_again(self):
        window = self.open_program(ENDLESS)
        state = window.wait(lambda s: s["state"] == "running" and s["counts"]["output"] == 1, "its line is seen while it runs")
        self.assertEqual((state["program"], state["lesson"]), ("mine.py", 0))
        window.click("pause")
        paused = window.wait(lambda s: s["state"] == "paused" and "go_on" in s["hits"], "paused")["counts"]["events"]
        window.click("go_on")
        window.wait(lambda s: s["state"] == "running" and s["counts"]["events"] > paused + 10, "it goes on")
        window.click("restart")
        window.wait(lambda s: s["runs"] == 2 and s["state"] == "running" and s["counts"]["output"] == 1, "started again")
        window.click("stop")
        window.wait(lambda s: s["state"] == "stopped" and s["counts"]["processes"] == 0, "stopped")

    def test_a_refusal_is_told_in_the_language_of_the_window(self):
        window = self.open_program("async def main():\n    pass\n")
        state = window.wait(lambda s: s["state"] == "refused", "refused")
        self.assertIn("Forkscope cannot run 'async'", state["refusal"])
        self.assertIn("Forkscope cannot run 'async'", state["refusal_shown"])
        window.key("l")
        window.wait(lambda s: s["language"] == "ko" and "실행할 수 없습니다" in s["refusal_shown"], "in Korean")

    def test_a_child_is_killed_from_the_window(self):
        window = self.open_program(SLEEPING_CHILD)
        window.wait(lambda s: "kill.sleeper" in s["hits"], "the child stands among the processes")
        window.click("kill.sleeper")
        state = window.wait(lambda s: s["state"] == "ended", "the parent saw it and ended")
        self.assertEqual(state["exit_code"], 0)
        self.assertEqual(state["counts"]["output"], 1)

    def test_another_system_is_imitated(self):
        window = self.open_program("import multiprocessing, sys\n\nif __name__ == '__main__':\n"
                                   "    assert sys.platform == 'darwin', sys.platform\n"
                                   "    assert sys.version_info[:2] == (3, 12), sys.version_info\n"
                                   "    assert multiprocessing.get_start_method() == 'spawn'\n",
                                   "--personality", "macos", "--python-version", "3.12")
        state = window.wait(lambda s: s["state"] == "ended", "it has ended")
        self.assertEqual(state["exit_code"], 0)
        window.key("o", "o")
        window.wait(lambda s: s["personality"] == "linux" and s["state"] == "ended" and s["exit_code"] == 1, "on Linux it fails")

    def test_starts_are_measured_and_gone_through(self):
        window = self.open_program(SLEEPING_CHILD.replace("600", "0.01"), "--mode", "starts", "--repeat", "1")
        state = window.wait(lambda s: not s["starts"]["measuring"] and s["starts"]["done"] >= 6, "it is measured")
        starts = state["starts"]
        for method in ("fork", "spawn", "forkserver"):
            self.assertGreater(starts["first_line_us"][method], 0, method)
            self.assertGreater(starts["cards"][method]["child"], 0, method)
            self.assertEqual(starts["cards"][method]["end_shown"], "It ended with exit code 0.")
        self.assertEqual((starts["row"], starts["old"], state["state"]), (0, False, "nothing"))
        window.key("space", "Right", "b")
        window.wait(lambda s: s["starts"]["row"] == 1, "two forth and one back")
        window.key("End")
        window.wait(lambda s: s["starts"]["row"] == s["starts"]["rows"] - 1, "the last row")
        window.click("fork.row.4")
        window.wait(lambda s: s["starts"]["row"] == 3, "a click on a row")
        window.key("m")
        window.wait(lambda s: s["starts"]["tree"] == "forkserver", "the tree of another method")
        window.click("spawn.descriptor.1")
        window.wait(lambda s: s["starts"]["explains"] == 1, "a descriptor is explained")

    def test_a_measurement_is_kept_until_it_is_old(self):
        window = self.open_program(SLEEPING_CHILD.replace("600", "0.01"), "--mode", "starts", "--repeat", "1")
        done = window.wait(lambda s: not s["starts"]["measuring"] and s["starts"]["done"] >= 6, "it is measured")["starts"]["done"]
        window.click("mode.Live")
        window.wait(lambda s: s["mode"] == "live" and s["state"] == "ended", "the program runs there")
        window.click("mode.Starts")
        state = window.wait(lambda s: s["mode"] == "starts" and "measure" in s["hits"], "back again")
        self.assertEqual((state["starts"]["done"], state["starts"]["measuring"], state["starts"]["old"]), (done, False, False))
        window.program.write_text("print('no process')\n", encoding="utf-8")
        window.wait(lambda s: s["starts"]["old"], "the file is another one")
        window.key("r")
        state = window.wait(lambda s: not s["starts"]["measuring"] and not s["starts"]["old"] and s["starts"]["done"] >= 6, "again")
        self.assertIn("It started no process.", state["starts"]["cards"]["spawn"]["end_shown"])
        window.key("l")
        window.wait(lambda s: "시작한 프로세스가 없습니다" in s["starts"]["cards"]["spawn"]["end_shown"], "in Korean")

    def test_a_comparison_is_measured(self):
        window = self.open_program("def work(item):\n    return sum(range(20000 + item))\n", "--mode", "compare", "--work", "function", "--ways",
                                   "serial,threads,fork", "--workers", "1,2", "--tasks", "6", "--runs", "1", "--python", "none")
        window.wait(lambda s: "measure" in s["hits"], "the page is there")
        window.key("r")
        state = window.wait(lambda s: not s["compare"]["measuring"] and s["compare"]["done"] > 0, "it is measured")
        for way in ("threads", "fork"):
            for workers in ("1", "2"):
                self.assertGreater(state["compare"]["speed_up"][way][workers], 0, (way, workers))
        self.assertGreaterEqual(state["compare"]["timelines"], 4)
        self.assertTrue(state["compare"]["sentences"], "something can be said")
        self.assertEqual((state["compare"]["python"], state["compare"]["old"]), ("", False))
        window.program.write_text("def work(item):\n    return item\n", encoding="utf-8")
        window.wait(lambda s: s["compare"]["old"], "the function is another one")

    def test_a_pool_shows_its_chunks(self):
        window = self.open("--mode", "compare", "--pool-lab")
        state = window.wait(lambda s: s["state"] == "ended" and s["pool"]["printed"] == 24, "the pool's program has run")
        self.assertEqual((state["pool"]["chunks"], state["pool"]["received"], len(state["pool"]["rows"])), (12, 12, 3))
        self.assertEqual(sum(row["chunks"] for row in state["pool"]["rows"]), 12)
        window.key("Right")
        window.wait(lambda s: s["state"] == "ended" and s["runs"] == 2 and s["pool"]["chunks"] == 24, "chunks of one, at once")
        window.click("EXECUTOR.1")
        state = window.wait(lambda s: s["state"] == "ended" and s["runs"] == 3 and s["pool"]["printed"] == 24, "by the executor")
        self.assertEqual((state["pool"]["chunks"], state["pool"]["received"], state["pool"]["lost"]), (24, 24, 0))

    def kill_a_worker(self, window):
        """Kills one that has a chunk in hand; where it was too late, in the next run."""
        left, top, right, bottom = window.state()["hits"]["knob.SECONDS"]
        window.xdotool("mousemove", str(int(right - 8)), str(int(bottom - 10)), "click", "1")
        for _ in range(8):
            state = window.wait(lambda s: s["pool"]["received"] > 0 and s["knobs"]["SECONDS"] > 0.15, "chunks come back")
            kills = [name for name in state["hits"] if name.startswith("kill.")]
            if state["state"] == "running" and kills:
                window.click(kills[0])
                state = window.wait(lambda s: s["pool"]["lost"] > 0 or s["state"] == "ended", "one is killed")
                if state["pool"]["lost"] > 0:
                    return
            window.key("r")
            window.wait(lambda s: s["runs"] > state["runs"], "once more")
        self.fail("no worker was killed in time")

    def test_a_killed_worker_takes_its_chunk_along(self):
        window = self.open("--mode", "compare", "--pool-lab")
        window.wait(lambda s: s["state"] == "ended" and "knob.SECONDS" in s["hits"], "the pool's program has run")
        self.kill_a_worker(window)
        state = window.wait(lambda s: s["pool"]["received"] + s["pool"]["lost"] >= s["pool"]["chunks"], "all others are there")
        self.assertEqual((state["state"], state["pool"]["lost"], state["pool"]["printed"]), ("running", 1, 0), "map() waits for ever")
        self.assertTrue(any(row["workers"] == 2 for row in state["pool"]["rows"]), "another worker is in its place")
        window.key("s")
        window.wait(lambda s: s["state"] == "stopped", "stopped")

    def test_a_killed_worker_breaks_the_executor(self):
        window = self.open("--mode", "compare", "--pool-lab")
        window.wait(lambda s: s["state"] == "ended" and "EXECUTOR.1" in s["hits"], "the pool's program has run")
        window.click("EXECUTOR.1")
        window.wait(lambda s: s["state"] == "ended" and s["runs"] == 2, "by the executor")
        self.kill_a_worker(window)
        state = window.wait(lambda s: s["state"] == "ended", "it gives up")
        self.assertEqual(state["exit_code"], 1, "BrokenProcessPool")

    def test_windows_has_spawn_alone(self):
        window = self.open_program(SLEEPING_CHILD.replace("600", "0.01"), "--mode", "starts", "--repeat", "1", "--personality", "windows")
        state = window.wait(lambda s: not s["starts"]["measuring"] and s["starts"]["done"] >= 2, "it is measured")
        self.assertEqual([method for method, card in state["starts"]["cards"].items() if card["known"]], ["spawn"])
        self.assertGreater(state["starts"]["first_line_us"]["spawn"], 0)

    def test_nothing_is_left_when_the_window_is_killed(self):
        window = self.open_program(SLEEPING_CHILD)
        window.wait(lambda s: s["counts"]["processes"] == 2, "both processes live")
        (lab,) = window.labs()
        window.process.kill()
        wait_for(lambda: not alive(lab), "the lab ends with the window")


if __name__ == "__main__":
    main()
