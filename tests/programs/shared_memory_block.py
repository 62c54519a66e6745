"""multiprocessing.shared_memory.SharedMemory: bytes with a name that several processes load and store."""
import os
import pickle
import struct
from multiprocessing import Lock, Process, shared_memory


# Of its own: programs run beside each other.
NAME = f"forkscope_test_{os.getpid()}"


def plain(text):
    return str(text).replace(NAME, "NAME")


def add(name, lock, times):
    shm = shared_memory.SharedMemory(name=name)
    for _ in range(times):
        with lock:
            shm.buf[0] += 1
    shm.close()


def square(shm, index):
    shm.buf[index] = index * index


def show_error(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__ + ":", plain(error))


if __name__ == "__main__":
    shm = shared_memory.SharedMemory(create=True, size=8, name=NAME)
    print(plain(shm), len(shm.buf), shm.buf[:3].tolist(), shm.buf.nbytes, shm.buf.readonly)
    # expect: SharedMemory('NAME', size=8) 8 [0, 0, 0] 8 False
    lock = Lock()
    processes = [Process(target=add, args=(shm.name, lock, 10)) for _ in range(3)]
    processes += [Process(target=square, args=(shm, index)) for index in (1, 2, 3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(list(shm.buf), bytes(shm.buf[1:4]), shm.buf[::2].tobytes(), shm.buf[-5])
    # expect: [30, 1, 4, 9, 0, 0, 0, 0] b'\x01\x04\t' b'\x1e\x04\x00\x00' 9
    shm.buf[4:6] = b"ab"
    struct.pack_into("<h", shm.buf, 6, 513)
    print(bytes(shm.buf[4:]), struct.unpack_from("<h", shm.buf, 6))  # expect: b'ab\x01\x02' (513,)
    copy = pickle.loads(pickle.dumps(shm))
    print(plain(copy.name), copy.buf[4])  # expect: NAME 97
    copy.close()
    show_error(shm.buf.__setitem__, 0, 256)  # expect: ValueError: memoryview: invalid value for format 'B'
    show_error(shm.buf.__setitem__, 8, 0)  # expect: IndexError: index out of bounds on dimension 1
    show_error(shm.buf.__setitem__, slice(0, 3), b"ab")
    # expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
    show_error(shared_memory.SharedMemory, NAME, True, 8)
    # expect: FileExistsError: [Errno 17] File exists: '/NAME'
    show_error(shared_memory.SharedMemory, create=True)
    # expect: ValueError: 'size' must be a positive number different from zero
    shm.close()
    print(shm.buf, shm.size)  # expect: None 8
    shm.unlink()
    show_error(shared_memory.SharedMemory, NAME)
    # expect: FileNotFoundError: [Errno 2] No such file or directory: '/NAME'
