# A module of the library holds what the program puts there: a set that cannot change, with things that can.
import multiprocessing as mp
import string


class Thing:
    def __init__(self, number):
        self.number = number


def child():
    print(sorted(thing.number for thing in string.things), flush=True)


if __name__ == "__main__":
    string.things = frozenset(Thing(number) for number in range(3))
    for thing in string.things:
        thing.number += 10
    process = mp.get_context("fork").Process(target=child)
    process.start()
    process.join()
    child()

# expect: [10, 11, 12]
# expect: [10, 11, 12]
