"""A file that nobody holds any more is written and closed; so is one of a process that ends."""
import os
import tempfile
from multiprocessing import Process, get_context

folder = tempfile.mkdtemp()


def path(name):
    return os.path.join(folder, name)


def write_bytes():
    file = open(path("bytes"), "wb")
    file.write(b"binary")


def in_child():
    open(path("child"), "w").write("from the child")


def held_to_the_end(name):
    global held
    held = open(name, "w")
    held.write("written when the process ends")


if __name__ == "__main__":
    open(path("text"), "w").write("hello")
    print(open(path("text")).read())  # expect: hello
    file = open(path("text"), "a")
    file.write(" again")
    number = file.fileno()
    file = None
    print(open(path("text")).read())  # expect: hello again
    try:
        os.fstat(number)
        print("still open")
    except OSError as error:
        print(error.strerror)  # expect: Bad file descriptor
    write_bytes()
    print(open(path("bytes"), "rb").read())  # expect: b'binary'
    process = Process(target=in_child)
    process.start()
    process.join()
    print(open(path("child")).read())  # expect: from the child
    # a forked process leaves without writing, a spawned one does not
    for method in ("fork", "spawn"):
        name = path(method)
        process = get_context(method).Process(target=held_to_the_end, args=(name,))
        process.start()
        process.join()
        print(method, repr(open(name).read()))
    # expect: fork ''
    # expect: spawn 'written when the process ends'
