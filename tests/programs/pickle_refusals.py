# What cannot be pickled or unpickled, in CPython's words.
import pickle
import threading


def outer():
    def inner():
        pass

    return inner


class Stubborn:
    def __getstate__(self):
        raise RuntimeError("not me")


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value + 1,)


class Slotted:
    def __reduce_ex__(self, protocol):
        return "the_slotted"


the_slotted = Slotted()


def attempt(action, value):
    try:
        return action(value)
    except Exception as error:
        text = str(error)
        at = text.find(" at 0x")
        print(type(error).__name__, text if at < 0 else text[:at] + text[text.find(">", at):])


attempt(pickle.dumps, lambda: 0)
attempt(pickle.dumps, outer())
attempt(pickle.dumps, Stubborn())
attempt(pickle.dumps, threading.Lock())
attempt(pickle.dumps, (n for n in range(3)))
attempt(pickle.dumps, [1, {"a": (lambda: 0,)}])
print(attempt(pickle.loads, pickle.dumps(Reduced(1))).value)
print(attempt(pickle.loads, pickle.dumps([the_slotted]))[0] is the_slotted)
for data in (b"", b"\x80\x04K", b"\x80\x04.", b"\x80\x04K\x05", b"\x80\x09N.", b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x05."):
    attempt(pickle.loads, data)
# expect: PicklingError Can't pickle <function <lambda>>: attribute lookup <lambda> on __main__ failed
# expect: AttributeError Can't pickle local object 'outer.<locals>.inner'
# expect: RuntimeError not me
# expect: TypeError cannot pickle '_thread.lock' object
# expect: TypeError cannot pickle 'generator' object
# expect: PicklingError Can't pickle <function <lambda>>: attribute lookup <lambda> on __main__ failed
# expect: 2
# expect: True
# expect: EOFError Ran out of input
# expect: UnpicklingError pickle data was truncated
# expect: UnpicklingError unpickling stack underflow
# expect: EOFError Ran out of input
# expect: ValueError unsupported pickle protocol: 9
# expect: UnpicklingError pickle data was truncated
