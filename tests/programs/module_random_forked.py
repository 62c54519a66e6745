"""The module's generator is seeded anew in every child that fork() makes; one of the program's own is inherited as it is."""
import multiprocessing
import random

own = random.Random(7)


def work(results):
    results.put((random.random(), own.random()))


if __name__ == "__main__":
    random.seed(5)
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    children = [context.Process(target=work, args=(results,)) for _ in range(3)]
    for child in children:
        child.start()
    answers = [results.get() for _ in children]
    for child in children:
        child.join()
    print(len({shared for shared, mine in answers}), {mine for shared, mine in answers} == {own.random()})
    # expect: 3 True
    print(random.random() in {shared for shared, mine in answers})
    # expect: False
