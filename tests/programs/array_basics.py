# Array: items, slices, iteration, and what another process stores is here at once.
# stands for: _TestArray.test_array
# arguments: --start-method spawn
from multiprocessing import Array, Process


def square(numbers):
    for i in range(len(numbers)):
        numbers[i] = numbers[i] ** 2
    numbers[-1] = -1


if __name__ == "__main__":
    numbers = Array("i", range(6))
    print(len(numbers), numbers[2], numbers[-2], numbers[:], numbers[1:3], numbers[::2], numbers[::-1], numbers[9:])
    p = Process(target=square, args=(numbers,))
    p.start()
    p.join()
    print(numbers[:], list(numbers), sum(numbers), max(numbers), sorted(numbers), 16 in numbers)
    numbers[1:4] = [7, 8, 9]
    numbers[::3] = (0, 1)
    print(numbers[:], [n + 1 for n in numbers], tuple(numbers), list(enumerate(numbers))[:2])
# expect: 6 2 4 [0, 1, 2, 3, 4, 5] [1, 2] [0, 2, 4] [5, 4, 3, 2, 1, 0] []
# expect: [0, 1, 4, 9, 16, -1] [0, 1, 4, 9, 16, -1] 29 16 [-1, 0, 1, 4, 9, 16] True
# expect: [0, 7, 8, 1, 16, -1] [1, 8, 9, 2, 17, 0] (0, 7, 8, 1, 16, -1) [(0, 0), (1, 7)]
