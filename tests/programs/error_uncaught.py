# exit: 1
# error: Traceback (most recent call last):
# error: ZeroDivisionError: division by zero
def divide(a, b):
    return a / b


print("before")  # expect: before
divide(1, 0)
print("after")
