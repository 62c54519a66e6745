#!/usr/bin/env python3
"""Lessons in the real window on the real engine: the look inside the library, and questions that are answered and judged.
Arguments: forkscope, forkscope-lab, then unittest's."""

from window import WindowCase, main

FALSE_CHOICE, OF_A_LAMBDA = "ctrl+2", 9


class LessonsWindowTest(WindowCase):
    def step_until(self, window, condition, description):
        for _ in range(300):
            state = window.state()
            if condition(state):
                return state
            position = state["step"]["position"]
            window.key("space")
            window.wait(lambda s: s["step"]["position"] > position or condition(s), f"a step towards: {description}")
        self.fail(f"not reached: {description}")

    def test_f7_shows_the_library_and_follows(self):
        window = self.open("--lesson", "1", "--mode", "step")
        window.wait(lambda s: s["step"]["active"], "it stands still")
        window.key("F7")
        window.wait(lambda s: s["library"]["shown"], "the library is opened")
        state = self.step_until(window, lambda s: s["library"]["function"] == "Queue.put", "main is in put()")
        self.assertEqual(state["library"]["file"], "multiprocessing/queues.py")
        state = window.wait(lambda s: s["library"]["text"], "the source is there")
        self.assertEqual(state["library"]["text"].strip(), "take_slot()")
        before = state["library"]["line"]
        self.step_until(window, lambda s: s["library"]["line"] not in (0, before), "the line moves")
        position = window.state()["step"]["position"]
        while window.state()["library"]["line"] != before:
            window.key("b")
            position -= 1
            window.wait(lambda s: s["step"]["position"] == position, "one step back")
        window.key("F7")
        window.wait(lambda s: not s["library"]["shown"] and s["library"]["line"] == 0, "the library is closed")

    def test_a_prediction_is_judged_by_the_step(self):
        window = self.open("--lesson", "1", "--mode", "step")
        window.wait(lambda s: s["step"]["active"], "it stands still")
        self.step_until(window, lambda s: s["prediction"]["state"] == "asked", "the first question")
        window.key(FALSE_CHOICE)  # "1": one item in the pipe
        window.wait(lambda s: s["prediction"]["chosen"] == "1", "chosen")
        window.key("space")
        state = window.wait(lambda s: s["prediction"]["state"] == "judged", "judged")
        self.assertEqual((state["prediction"]["answer"], state["prediction"]["right"], state["prediction"]["judged"]), ("0", 0, 1))
        window.key("b")
        window.wait(lambda s: s["prediction"]["state"] == "asked", "asked again")
        window.click("predict.1")
        window.wait(lambda s: s["prediction"]["chosen"] == "0", "chosen by the mouse")
        window.key("space")
        state = window.wait(lambda s: s["prediction"]["state"] == "judged", "judged again")
        self.assertEqual((state["prediction"]["right"], state["prediction"]["judged"]), (1, 1))

    def test_a_lesson_that_runs_freely_waits_for_the_answer(self):
        window = self.open("--lesson", "8")
        window.wait(lambda s: s["prediction"]["state"] == "asked", "the question of lesson 8")
        window.key("Next")  # Page Down
        state = window.wait(lambda s: s["lesson"] == OF_A_LAMBDA and s["prediction"]["state"] == "asked", "the next lesson asks")
        self.assertEqual((state["state"], state["runs"]), ("nothing", 0))
        window.key(FALSE_CHOICE)
        state = window.wait(lambda s: s["prediction"]["state"] == "judged", "it ran, and is judged")
        self.assertEqual((state["state"], state["runs"]), ("ended", 1))
        self.assertEqual((state["prediction"]["answer"], state["prediction"]["right"]), ("False", 1))
        window.key("Prior")  # Page Up
        window.wait(lambda s: s["lesson"] == OF_A_LAMBDA - 1, "the lesson before")


if __name__ == "__main__":
    main()
