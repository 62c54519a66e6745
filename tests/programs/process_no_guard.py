# start method: spawn
# shows: T10, checklist 11
# Without the main guard a spawned child tries to start one of its own, and is refused.
import multiprocessing


def child():
    print("never")


try:
    p = multiprocessing.get_context("spawn").Process(target=child)
    p.start()
    p.join()
    print("exit code", p.exitcode)
except RuntimeError as error:
    lines = str(error).split("\n")
    print(lines[1].strip(), len(lines), flush=True)
    raise SystemExit(1)
# expect: An attempt has been made to start a new process before the 18
# expect: exit code 1
# python: 3.11.5 (its text got longer)
