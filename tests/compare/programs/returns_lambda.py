def work(item):
    return lambda: item
