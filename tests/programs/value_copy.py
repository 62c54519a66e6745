# sharedctypes: copy() makes a value of its own, synchronized() puts a lock around one that has none.
# stands for: _TestSharedCTypes.test_copy
from multiprocessing import RawArray, RawValue, Value, sharedctypes

raw = RawValue("d", 2.5)
copy = sharedctypes.copy(raw)
copy.value += 1
print(raw, copy)
print(sharedctypes.synchronized(raw), sharedctypes.synchronized(RawArray("c", b"ab")).value)
sharedctypes.synchronized(raw).value = 7
print(raw.value)
try:
    sharedctypes.synchronized(Value("i"))
except AssertionError as error:
    print("AssertionError", error)
print(sharedctypes.typecode_to_type["i"], sharedctypes.typecode_to_type["q"])
# expect: c_double(2.5) c_double(3.5)
# expect: <Synchronized wrapper for c_double(2.5)> b'ab'
# expect: 7.0
# expect: AssertionError object already synchronized
# expect: <class 'ctypes.c_int'> <class 'ctypes.c_long'>
