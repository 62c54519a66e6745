# Sets of numbers are pickled in the order in which they are walked, so that another process makes the same one of them.
import multiprocessing
import pickle


def made(numbers):
    return {*numbers}


def send(queue):
    queue.put({40, 8, 16, 3, 99, 64, 128})


if __name__ == "__main__":
    some = {1000, 8, 16, 24, 32}
    some.discard(8)
    some.add(40)
    print(some, pickle.loads(pickle.dumps(some)), pickle.loads(pickle.dumps(frozenset(some), 2)))
    # expect: {32, 16, 1000, 40, 24} {32, 40, 1000, 16, 24} frozenset({32, 40, 1000, 16, 24})
    many = {number * 7 % 10007 for number in range(2500, 0, -1)}
    again = pickle.loads(pickle.dumps(many))
    print(list(again)[:6], again == many)  # expect: [3, 8197, 7, 10, 8204, 14] True
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=send, args=(queue,))
    child.start()
    print(queue.get())  # expect: {64, 128, 99, 3, 40, 8, 16}
    child.join()
    with multiprocessing.Pool(1) as pool:
        print(pool.map(made, [[64, 0, 8, 100], [7, 777, 77]]))  # expect: [{64, 0, 100, 8}, {777, 77, 7}]
