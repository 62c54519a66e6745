import random
import time


def quicksort(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    return (quicksort([item for item in items if item < pivot]) + [item for item in items if item == pivot] +
            quicksort([item for item in items if item > pivot]))


def bubble(items):
    for end in range(len(items) - 1, 0, -1):
        for index in range(end):
            if items[index] > items[index + 1]:
                items[index], items[index + 1] = items[index + 1], items[index]
    return items


random.seed(7)
numbers = [random.randrange(100000) for number in range(30000)]
begin = time.perf_counter()
ordered = quicksort(numbers)
result = sorted(numbers) == ordered, bubble(numbers[:350]) == sorted(numbers[:350]), sorted(numbers, key=lambda number: -number)[0]
print(time.perf_counter() - begin, result)
