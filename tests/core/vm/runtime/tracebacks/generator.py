def numbers():
    yield 1
    raise ValueError("no more numbers")


for number in numbers():
    print(number)
