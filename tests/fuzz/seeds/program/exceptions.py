try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError(1) from e
    else:
        pass
    finally:
        del e
except (KeyError, TypeError) as e:
    print(repr(e), e.__cause__)
with open('x') as f, open('y') as h: pass
