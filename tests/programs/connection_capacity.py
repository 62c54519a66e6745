# shows: checklist 9
# How much fits into a one-way pipe before its writer waits: 65536 bytes, a page at a time.
import multiprocessing as mp
import threading


def fill(writer, size, sent, stop):
    while not stop.is_set():
        writer.send_bytes(b"x" * (size - 4))
        sent.append(size)


def capacity(size, expected):
    reader, writer = mp.Pipe(False)
    sent, stop = [], threading.Event()
    thread = threading.Thread(target=fill, args=(writer, size, sent, stop))
    thread.start()
    while len(sent) < expected:
        stop.wait(0.01)
    stop.wait(0.3)
    answer = len(sent), reader.poll()
    stop.set()
    while thread.is_alive():
        if reader.poll(0.01):
            reader.recv_bytes()
    return answer


print(capacity(4096, 16))  # expect: (16, True)
print(capacity(3000, 16))  # expect: (16, True)
print(capacity(9, 7280))  # expect: (7280, True)
