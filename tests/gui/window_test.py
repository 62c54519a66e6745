#!/usr/bin/env python3
"""Opens the real window, presses its keys, and looks at its state and its picture. Plays written events instead of running Python, so that
what is seen does not depend on the machine's mood. Arguments: forkscope, forkscope-scripted-lab, then unittest's."""
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from window import WindowCase, alive, count_colour, main, read_png, wait_for

WRONG, ACCENT, BACKGROUND = 0xFF5D5D, 0x56B4E9, 0x0E1116  # theme "dark"
LIGHT_BACKGROUND = 0xECEFF3


class WindowTest(WindowCase):
    def ended_lesson(self):
        window = self.open("--lesson", "1")
        window.wait(lambda s: s["state"] == "ended", "lesson 1 has ended")
        return window

    def test_a_measurement_is_cancelled(self):
        window = self.open_program("# slow\n", "--mode", "starts")
        state = window.wait(lambda s: s["starts"]["measuring"] and s["starts"]["done"] == 1, "the first run is told")
        self.assertEqual((state["starts"]["runs"], state["starts"]["rows"]), (33, 4))
        window.key("s")
        state = window.wait(lambda s: not s["starts"]["measuring"] and "measure" in s["hits"], "cancelled")
        self.assertEqual(state["starts"]["done"], 1, "what was known stays")

    def test_starts_that_fail_are_told(self):
        window = self.open_program("1\n", "--mode", "starts")
        window.key("l")
        state = window.wait(lambda s: s["starts"]["done"] == 33 and s["language"] == "ko", "told at once, in Korean")
        cards = state["starts"]["cards"]
        self.assertEqual((cards["fork"]["child"], cards["spawn"]["child"], cards["spawn"]["errors"]), (4810, 0, 1))
        self.assertEqual(cards["forkserver"]["end_shown"], "멈춤: 5초가 지나도 끝나지 않았습니다.")

    def test_a_comparison_is_measured_looked_at_and_saved(self):
        window = self.open_program("1\n", "--mode", "compare")
        state = window.wait(lambda s: "measure" in s["hits"], "the page is there")
        self.assertEqual((state["compare"]["measuring"], state["compare"]["done"]), (False, 0), "nothing is measured unasked")
        window.key("r")
        state = window.wait(lambda s: s["compare"]["done"] == 100 and not s["compare"]["measuring"], "it is measured")
        self.assertEqual((state["compare"]["way"], state["compare"]["chosen_workers"], state["compare"]["python"]), ("fork", 2, "3.11.7"))
        self.assertEqual(state["compare"]["timelines"], 2)
        window.key("Right")
        window.wait(lambda s: s["compare"]["chosen_workers"] == 4, "more workers")
        window.click("chart.fork.1")
        window.wait(lambda s: s["compare"]["chosen_workers"] == 1, "a click on a point")
        window.key("x")
        window.wait(lambda s: s["compare"]["scale"] == 1, "the time instead of the speed-up")
        window.key("ctrl+e", "ctrl+j")
        window.wait(lambda s: "forkscope-compare-primes.json" in s["notice"], "both files are saved")
        table = (window.folder / "forkscope-compare-primes.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(table), 1 + 2 * (1 + 4 * 3) * 5, "five runs of one after another and of four ways by three, here and on python3")
        report = json.loads((window.folder / "forkscope-compare-primes.json").read_text(encoding="utf-8"))
        self.assertEqual(report["settings"]["workers"], [1, 2, 4])

    def test_a_comparison_gets_old_and_is_cancelled(self):
        window = self.open_program("1\n", "--mode", "compare")
        window.wait(lambda s: "measure" in s["hits"], "the page is there")
        window.key("r")
        window.wait(lambda s: s["compare"]["done"] == 100, "it is measured")
        window.click("compare.tasks.more")
        window.wait(lambda s: s["compare"]["tasks"] == 500 and s["compare"]["old"], "that is not what was measured")
        window.click("way.spawn")
        window.click("workers.5")
        state = window.wait(lambda s: 8 in s["compare"]["workers"], "eight workers, too")
        self.assertNotIn("spawn", state["compare"]["ordered"])
        window.click("other.threads_did_not_help")
        state = window.wait(lambda s: s["compare"]["measuring"] and s["compare"]["done"] == 40, "the opposite is measured")
        self.assertEqual((state["compare"]["work"], state["compare"]["old"]), ("io", False))
        window.key("s")
        state = window.wait(lambda s: not s["compare"]["measuring"] and "measure" in s["hits"], "cancelled")
        self.assertEqual(state["compare"]["done"], 40, "what was known stays")

    def test_lesson_1_shows_the_wrong_answer(self):
        window = self.ended_lesson()
        state = window.state()
        self.assertEqual(state["lesson"], 1)
        self.assertEqual(state["counts"]["wrong"], 1)
        self.assertTrue(state["live"])
        window.key("ctrl+p")
        state = window.wait(lambda s: "forkscope-program.png" in s["notice"], "the picture is saved")
        width, height, rows = read_png(window.folder / "forkscope-program.png")
        self.assertEqual((width, height), (1280, 800))
        self.assertGreater(count_colour(rows, WRONG), 30, "the red dot and the red frame")
        self.assertGreater(count_colour(rows, ACCENT), 1000, "the main thread's lane and the button")
        self.assertGreater(count_colour(rows, BACKGROUND), 5000)
        left, top, right, bottom = map(int, state["hits"]["timeline"])
        lanes = [row[left * 3:right * 3] for row in rows[top:bottom]]
        self.assertGreater(count_colour(lanes, WRONG), 10, "the wrong answer is marked in the timeline")

    def test_keys_move_the_cursor(self):
        window = self.ended_lesson()
        end = window.state()["end_ns"]
        window.key("Left")
        one = window.wait(lambda s: not s["live"], "the cursor left the newest event")
        self.assertLess(one["cursor_ns"], end)
        window.key("Left")
        window.wait(lambda s: s["cursor_ns"] < one["cursor_ns"], "one event further back")
        window.key("Right")
        window.wait(lambda s: s["cursor_ns"] == one["cursor_ns"], "and on again")
        window.key("Home")
        begin = window.wait(lambda s: s["cursor_ns"] < 1000, "the beginning")
        self.assertEqual(begin["counts"]["output"], 0, "nothing was printed then")
        window.key("End")
        last = window.wait(lambda s: s["live"], "live again")
        self.assertEqual(last["counts"]["output"], 1)

    def test_keys_zoom(self):
        window = self.ended_lesson()
        whole = window.state()["window"]
        span = whole[1] - whole[0]
        window.key("plus")
        window.wait(lambda s: s["window"][1] - s["window"][0] < span, "zoomed in")
        window.key("minus", "minus")
        window.wait(lambda s: s["window"][1] - s["window"][0] > span, "zoomed out")
        window.key("f")
        window.wait(lambda s: s["window"] == whole, "the whole run")

    def test_dragging_the_depth_chart_moves_the_cursor(self):
        window = self.ended_lesson()
        left, top, right, bottom = window.state()["hits"]["depth"]
        middle = (int(left + (right - left) * 0.6), int((top + bottom) / 2))
        window.xdotool("mousemove", *map(str, middle), "click", "1")
        state = window.wait(lambda s: not s["live"], "the click moved the cursor")
        self.assertGreater(state["cursor_ns"], 0)
        self.assertLess(state["cursor_ns"], state["end_ns"])

    def test_keys_change_the_look(self):
        window = self.ended_lesson()
        window.key("l")
        window.wait(lambda s: s["language"] == "ko", "Korean")
        window.key("t")
        window.wait(lambda s: s["theme"] == "light", "the light theme")
        window.key("ctrl+p")
        window.wait(lambda s: "forkscope-program.png" in s["notice"], "the picture is saved")
        _, _, rows = read_png(window.folder / "forkscope-program.png")
        self.assertGreater(count_colour(rows, LIGHT_BACKGROUND), 5000)
        window.key("ctrl+plus", "ctrl+plus")
        window.wait(lambda s: s["scale"] == 1.5, "150 %")
        window.key("ctrl+minus")
        window.wait(lambda s: s["scale"] == 1.25, "125 %")
        window.key("n")
        window.wait(lambda s: not s["notes"], "no notes")
        window.key("a")
        window.wait(lambda s: not s["motion"], "no motion on the stage")
        window.key("F1")
        window.wait(lambda s: s["help"], "the keys")
        window.key("Escape")
        window.wait(lambda s: not s["help"], "no keys")

    def test_pause_go_on_stop_restart(self):
        window = self.open_program("# crowd\nprint(1)\n")
        window.wait(lambda s: s["state"] == "running" and s["counts"]["events"] > 100, "events arrive")
        window.key("space")
        window.wait(lambda s: s["state"] == "paused", "paused")
        window.key("space")
        paused_at = window.state()["counts"]["events"]
        window.wait(lambda s: s["state"] == "running" and s["counts"]["events"] > paused_at, "it goes on")
        window.key("s")
        window.wait(lambda s: s["state"] == "stopped", "stopped")
        window.click("restart")
        window.wait(lambda s: s["state"] == "running", "started again by a click")
        runs = window.state()["runs"]
        window.key("r")
        window.wait(lambda s: s["state"] == "running" and s["runs"] == runs + 1, "restarted while it ran")

    def test_lessons_by_key_and_click(self):
        window = self.ended_lesson()
        window.key("3")
        window.wait(lambda s: s["lesson"] == 3 and s["state"] == "ended", "lesson 3")
        window.click("lesson.2")
        window.wait(lambda s: s["lesson"] == 2 and s["state"] == "ended", "lesson 2")
        window.key("m")
        window.wait(lambda s: s["start_method"] == "spawn", "spawn")

    def test_python_and_system_that_are_imitated(self):
        window = self.ended_lesson()
        runs = window.state()["runs"]
        window.key("o")
        state = window.wait(lambda s: s["runs"] > runs and s["state"] == "ended", "it runs again, imitated")
        self.assertEqual((state["personality"], state["start_method"]), ("macos", "spawn"), "with the start method that is usual there")
        window.click("personality")
        window.wait(lambda s: "python.3.13" in s["hits"] and s["show_personality"], "the popup")
        window.click("python.3.13")
        window.wait(lambda s: s["python_version"] == "3.13", "a click chooses the version")
        window.click("system.Windows")
        window.wait(lambda s: s["personality"] == "windows", "a click chooses the system")
        window.key("m", "y", "e")
        state = window.wait(lambda s: s["python_version"] == "3.14" and s["empty_by_semaphore"], "keys choose too")
        self.assertEqual(state["start_method"], "spawn", "Windows has no other")
        window.key("Escape")
        window.wait(lambda s: not s["show_personality"], "the popup is closed")
        window.key("y", "o", "e")
        window.wait(lambda s: (s["python_version"], s["personality"], s["empty_by_semaphore"]) == ("3.11", "linux", False), "nothing is imitated")

    def test_knobs_are_kept_over_a_restart(self):
        window = self.ended_lesson()
        window.key("period")
        window.wait(lambda s: s["knobs"].get("ROUNDS") == 2, "one more round")
        window.key("3", "1")
        window.wait(lambda s: s["lesson"] == 1 and s["state"] == "ended" and s["knobs"].get("ROUNDS") == 1, "another lesson forgets it")
        window.key("period")
        window.wait(lambda s: s["knobs"].get("ROUNDS") == 2, "one more round")
        runs = window.state()["runs"]
        window.key("r")
        state = window.wait(lambda s: s["runs"] == runs + 1 and s["state"] == "ended", "ended again")
        self.assertEqual(state["knobs"]["ROUNDS"], 2)
        left, top, right, bottom = state["hits"]["knob.ROUNDS"]
        window.drag((int(left + 8), int(bottom - 12)), (int(right - 8), int(bottom - 12)))
        window.wait(lambda s: s["knobs"]["ROUNDS"] > 900, "the slider at its right end")

    def test_refused_program(self):
        window = self.open_program("# refuse\nif if:\n    pass\n")
        state = window.wait(lambda s: s["state"] == "refused", "refused")
        self.assertEqual(state["refusal"], "invalid syntax")

    def test_lab_killed(self):
        window = self.ended_lesson()
        events = window.state()["counts"]["events"]
        (lab,) = window.labs()
        os.kill(lab, signal.SIGKILL)
        state = window.wait(lambda s: s["state"] == "lab_lost", "the lab is lost")
        self.assertEqual(state["counts"]["events"], events, "what was seen is kept")
        window.wait(lambda s: "restart_lab" in s["hits"], "the banner with its button")
        window.key("k")
        window.wait(lambda s: s["state"] == "stopped", "a new lab")
        window.key("r")
        window.wait(lambda s: s["state"] == "ended", "and it runs")

    def test_window_killed_leaves_no_process(self):
        window = self.open_program("# crowd\n")
        window.wait(lambda s: s["state"] == "running", "running")
        (lab,) = window.labs()
        window.process.kill()
        wait_for(lambda: not alive(lab), "the lab ends with the window")

    def test_quit(self):
        window = self.ended_lesson()
        (lab,) = window.labs()
        window.key("ctrl+q")
        wait_for(lambda: window.process.poll() is not None, "the window closes")
        self.assertEqual(window.process.returncode, 0)
        self.assertFalse(alive(lab))

    def test_saves_a_trace(self):
        window = self.ended_lesson()
        window.key("ctrl+s")
        window.wait(lambda s: "forkscope-program.fstrace" in s["notice"], "saved")
        self.assertTrue((window.folder / "forkscope-program.fstrace").read_bytes().startswith(b"FORKSCP"))

    def test_sleeps_when_nothing_happens(self):
        window = self.ended_lesson()
        stat = pathlib.Path(f"/proc/{window.process.pid}/stat")

        def used_seconds():
            fields = stat.read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

        def rests(seconds=3.0):
            before = used_seconds()
            time.sleep(seconds)
            return used_seconds() - before < 0.02 * seconds

        wait_for(rests, "no CPU time while nothing happens")


class PictureTest(unittest.TestCase):
    def take(self, *arguments, **environment):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "picture.png"
            clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
            done = subprocess.run([WindowCase.forkscope, "--screenshot", path, "--lang", "en", *arguments], capture_output=True, text=True,
                                  env={**clean, "FORKSCOPE_LAB": WindowCase.lab, **environment}, timeout=900)
            self.assertEqual(done.returncode, 0, done.stderr)
            return read_png(path)

    def test_without_a_display(self):
        width, height, rows = self.take("--lesson", "1", "--size", "1000x640", "--at", "100us")
        self.assertEqual((width, height), (1000, 640))
        self.assertGreater(count_colour(rows, WRONG), 30)

    def test_scales_and_themes(self):
        for scale, theme, background in [("2", "light", LIGHT_BACKGROUND), ("3", "contrast", 0x000000), ("1.5", "dark", BACKGROUND)]:
            with self.subTest(scale=scale, theme=theme):
                _, _, rows = self.take("--lesson", "2", "--size", "900x600", "--scale", scale, "--theme", theme)
                self.assertGreater(count_colour(rows, background), 1000)

    def test_same_picture_twice(self):
        arguments = ("--lesson", "1", "--size", "640x480", "--at", "120us")
        self.assertEqual(self.take(*arguments), self.take(*arguments))


class CommandLineTest(unittest.TestCase):
    def run_without_display(self, *arguments):
        clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return subprocess.run([WindowCase.forkscope, *arguments], capture_output=True, text=True, env={**clean, "FORKSCOPE_LAB": WindowCase.lab}, timeout=900)

    def test_no_display(self):
        done = self.run_without_display()
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1)
        self.assertIn("--screenshot", done.stderr)

    def test_bad_arguments(self):
        for arguments in (["--scale", "9"], ["--lang", "xx"], ["--screenshot", "x.png", "--at", "soon"], ["--size", "big"], ["--at", "1ms"], ["--python-version", "2.7"],
                          ["--personality", "windows", "--start-method", "fork"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.run_without_display(*arguments).returncode, 1)

    def test_picture_that_cannot_be_written(self):
        done = self.run_without_display("--screenshot", "/nowhere/picture.png", "--lesson", "1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("/nowhere/picture.png", done.stderr)


if __name__ == "__main__":
    main()
