#!/usr/bin/env python3
"""Step mode in the real window on the real engine: forth, back, branches, goals, a circle of locks, a kill at a gate.
Arguments: forkscope, forkscope-lab, then unittest's."""

from window import SLEEPING_CHILD, WindowCase, main


QUEUE = """from multiprocessing import Queue

q = Queue()
q.put("red")
if q.empty():
    print("nothing to do")
else:
    print(q.get())
"""
CIRCLE = """import threading

a = threading.Lock()
b = threading.Lock()


def other():
    b.acquire()
    a.acquire()


t = threading.Thread(target=other)
t.start()
a.acquire()
b.acquire()
"""
CIRCLE_SECOND_LOCKS = (9, 15)


class StepTest(WindowCase):
    def wait_for_step(self, window, condition, description):
        return window.wait(lambda s: s["step"]["active"] and not s["step"]["busy"] and condition(s["step"]),
                           description)["step"]

    def open_stepped(self, text, *arguments):
        window = self.open_program(text, "--mode", "step", *arguments)
        self.wait_for_step(window, lambda step: step["count"] == 0 and step["suggested"] == "main", "it stands at its first step")
        return window

    def test_forth_and_back(self):
        window = self.open_stepped(QUEUE)
        window.key("space", "space", "space")
        self.wait_for_step(window, lambda step: (step["position"], step["count"]) == (3, 3), "three steps")
        window.key("b", "b")
        self.wait_for_step(window, lambda step: (step["position"], step["count"]) == (1, 3), "two back")
        window.key("Right")
        self.wait_for_step(window, lambda step: step["position"] == 2, "one forth")
        window.key("Home")
        self.wait_for_step(window, lambda step: step["position"] == 0 and step["last"] == "", "at the beginning")
        window.key("End", "1")
        step = self.wait_for_step(window, lambda step: step["position"] == 4, "main moves")
        self.assertEqual(step["last"], "main")
        self.assertEqual(step["branches"], [])

    def test_another_choice_is_a_branch_to_return_to(self):
        window = self.open_stepped(QUEUE)
        window.key("c")
        first = self.wait_for_step(window, lambda step: step["ended"], "it has ended")
        window.wait(lambda s: s["state"] == "ended", "the process is gone")
        window.key("Home", "g")
        window.wait(lambda s: s["step"]["goals"], "the goals are there")
        window.key("e")
        asked = self.wait_for_step(window, lambda step: not step["goals"] and 0 < step["position"] < first["count"], "empty() is asked")
        self.assertEqual(asked["count"], first["count"], "nothing was run again for that")
        window.click("move.feeder")
        parted = self.wait_for_step(window, lambda step: step["branch"] == 2, "the feeder moves instead")
        self.assertEqual(parted["position"], asked["position"] + 1)
        self.assertEqual((parted["last"], parted["deviation"], parted["trouble"]), ("feeder", 0, ""))
        self.assertEqual([(each["number"], each["count"]) for each in parted["branches"]], [(1, first["count"])])
        window.key("j")
        back = self.wait_for_step(window, lambda step: step["branch"] == 1, "the first branch is back")
        self.assertEqual((back["count"], back["deviation"], back["trouble"]), (first["count"], 0, ""))
        self.assertEqual([each["number"] for each in back["branches"]], [2])

    def test_a_line_and_a_blocked_thread_are_goals(self):
        window = self.open_stepped(QUEUE)
        window.key("g")
        window.wait(lambda s: s["step"]["goals"], "the goals are there")
        window.key("4", "Return")
        step = self.wait_for_step(window, lambda step: step["position"] > 0, "line 4 is reached")
        self.assertEqual(step["moves"][0]["line"], 4)
        window.key("Return")
        self.wait_for_step(window, lambda after: after["position"] > step["position"], "the call is over")

    def test_a_circle_is_told_at_once(self):
        window = self.open_stepped(CIRCLE)
        schedule_end = self.run_into_circle(window)
        self.assertEqual(len(schedule_end["circle"]), 2)
        self.assertEqual(schedule_end["suggested"], "")

    def run_into_circle(self, window):
        for _ in range(400):
            step = self.wait_for_step(window, lambda step: True, "it stands")
            if step["stuck"]:
                return step
            able = [index for index, move in enumerate(step["moves"]) if move["can_move"]]
            # Each takes its first lock before anyone takes a second one.
            first = [index for index in able if step["moves"][index]["line"] not in CIRCLE_SECOND_LOCKS]
            window.key(str((first or able)[0] + 1))
            self.wait_for_step(window, lambda after: after["position"] > step["position"], "a step")
        raise AssertionError("never stuck")

    def test_a_process_is_killed_at_its_gate(self):
        window = self.open_stepped(SLEEPING_CHILD)
        while not any(move["thread"] == "sleeper" for move in window.state()["step"]["moves"]):
            before = window.state()["step"]["position"]
            window.key("shift+space")
            self.wait_for_step(window, lambda step: step["position"] > before, "a line")
        window.click("kill.sleeper")
        step = self.wait_for_step(window, lambda step: step["last"] == "kill:sleeper", "killed")
        self.assertFalse(any(move["thread"] == "sleeper" for move in step["moves"]))
        window.key("c")
        state = window.wait(lambda s: s["state"] == "ended", "the parent goes on")
        self.assertEqual((state["exit_code"], state["counts"]["output"]), (0, 1))

    def test_from_live_and_back(self):
        window = self.open_program("import time\nwhile True:\n    time.sleep(0.01)\n")
        window.wait(lambda s: s["state"] == "running", "it runs")
        window.click("mode.Step")
        self.wait_for_step(window, lambda step: len(step["moves"]) == 1, "it stands")
        window.key("space")
        self.wait_for_step(window, lambda step: step["count"] >= 1, "a step")
        window.click("mode.Live")
        events = window.wait(lambda s: s["state"] == "running", "it goes on")["counts"]["events"]
        window.wait(lambda s: s["counts"]["events"] > events + 5, "freely")


if __name__ == "__main__":
    main()
