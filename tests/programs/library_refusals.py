"""What cannot be copied, and texts where bytes belong; what a function keeps."""
import binascii
import copy
import math
import threading
import zlib


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Holder:
    def __init__(self, held):
        self.held = held


for value in (math, threading.Lock(), (each for each in ()), Holder(math), Holder(threading.Lock())):
    show(lambda: copy.deepcopy(value))
# expect: TypeError: cannot pickle 'module' object
# expect: TypeError: cannot pickle '_thread.lock' object
# expect: TypeError: cannot pickle 'generator' object
# expect: TypeError: cannot pickle 'module' object
# expect: TypeError: cannot pickle '_thread.lock' object
show(lambda: copy.copy(math))  # expect: TypeError: cannot pickle 'module' object
for function in (zlib.crc32, zlib.adler32, binascii.hexlify, binascii.crc32):
    show(lambda: function("text"))
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'str'
show(lambda: (zlib.crc32(b"text"), zlib.adler32(bytearray(b"text")), binascii.hexlify(memoryview(b"text"))))
# expect: (999008199, 73859526, b'74657874')


def noted(a: int) -> str:
    pass


noted.note = 1
print(noted.__dict__, vars(noted), noted.__annotations__)
# expect: {'note': 1} {'note': 1} {'a': <class 'int'>, 'return': <class 'str'>}
