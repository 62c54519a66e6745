import time


def matrix(size):
    return [[(row * size + column) % 7 for column in range(size)] for row in range(size)]


def multiply(left, right):
    columns = [list(column) for column in zip(*right)]
    product = []
    for row in left:
        line = []
        for column in columns:
            total = 0
            for index in range(len(row)):
                total += row[index] * column[index]
            line.append(total)
        product.append(line)
    return product


begin = time.perf_counter()
result = sum(sum(row) for row in multiply(matrix(70), matrix(70)))
print(time.perf_counter() - begin, result)
