# shows: checklist 9
# How much fits into a one-way pipe before its writer waits: 65536 bytes, a page at a time.
import multiprocessing as mp
import threading


def fill(writer, size, sent):
    while True:
        writer.send_bytes(b"x" * (size - 4))
        sent.append(size)


def capacity(size):
    reader, writer = mp.Pipe(False)
    sent = []
    threading.Thread(target=fill, args=(writer, size, sent), daemon=True).start()
    count = -1
    while count != len(sent):
        count = len(sent)
        threading.Event().wait(0.1)
    return count, reader.poll()


print(capacity(4096))  # expect: (16, True)
print(capacity(3000))  # expect: (16, True)
print(capacity(9))  # expect: (7280, True)
