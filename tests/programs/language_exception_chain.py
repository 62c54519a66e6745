class MyError(Exception):
    pass


try:
    try:
        [][1]
    except IndexError as inner:
        raise MyError("outer") from inner
except MyError as error:
    print(error, "|", repr(error.__cause__))  # expect: outer | IndexError('list index out of range')
for number in [1, 2, 3]:
    try:
        if number == 2:
            continue
        if number == 3:
            break
    finally:
        print("cleanup", number)
# expect: cleanup 1
# expect: cleanup 2
# expect: cleanup 3
