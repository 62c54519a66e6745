# threading.local: what its class says (attributes, properties, slots), and when its values go.
import threading


def in_thread(target):
    thread = threading.Thread(target=target, name="other")
    thread.start()
    thread.join()


class Settings(threading.local):
    number = 2
    __slots__ = ("shared",)

    def __init__(self, **given):
        self.__dict__.update(given)

    @property
    def twice(self):
        return self.number * 2

    @twice.setter
    def twice(self, value):
        self.number = value // 2


settings = Settings(color="red")
print(settings.number, settings.color)
settings.number = 7
settings.twice = 20
settings.shared = 4
print(settings.number, settings.twice, vars(settings), "number" in dir(settings))


def other():
    print(settings.number, settings.color, settings.shared, vars(settings))
    settings.number = 9
    for change in (lambda: delattr(settings, "nothing"), lambda: setattr(settings, "__dict__", {})):
        try:
            change()
        except AttributeError as error:
            print(error)


in_thread(other)
print(settings.number)


class Noted:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print("gone", self.number)


kept = threading.local()
kept.noted = Noted(1)
del kept
print("after the local")
kept = threading.local()
kept.noted = Noted(2)


def fills():
    kept.noted = Noted(3)
    kept.noted = Noted(4)
    print("the thread ends")


in_thread(fills)
print(kept.noted.number)
kept.noted = None


class Fails(threading.local):
    is_bad = False

    def __init__(self):
        if Fails.is_bad:
            raise ValueError("not here")
        self.ready = threading.current_thread().name


fails = Fails()


def tries():
    for Fails.is_bad in (True, False):
        try:
            print(fails.ready)
        except ValueError as error:
            print("error:", error)


in_thread(tries)
# expect: 2 red
# expect: 10 20 {'color': 'red', 'number': 10} True
# expect: 2 red 4 {'color': 'red'}
# expect: 'Settings' object has no attribute 'nothing'
# expect: 'Settings' object attribute '__dict__' is read-only
# expect: 10
# expect: gone 1
# expect: after the local
# expect: gone 3
# expect: the thread ends
# expect: gone 4
# expect: 2
# expect: gone 2
# expect: error: not here
# expect: other
