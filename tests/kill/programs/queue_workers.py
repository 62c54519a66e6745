"""Two producers, two consumers between two queues. Without a kill, or when the killed one held nothing, main comes to its end."""
import os
import queue
from multiprocessing import Process, Queue, get_context

ITEMS = 8000


def say(role):
    print(role, os.getpid(), flush=True)


def produce(tasks, name):
    say("producer")
    for number in range(ITEMS):
        tasks.put((name, number))


def consume(tasks, results):
    say("consumer")
    while True:
        task = tasks.get()
        if task is None:
            return
        results.put(task)


if __name__ == "__main__":
    say("main")
    # a semaphore that keeps its name, which tells those of this session from others'
    named = get_context("spawn").Lock()
    print("named", *[part for part in named._semlock._state() if isinstance(part, str)], flush=True)
    tasks, results = Queue(), Queue()
    consumers = [Process(target=consume, args=(tasks, results)) for _ in range(2)]
    producers = [Process(target=produce, args=(tasks, name)) for name in range(2)]
    for process in consumers + producers:
        process.start()
    taken = 0

    def drain():
        got = 0
        try:
            while True:
                results.get(timeout=0.02)
                got += 1
        except queue.Empty:
            return got

    while any(process.is_alive() for process in producers):
        taken += drain()
    tasks.put(None)
    tasks.put(None)
    while any(process.is_alive() for process in consumers):
        taken += drain()
    taken += drain()
    print("end", taken <= 2 * ITEMS, flush=True)
