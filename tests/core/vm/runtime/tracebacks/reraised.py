def check(value):
    try:
        assert value > 0, "not positive"
    except AssertionError:
        print("checking failed")
        raise


check(-1)
