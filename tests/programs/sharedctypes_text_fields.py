"""Arrays of characters as fields of structures, and structures inside structures, in shared memory."""
from ctypes import Structure, c_bool, c_char, c_double, c_int, c_wchar, sizeof
from multiprocessing import Process
from multiprocessing.sharedctypes import Value


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]


class Record(Structure):
    _fields_ = [("number", c_int), ("is_new", c_bool), ("name", c_char * 8), ("letter", c_wchar * 3), ("place", Point)]


def change(record):
    record.number += 1
    record.name = b"child"
    record.letter = "xy"
    record.place.x = 1.5


if __name__ == "__main__":
    record = Value(Record, 1, True, b"main", "a", (1, 2))
    print(record.name, record.letter, record.place.y, sizeof(Record))  # expect: b'main' a 2.0 48
    process = Process(target=change, args=(record,))
    process.start()
    process.join()
    print(record.number, record.is_new, record.name, record.letter, record.place.x)  # expect: 2 True b'child' xy 1.5
    print(bytes(Point(0, 0)) == bytes(16))  # expect: True
    for name, value in (("name", b"much too long"), ("name", "text"), ("letter", b"x")):
        try:
            setattr(record, name, value)
        except (TypeError, ValueError) as error:
            print(error)
    # expect: bytes too long (13, maximum length 8)
    # expect: expected bytes, str found
    # expect: unicode string expected instead of bytes instance
