import time


def words(rounds):
    counts = {}
    for number in range(rounds):
        word = "word" + str(number % 97)
        if word in counts:
            counts[word] = counts[word] + 1
        else:
            counts[word] = 1
    return len(counts)


begin = time.perf_counter()
words(200000)
print(1 / (time.perf_counter() - begin))
