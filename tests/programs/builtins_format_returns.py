# What __format__ gives has to be a text, wherever it is asked for.
# expect: text text text Text
# expect: __format__ must return a str, not NoneType
# expect: __format__ must return a str, not NoneType
# expect: __format__ must return a str, not int
# expect: __format__ must return a str, not int
# expect: __format__ must return a str, not bytes


class Text(str):
    pass


class Shown:
    def __init__(self, shown=None):
        self.shown = shown

    def __format__(self, spec):
        return self.shown


good = Shown(Text("text"))
print(f"{good} {good:a}", format(good), type(format(good)).__name__)
for act in (lambda: f"{Shown()}", lambda: f"{Shown()} and {Shown()}", lambda: format(Shown(5)), lambda: "{}".format(Shown(5)),
            lambda: f"{Shown(b''):x}{1}"):
    try:
        print(act())
    except TypeError as error:
        print(error)
