def fail(count):
    if count == 0:
        raise RuntimeError("at the bottom")
    fail(count - 1)
