# Value: one C value in shared memory, read and set through .value; what it prints is the value, not its number.
# stands for: _TestValue.test_value
# arguments: --start-method spawn
from multiprocessing import Process, Value


def change(values):
    for value, new in zip(values, (13, -2.5, b"y", 7)):
        value.value = new


if __name__ == "__main__":
    values = [Value("i", 5), Value("d", 3.5), Value("c", b"x"), Value("h")]
    print([v.value for v in values])
    p = Process(target=change, args=(values,))
    p.start()
    p.join()
    print([v.value for v in values])
    print(values[0], repr(values[1]), f"{values[2]}")
# expect: [5, 3.5, b'x', 0]
# expect: [13, -2.5, b'y', 7]
# expect: <Synchronized wrapper for c_int(13)> <Synchronized wrapper for c_double(-2.5)> <Synchronized wrapper for c_char(b'y')>
