"""A real CPython at the other end: opens the pipes of another process through /proc and its semaphores by name, and uses them with
the queue and connection classes of its own library."""
import multiprocessing.connection
import multiprocessing.context
import multiprocessing.queues
import multiprocessing.synchronize
import os
import sys

from items import check, item

SEM_VALUE_MAX = multiprocessing.synchronize.SEM_VALUE_MAX
SEMAPHORE = multiprocessing.synchronize.SEMAPHORE


def open_end(pid, descriptor, writable):
    path = f"/proc/{pid}/fd/{descriptor}"
    handle = os.open(path, os.O_WRONLY if writable else os.O_RDONLY)
    return multiprocessing.connection.Connection(handle, readable=not writable, writable=writable)


def open_lock(kind, name, maximum):
    lock = kind.__new__(kind)
    lock.__setstate__((0, SEMAPHORE, maximum, name))
    return lock


def open_queue(pid, reader, writer, read_lock, write_lock, slots):
    synchronize = multiprocessing.synchronize
    queue = multiprocessing.queues.Queue.__new__(multiprocessing.queues.Queue)
    queue.__setstate__((False, SEM_VALUE_MAX, open_end(pid, reader, False), open_end(pid, writer, True),
                        open_lock(synchronize.Lock, read_lock, 1), open_lock(synchronize.Lock, write_lock, 1),
                        open_lock(synchronize.BoundedSemaphore, slots, SEM_VALUE_MAX), os.getpid()))
    return queue


def exchange_by_queues(count, pid, *places):
    incoming, outgoing = open_queue(pid, *places[:5]), open_queue(pid, *places[5:])
    for number in range(count):
        outgoing.put(item(number))
        check(number, incoming.get() if number % 3 else incoming.get(timeout=900))
    outgoing.close()
    outgoing.join_thread()
    return incoming.empty() and incoming.qsize() == 0


def exchange_by_pipes(count, pid, source, _, __, replies):
    source, replies = open_end(pid, source, False), open_end(pid, replies, True)
    for number in range(count):
        received = source.recv()
        check(number, received)
        replies.send(received)
        if source.recv_bytes() != b"frame" * number:
            return False
        replies.send_bytes(b"answer" * number)
    return not source.poll(0)


if __name__ == "__main__":
    way, count, *places = sys.argv[1:]
    exchange = exchange_by_queues if way == "queues" else exchange_by_pipes
    print("all came" if exchange(int(count), *places) else "something is left")
