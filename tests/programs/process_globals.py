# start method: spawn
# shows: checklist 11
# A spawned child runs the file again as __mp_main__: what is set under the guard is not there.
import multiprocessing

color = "white"


def child():
    print("child:", __name__, color, flush=True)


if __name__ == "__main__":
    color = "red"
    p = multiprocessing.get_context("spawn").Process(target=child)
    p.start()
    p.join()
    print("parent:", __name__, color, p.exitcode)
# expect: child: __mp_main__ white
# expect: parent: __main__ red 0
