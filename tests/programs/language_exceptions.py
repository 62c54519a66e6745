def risky(kind):
    try:
        if kind == 0:
            return 1 / 0
        if kind == 1:
            return {}["missing"]
        if kind == 2:
            raise ValueError("bad", 7)
        return "fine"
    except ZeroDivisionError as error:
        return f"zero: {error}"
    except (KeyError, IndexError) as error:
        return f"look-up: {error} {type(error).__name__}"
    else:
        return "unreachable"
    finally:
        print("finally", kind)


for kind in range(4):
    try:
        print(risky(kind))
    except Exception as error:
        print("outer", repr(error), error.args)
# expect: finally 0
# expect: zero: division by zero
# expect: finally 1
# expect: look-up: 'missing' KeyError
# expect: finally 2
# expect: outer ValueError('bad', 7) ('bad', 7)
# expect: finally 3
# expect: fine
