# stands for: TestCloseFds.test_closefd
# Only a forked child has all descriptors; others get those that are sent with them.
import multiprocessing as mp
import os


def look(conn, descriptor):
    try:
        os.close(os.dup(descriptor))
        conn.send("open")
    except OSError as error:
        conn.send(error.strerror)


def main():
    descriptors = [os.open("/dev/null", os.O_RDONLY)]
    while descriptors[-1] < 50:
        descriptors.append(os.dup(descriptors[-1]))
    for method in ("fork", "spawn", "forkserver"):
        context = mp.get_context(method)
        reader, writer = context.Pipe()
        p = context.Process(target=look, args=(writer, descriptors[-1]))
        p.start()
        writer.close()
        print(method, reader.recv())
        p.join()


if __name__ == "__main__":
    main()
# expect: fork open
# expect: spawn Bad file descriptor
# expect: forkserver Bad file descriptor
