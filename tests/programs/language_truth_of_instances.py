"""What __bool__ and __len__ may answer, in every place where a truth is asked for."""


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


def answers(value):
    class Sayer:
        def __bool__(self):
            return value

    return Sayer()


def measures(value):
    class Sized:
        def __len__(self):
            return value

    return Sized()


def asked(sayer):
    if sayer:
        return "yes"
    return "no"


for ask in (bool, asked, lambda sayer: not sayer, lambda sayer: sayer and 1, lambda sayer: 1 if sayer else 2):
    show(lambda: (ask(answers(True)), ask(answers(False)) in (False, "no", True, 2) or "itself", ask(measures(3))))
    show(lambda: ask(answers(1)))
    show(lambda: ask(measures(-1)))
    show(lambda: ask(measures("long")))
# expect: (True, True, True)
# expect: TypeError: __bool__ should return bool, returned int
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ('yes', True, 'yes')
# expect: TypeError: __bool__ should return bool, returned int
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: (False, True, False)
# expect: TypeError: __bool__ should return bool, returned int
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: (1, 'itself', 1)
# expect: TypeError: __bool__ should return bool, returned int
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: (1, True, 1)
# expect: TypeError: __bool__ should return bool, returned int
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer


class Basket:
    def __contains__(self, item):
        return item


print("" in Basket(), "x" in Basket(), 0 not in Basket())  # expect: False True True
