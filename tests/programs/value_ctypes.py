# ctypes types instead of type codes, and ctypes objects that are not shared at all.
import ctypes
import pickle
from multiprocessing import Value

print(Value(ctypes.c_int, 3), Value(ctypes.c_bool, "yes").value, Value(ctypes.c_uint, -1).value)
number = ctypes.c_int(5)
number.value += 1
print(number, ctypes.c_char(b"x"), ctypes.c_longlong(1), ctypes.c_uint8(300), ctypes.c_size_t(2), ctypes.c_float(0.5))
three = ctypes.c_int * 3
numbers = three(1, 2)
print(three, numbers[:], len(numbers), three is ctypes.c_int * 3, three._length_, three._type_)
numbers[0] = 9
print(list(numbers), ctypes.sizeof(three), ctypes.sizeof(number), pickle.loads(pickle.dumps(number)))
for action in (lambda: three(1, 2, 3, 4), lambda: ctypes.c_int * -1, lambda: ctypes.c_int * 2.0, lambda: ctypes.sizeof(int)):
    try:
        action()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: <Synchronized wrapper for c_int(3)> True 4294967295
# expect: c_int(6) c_char(b'x') c_long(1) c_ubyte(44) c_ulong(2) c_float(0.5)
# expect: <class '__main__.c_int_Array_3'> [1, 2, 0] 3 True 3 <class 'ctypes.c_int'>
# expect: [9, 2, 0] 12 4 c_int(6)
# expect: IndexError invalid index
# expect: ValueError Array length must be >= 0, not -1
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError this type has no size
