import time


def words(rounds):
    counts = {}
    for number in range(rounds):
        word = "word" + str(number % 97)
        if word in counts:
            counts[word] = counts[word] + 1
        else:
            counts[word] = 1
    places = {}
    for number in range(rounds):
        places[number % 5000, number % 3] = places.get((number % 5000, number % 3), 0) + 1
    return sum(value * len(key) for key, value in counts.items()) + len(places)


begin = time.perf_counter()
result = words(80000)
print(time.perf_counter() - begin, result)
