for n in range(2, 8):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime")
# expect: 2 is prime
# expect: 3 is prime
# expect: 5 is prime
# expect: 7 is prime
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
# expect: n 2
# expect: n 0
else:
    print("while ended")  # expect: while ended


def finally_order():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "returned"
            print("body", i)
        finally:
            print("finally", i)
    return "never"


print(finally_order())
# expect: body 0
# expect: finally 0
# expect: finally 1
# expect: finally 2
# expect: returned


def overriding():
    try:
        raise ValueError
    finally:
        return "finally wins"


def breaking():
    while True:
        try:
            1 / 0
        except ZeroDivisionError:
            break
        finally:
            print("cleanup")
    return "out"


print(overriding(), breaking())
# expect: cleanup
# expect: finally wins out
if False:
    pass
elif None:
    pass
elif []:
    pass
else:
    print("all false")  # expect: all false
x = 5 if n else 6; y = x; print(x, y)  # expect: 6 6
try:
    try:
        raise KeyError("inner")
    finally:
        print("inner finally")  # expect: inner finally
except KeyError as error:
    print("outer", error)  # expect: outer 'inner'
else:
    print("not here")
finally:
    print("outer finally")  # expect: outer finally
try:
    pass
except Exception:
    print("never")
else:
    print("else runs")  # expect: else runs
assert True, "never"
try:
    assert n > 100, f"n is {n}"
except AssertionError as error:
    print(error)  # expect: n is 0
try:
    assert ()
except AssertionError as error:
    print(repr(error))  # expect: AssertionError()
