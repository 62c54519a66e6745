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
OPPOSITE = """from multiprocessing import Process, Lock


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    p = Process(target=work, args=(a, b))
    p.start()
    work(b, a)
    p.join()
"""
IN_TURN = LOST.replace("    a.start()\n    b.start()\n    a.join()\n    b.join()\n", "    a.start()\n    a.join()\n    b.start()\n    b.join()\n")
# How often it was counted is the exit code, too.
COUNTER = """from threading import Thread

count = 0


def work():
    global count
    count += 1


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count, flush=True)
    raise SystemExit(count)
"""


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

    def test_switches_inside_a_statement(self):
        window = self.open_program(COUNTER, "--mode", "outcomes")
        self.searched(window)
        window.key("space")
        state = window.wait(lambda s: s["outcomes"]["revealed"] and "every_bytecode" in s["hits"], "shown")
        self.assertEqual((state["outcomes"]["every_bytecode"], len(state["outcomes"]["lines"])), (False, 1))
        window.click("every_bytecode")
        state = window.wait(lambda s: s["outcomes"]["every_bytecode"] and not s["outcomes"]["searching"], "searched again")
        # One update is lost, which was impossible before.
        self.assertEqual([(line["possible"], line["before"]) for line in state["outcomes"]["lines"]], [(True, False), (True, True)])
        window.click("step_through0")
        window.wait(lambda s: s["mode"] == "step" and s["state"] == "ended" and s["exit_code"] == 1, "real threads lose it, too")

    def choose(self, window, thread):
        """A step of this thread, by its card's number."""
        state = window.state()
        number = [move["thread"] for move in state["step"]["moves"]].index(thread) + 1
        window.key(str(number))
        return window.wait(lambda s: s["step"]["position"] == state["step"]["position"] + 1 and not s["step"]["busy"], "a step")

    def test_cards_show_what_remains(self):
        window = self.open_program(OPPOSITE, "--mode", "step")
        window.wait(lambda s: s["step"]["active"] and not s["step"]["busy"], "it stands")
        window.key("w")
        state = window.wait(lambda s: s["remains"]["known"], "searched, and asked")
        self.assertEqual((len(state["remains"]["now"]), state["remains"]["complete"]), (2, True))
        self.assertEqual(state["step"]["count"], 0)  # the search beside it has not stopped the program
        rows = state["remains"]["now"]
        # Along moves that leave both, until one of them leaves the deadlock alone.
        for _ in range(60):
            decides = [move for move, left in state["remains"]["after"].items() if len(left) == 1]
            if decides:
                break
            self.choose(window, next(iter(state["remains"]["after"])))
            state = window.wait(lambda s: s["remains"]["known"], "asked again")
        self.assertTrue(decides)
        left = state["remains"]["after"][decides[0]]
        self.choose(window, decides[0])
        state = window.wait(lambda s: s["remains"]["known"], "asked again")
        self.assertEqual((state["remains"]["now"], state["remains"]["turning_point"]), (left, True))
        window.key("b")
        state = window.wait(lambda s: s["remains"]["known"] and s["step"]["position"] < s["step"]["count"], "a step back")
        self.assertEqual(state["remains"]["now"], rows)
        window.key("w")
        window.wait(lambda s: not s["remains"]["shown"], "hidden")

    def test_challenge(self):
        window = self.open("--lesson", "20", "--mode", "outcomes")
        self.searched(window)
        window.key("space")
        state = window.wait(lambda s: s["outcomes"]["revealed"] and "challenge0" in s["hits"], "shown")
        self.assertEqual(state["outcomes"]["lines"][0]["output"], "two processes, 1 each: 1\n")
        window.click("challenge0")
        state = window.wait(lambda s: s["mode"] == "step" and s["remains"]["challenge_state"] == "open", "the challenge")
        self.assertFalse(state["remains"]["shown"])
        # One reads, then the other; whoever stores first.
        def next_of(thread):
            return next((move["request"] for move in window.state()["step"]["moves"] if move["thread"] == thread), "")
        while any(move["thread"] == "main" and move["can_move"] for move in window.state()["step"]["moves"]):
            self.choose(window, "main")
        for thread in ("Process-1", "Process-2"):
            while next_of(thread) != "memory_write":
                self.choose(window, thread)
        state = window.wait(lambda s: s["remains"]["challenge_state"] == "certain", "nothing else can happen")
        self.assertEqual(state["remains"]["preemptions"], 1)
        window.key("c")
        state = window.wait(lambda s: s["step"]["ended"] and s["remains"]["challenge_state"] == "reached", "done")
        self.assertEqual(state["remains"]["preemptions"], 1)
        # From its beginning once more, in turn: that is the other outcome.
        window.key("r")
        window.wait(lambda s: s["step"]["count"] == 0 and s["remains"]["challenge_state"] == "open", "from its beginning")
        window.key("c")
        window.wait(lambda s: s["step"]["ended"] and s["remains"]["challenge_state"] == "lost", "lost")
        window.key("h")
        window.wait(lambda s: s["remains"]["challenge"] == -1 and s["remains"]["shown"], "given up")

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
        self.assertEqual(([line["before"] for line in state["outcomes"]["lines"]], state["outcomes"]["changed_text"]), ([True, True], True))

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
