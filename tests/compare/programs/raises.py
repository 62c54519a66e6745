def work(item):
    if item == 3:
        raise ValueError("three")
    return item
