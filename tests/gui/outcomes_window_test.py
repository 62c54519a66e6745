#!/usr/bin/env python3
"""The Outcomes page in the real window on the real engine. Arguments: forkscope, forkscope-lab, then unittest's."""
from window import WindowCase, main

LOST = """from multiprocessing import Process, RawValue

v = RawValue("i", 0)


def add():
    v.value += 1


if __name__ == "__main__":
    a, b = Process(target=add), Process(target=add)
    a.start()
    b.start()
    a.join()
    b.join()
    print(v.value)
"""
IN_TURN = LOST.replace("    a.start()\n    b.start()\n    a.join()\n    b.join()\n", "    a.start()\n    a.join()\n    b.start()\n    b.join()\n")


def found(state):
    return {(line["end"], line["output"]): line["possible"] for line in state["outcomes"]["lines"]}


class OutcomesTest(WindowCase):
    def searched(self, window):
        return window.wait(lambda s: s["outcomes"]["states"] > 0 and not s["outcomes"]["searching"], "all states are seen")

    def test_guess_first_then_see_all(self):
        window = self.open("--lesson", "20", "--mode", "outcomes")
        state = self.searched(window)
        self.assertEqual((state["outcomes"]["revealed"], state["outcomes"]["lines"]), (False, []))
        window.key("1", "3")  # 2 is possible, 0 is not
        window.key("space")
        state = window.wait(lambda s: s["outcomes"]["revealed"], "shown")
        self.assertTrue(state["outcomes"]["complete"])
        self.assertEqual(found(state), {("ok", "two processes, 1 each: 1\n"): True, ("ok", "two processes, 1 each: 2\n"): True,
                                        ("ok", "two processes, 1 each: 0\n"): False})
        window.key("Down")
        window.wait(lambda s: s["outcomes"]["chosen"] == 1, "the next row")
        window.key("c")
        window.wait(lambda s: s["outcomes"]["beside"] == 0, "the other beside it")
        usual = state["outcomes"]["p"]
        window.key("Right")
        window.wait(lambda s: s["outcomes"]["p"] == usual + 1, "another scheduler")

    def test_an_example_is_stepped_on_real_processes(self):
        window = self.open("--lesson", "20", "--mode", "outcomes")
        self.searched(window)
        window.key("space")
        window.wait(lambda s: s["outcomes"]["revealed"] and "step_through0" in s["hits"], "shown")
        window.click("step_through0")
        window.wait(lambda s: s["mode"] == "step" and s["state"] == "ended" and s["counts"]["output"] == 1, "it ended as it should")

    def test_a_mended_program_cannot_do_it_any_more(self):
        window = self.open_program(LOST, "--mode", "outcomes")
        self.searched(window)
        window.key("space")
        state = window.wait(lambda s: s["outcomes"]["revealed"], "shown")
        self.assertEqual(found(state), {("ok", "1\n"): True, ("ok", "2\n"): True})
        window.program.write_text(IN_TURN, encoding="utf-8")
        window.wait(lambda s: s["outcomes"]["old"], "the file is another one")
        window.key("r")
        state = window.wait(lambda s: not s["outcomes"]["searching"] and not s["outcomes"]["old"] and len(s["outcomes"]["lines"]) == 2
                            and not all(line["possible"] for line in s["outcomes"]["lines"]), "searched again")
        self.assertEqual(found(state), {("ok", "2\n"): True, ("ok", "1\n"): False})

    def test_python_runs_beside_it(self):
        window = self.open_program("print('always')\n", "--mode", "outcomes")
        self.searched(window)
        window.key("space")
        window.wait(lambda s: "python100" in s["hits"], "shown")
        window.click("python100")
        window.wait(lambda s: s["outcomes"]["running"] and s["outcomes"]["runs"] > 0, "it runs")
        window.key("s")
        state = window.wait(lambda s: not s["outcomes"]["running"], "stopped")
        self.assertEqual(state["outcomes"]["lines"][0]["runs"], state["outcomes"]["runs"])


if __name__ == "__main__":
    main()
