"""SharedMemory.buf seen as numbers: cast(), what fits in, and that no view may be left when it is closed."""
import struct
from multiprocessing import Process, shared_memory


def child(name, n):
    memory = shared_memory.SharedMemory(name=name)
    with memory.buf.cast("i") as numbers:
        for i in range(n):
            numbers[i] += i * i
    doubles = memory.buf[32:].cast("d")
    doubles[0] = 2.5
    del doubles
    memory.close()


def refused(memory, view):
    """What is not possible, and what it raises."""
    yield lambda: view.__setitem__(0, "x")
    yield lambda: view.__setitem__(0, 2**40)
    yield lambda: view.__setitem__(0, 1.5)
    yield lambda: view[99]
    yield lambda: view["a"]
    yield lambda: view.cast("d")
    yield lambda: memory.buf.cast("z")
    yield lambda: memory.buf[:5].cast("i")
    yield lambda: memory.buf[::2].cast("i")
    yield lambda: memory.buf.cast(5)
    yield lambda: view.__setitem__(slice(0, 1), b"abcd")
    yield lambda: memory.buf.cast("c").__setitem__(0, 5)
    yield lambda: memory.buf.cast("c").__setitem__(0, b"ab")
    yield lambda: memory.buf[:8].cast("d").__setitem__(0, "a")
    yield lambda: memory.buf.__setitem__(0, 256)
    yield lambda: memory.buf.__setitem__(0, "a")


if __name__ == "__main__":
    memory = shared_memory.SharedMemory(create=True, size=64)
    process = Process(target=child, args=(memory.name, 4))
    process.start()
    process.join()
    view = memory.buf[:64].cast("i")
    print(view[3], view.tolist()[:6], view.nbytes, view.itemsize, view.format, len(view), view.shape, view.strides)
    print(view[1::2].tolist()[:3], view[1::2].strides, view.contiguous, view[::2].contiguous)
    print(memory.buf[32:40].cast("d")[0])
    for attempt in refused(memory, view):
        try:
            print(attempt())
        except (TypeError, ValueError, IndexError) as error:
            print(type(error).__name__, error)
    view[0:2] = memoryview(struct.pack("2i", 7, 8)).cast("i")
    memory.buf.cast("?")[0] = []
    print(view.tolist()[:3], view == memoryview(struct.pack("16i", *view)).cast("i"), memory.buf.cast("c")[4])
    try:
        memory.close()
    except BufferError as error:
        print("BufferError", error)
    print(memory.buf)
    view.release()
    memory.close()
    try:
        view[0]
    except ValueError as error:
        print(error)
    memory.unlink()
# expect: 9 [0, 1, 4, 9, 0, 0] 64 4 i 16 (16,) (4,)
# expect: [1, 9, 0] (8,) True False
# expect: 2.5
# expect: TypeError memoryview: invalid type for format 'i'
# expect: ValueError memoryview: invalid value for format 'i'
# expect: TypeError memoryview: invalid type for format 'i'
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: cannot cast between two non-byte formats
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: TypeError memoryview: casts are restricted to C-contiguous views
# expect: TypeError cast() argument 'format' must be str, not int
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError memoryview: invalid type for format 'c'
# expect: ValueError memoryview: invalid value for format 'c'
# expect: TypeError memoryview: invalid type for format 'd'
# expect: ValueError memoryview: invalid value for format 'B'
# expect: TypeError memoryview: invalid type for format 'B'
# expect: [0, 8, 4] True b'\x08'
# expect: BufferError cannot close exported pointers exist
# expect: None
# expect: operation forbidden on released memoryview object
