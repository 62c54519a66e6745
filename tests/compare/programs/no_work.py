def other(item):
    return item
