# stands for: TestStartMethod.test_nested_startmethod
# A child hands what it was given to a child of its own.
import multiprocessing as mp


def put_one(queue):
    queue.put(1)


def put_two_and_nest(queue):
    queue.put(2)
    p = mp.Process(target=put_one, args=(queue,))
    p.start()
    p.join()


if __name__ == "__main__":
    queue = mp.Queue()
    p = mp.Process(target=put_two_and_nest, args=(queue,))
    p.start()
    print(sorted([queue.get(), queue.get()]))  # expect: [1, 2]
    p.join()
    print(p.exitcode)  # expect: 0
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
