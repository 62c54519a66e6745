def total(values):
    return sum(valeus)


total([1, 2])
