"""ShareableList, and a SharedMemoryManager that removes what it made."""
import os
import pickle
from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList


# Of its own: programs run beside each other.
NAME = f"forkscope_test_{os.getpid()}_list"


def double(name, position):
    shared = ShareableList(name=name)
    shared[position] *= 2
    shared.shm.close()


def add_up(part, total):
    total[0] = total[0] + sum([part[position] for position in range(3)])


def show_error(function, *args):
    try:
        function(*args)
    except Exception as error:
        print(type(error).__name__ + ":", error)


if __name__ == "__main__":
    shared = ShareableList(["howdy", b"bytes", -273.5, 100, None, True], name=NAME)
    print(str(shared).replace(NAME, "NAME"), shared.format, shared.shm.size)
    # expect: ShareableList(['howdy', b'bytes', -273.5, 100, None, True], name='NAME') 8s8sdqxxxxxx?xxxxxxxx? 166
    process = Process(target=double, args=(NAME, 3))
    process.start()
    process.join()
    shared[0] = "dry"
    print(shared[3], shared[0], len(shared), shared.count(200), shared.index(None), 5 in shared)  # expect: 200 dry 6 1 4 False
    show_error(shared.__setitem__, 0, "a text that is too long")  # expect: ValueError: bytes/str item exceeds available storage
    show_error(shared.__getitem__, 9)  # expect: IndexError: index out of range
    show_error(shared.index, "nowhere")  # expect: ValueError: 'nowhere' not in this container
    again = pickle.loads(pickle.dumps(shared))
    print(list(again))  # expect: ['dry', b'bytes', -273.5, 200, None, True]
    again.shm.close()
    shared.shm.close()
    shared.shm.unlink()
    with SharedMemoryManager() as manager:
        part, total = manager.ShareableList(range(3)), manager.ShareableList([0])
        block = manager.SharedMemory(size=4)
        process = Process(target=add_up, args=(part, total))
        process.start()
        process.join()
        print(total[0], len(block.buf))  # expect: 3 4
    print("end")
    # expect: end
