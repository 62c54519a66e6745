# RawArray has no lock; its type is named after its items and their number.
# stands for: _TestArray.test_rawarray, _TestArray.test_getobj_getlock_obj
# arguments: --start-method spawn
from multiprocessing import Array, Process, RawArray, RLock


def reverse(raw, checked):
    raw[:] = raw[::-1]
    with checked.get_lock():
        checked[0] += sum(raw)


if __name__ == "__main__":
    raw, lock = RawArray("i", [1, 2, 3]), RLock()
    checked = Array("l", 1, lock=lock)
    p = Process(target=reverse, args=(raw, checked))
    p.start()
    p.join()
    print(raw[:], checked[:], checked.get_lock() is lock, checked.get_obj()[:])
    print(type(raw), repr(raw).split(" at ")[0], repr(checked).split(" at ")[0])
    print(hasattr(raw, "get_lock"), raw == RawArray("i", [3, 2, 1]), bool(raw))
# expect: [3, 2, 1] [6] True [6]
# expect: <class 'multiprocessing.sharedctypes.c_int_Array_3'> <multiprocessing.sharedctypes.c_int_Array_3 object <SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_long_Array_1 object
# expect: False False True
