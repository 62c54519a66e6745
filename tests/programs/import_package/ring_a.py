import import_package.ring_b


def finish():
    return import_package.ring_b.value + 1
