"""The module's text."""


def documented():
    """What it does.

    More."""


class Documented:
    "One line."

    def method(self):
        "Of the method."
        def inner():
            pass
        return inner


print(__doc__, __name__, documented.__doc__.splitlines()[0], Documented.__doc__, Documented.method.__doc__)
# expect: The module's text. __main__ What it does. One line. Of the method.
print(documented.__name__, Documented.__name__, Documented.method.__qualname__, Documented().method().__qualname__)
# expect: documented Documented Documented.method Documented.method.<locals>.inner
print((lambda: 0).__name__, documented.__module__, Documented.__module__, __file__.endswith(".py"))
# expect: <lambda> __main__ __main__ True
print([c.__name__ for c in type(5).__mro__], Documented().__class__.__name__, type(documented).__name__)
# expect: ['int', 'object'] Documented function
print(repr(Documented), repr(documented).split(" at ")[0], repr(Documented().method).split(" object at")[0])
# expect: <class '__main__.Documented'> <function documented <bound method Documented.method of <__main__.Documented
print((lambda: (yield))().__class__.__name__, len.__name__, str.upper.__name__, documented.__code__.co_name)
# expect: generator len upper documented
documented.extra = 5
print(documented.extra, documented.__dict__)  # expect: 5 {'extra': 5}
if __name__ == "__main__":
    print("run as the program")  # expect: run as the program
