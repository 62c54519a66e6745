def work():
    try:
        raise KeyError("first")
    finally:
        raise TypeError("second")


work()
