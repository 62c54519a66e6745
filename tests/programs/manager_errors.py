# What goes wrong between a proxy and the server.
from multiprocessing import Manager
from multiprocessing.managers import BaseManager, RemoteError
# simulated: no (what is left of a socket in its folder)


class Odd:
    def unpicklable(self):
        return lambda: None

    def wrong(self):
        return [].no_such_attribute


class OddManager(BaseManager):
    pass


OddManager.register("Odd", Odd)
OddManager.register("nothing_to_call", create_method=True)

if __name__ == "__main__":
    with OddManager() as m:
        odd = m.Odd()
        try:
            odd.unpicklable()
        except RemoteError as error:
            print("Unserializable message: Traceback" in str(error), "lambda" in str(error))
        try:
            odd.wrong()
        except AttributeError as error:
            print(error)
        try:
            odd.wrong(1)
        except TypeError as error:
            print(error)
        try:
            m.nothing_to_call()
        except RemoteError as error:
            print(str(error).split("\n")[-2])
    with Manager() as m:
        l = m.list()
        try:
            l.append(lambda: None)
        except Exception as error:
            print(type(error).__name__, len(l))
        m._process.kill()
        m._process.join()
        try:
            l.append(1)
        except (BrokenPipeError, ConnectionResetError, EOFError) as error:
            print("gone")
        try:
            m.list()
        except ConnectionRefusedError as error:
            print(type(error).__name__)
        print(str(l).endswith("; '__str__()' failed>"), repr(l).startswith("<ListProxy object, typeid 'list' at 0x"))
# expect: True True
# expect: 'list' object has no attribute 'no_such_attribute'
# expect: Odd.wrong() takes 1 positional argument but 2 were given
# expect: ValueError: Without callable, must have one non-keyword argument
# expect: PicklingError 0
# expect: gone
# expect: ConnectionRefusedError
# expect: True True
