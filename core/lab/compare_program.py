"""The same tasks, done in one of several ways and timed, on Forkscope and on python3 alike.

    compare_program.py RESULT PROGRAM WAY WORKERS WORK TASKS SIZE BYTES CHUNK CALL PER_CHILD

Writes into the file RESULT, a line each: "python VERSION", then "seconds S" and "answer N", or "error TEXT". In a trace
the reads of the clock of the process mark begin and end of what is timed, those of the clock of the thread begin and end
of a task: nothing else reads them.
"""

import sys
import time

RESULT, PROGRAM, WAY, _workers, WORK, _tasks, _size, _bytes, _chunk, CALL, _per_child = sys.argv[1:]
WORKERS, TASKS, SIZE, BYTES, CHUNK, PER_CHILD = map(int, (_workers, _tasks, _size, _bytes, _chunk, _per_child))
MIXED_WAIT = 0.005
LOOK_AGAIN = 0.25


def count_primes(limit):
    count = 0
    for number in range(2, limit):
        divisor = 2
        while divisor * divisor <= number:
            if number % divisor == 0:
                break
            divisor += 1
        else:
            count += 1
    return count


def compute(size):
    """In Python, or where the way wants it by a function that lets go of the GIL meanwhile."""
    if not WAY.endswith("-nogil"):
        return count_primes(size)
    import hashlib

    return hashlib.pbkdf2_hmac("sha256", b"forkscope", b"salt", size)[0]


def fetch(seconds, port, payload):
    """Waits, then asks the server for an echo; each thread has a connection of its own."""
    time.sleep(seconds)
    connection = getattr(CONNECTIONS, "connection", None)
    if connection is None:
        from multiprocessing.connection import Client

        connection = CONNECTIONS.connection = Client(("127.0.0.1", port))
    connection.send_bytes(payload)
    return len(connection.recv_bytes())


def go_over(payload):
    if not WAY.endswith("-nogil"):
        return sum(payload.count(byte) for byte in range(SIZE))
    import hashlib

    return sum(hashlib.sha256(payload).digest()[0] for _ in range(SIZE))


def work_of_program():
    folder, _, name = PROGRAM.rpartition("/")
    sys.path.insert(0, folder)
    return __import__(name.removesuffix(".py")).work


WORKS = {
    "primes": lambda number, payload, port: compute(SIZE),
    "io": lambda number, payload, port: fetch(SIZE / 1000, port, payload),
    "mixed": lambda number, payload, port: fetch(MIXED_WAIT, port, payload) + compute(SIZE),
    "bytes": lambda number, payload, port: go_over(payload),
    "function": lambda number, payload, port: PROGRAMS_WORK(number),
}
if WORK in ("io", "mixed"):
    import threading

    CONNECTIONS = threading.local()
if WORK == "function" and __name__ != "__main__":
    PROGRAMS_WORK = work_of_program()  # in a process that was spawned


def run_starred(number, payload, port):
    time.thread_time()
    result = WORKS[WORK](number, payload, port)
    time.thread_time()
    return result


def run_task(task):
    return run_starred(*task)


def explain(error):
    return f"{type(error).__name__}: {error}"


# ---- the ways


def by_serial(tasks):
    return [run_task(task) for task in tasks]


def by_threads(tasks):
    import queue
    import threading

    waiting, results, errors = queue.SimpleQueue(), [], []

    def work():
        try:
            while (task := waiting.get()) is not None:
                results.append(run_task(task))
        except Exception as error:
            errors.append(error)

    workers = [threading.Thread(target=work) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    for task in tasks + [None] * WORKERS:
        waiting.put(task)
    for worker in workers:
        worker.join()
    if errors:
        raise errors[0]
    return results


def serve_worker(waiting, results):
    while (task := waiting.get()) is not None:
        try:
            outcome = True, run_task(task)
        except Exception as error:
            outcome = False, explain(error)
        try:
            results.put(outcome)
        except Exception as error:
            results.put((False, "The result cannot be sent back: " + explain(error)))


def next_result(results, workers):
    """The next that arrives, unless a worker has died and so nothing may."""
    from multiprocessing.connection import wait

    while True:
        ready = wait([results._reader] + [worker.sentinel for worker in workers])
        if results._reader in ready:
            return results.get()
        # The sentinel is closed a moment before the process has ended: only join() knows how.
        for worker in [worker for worker in workers if worker.sentinel in ready]:
            worker.join()
            if worker.exitcode != 0:
                raise RuntimeError(f"{worker.name} has ended with exit code {worker.exitcode}: its task is lost")
            workers = [other for other in workers if other is not worker]


def by_processes(tasks, context):
    waiting, results = context.Queue(), context.SimpleQueue()
    workers = [context.Process(target=serve_worker, args=(waiting, results), daemon=True) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    for task in tasks + [None] * WORKERS:
        waiting.put(task)
    outcomes = [next_result(results, workers) for _ in tasks]
    for worker in workers:
        worker.join()
    failures = [text for succeeded, text in outcomes if not succeeded]
    if failures:
        raise RuntimeError("a worker failed: " + failures[0])
    return [result for _, result in outcomes]


def ids_of_children():
    import multiprocessing

    return {child.pid for child in multiprocessing.active_children()}


def look_after(children):
    """A Pool replaces a worker that was killed, but its task never comes back."""
    if not PER_CHILD and not children <= ids_of_children():
        raise RuntimeError("a worker of the Pool has died: its task is lost, and the Pool would wait for ever")


def collect(arrives, children):
    """What imap() hands out; of chunks that is a generator, which cannot be asked for a while only."""
    import multiprocessing

    if not hasattr(arrives, "next"):
        return list(arrives)
    results = []
    while len(results) < TASKS:
        try:
            results.append(arrives.next(LOOK_AGAIN))
        except multiprocessing.TimeoutError:
            look_after(children)
    return results


def wait_for(result, children):
    while not result.ready():
        result.wait(LOOK_AGAIN)
        if not result.ready():
            look_after(children)
    return result.get()


def by_pool(tasks, context):
    with context.Pool(WORKERS, maxtasksperchild=PER_CHILD or None) as pool:
        children = ids_of_children()
        if CALL == "imap":
            results = collect(pool.imap(run_task, tasks, CHUNK or 1), children)
        elif CALL == "imap_unordered":
            results = collect(pool.imap_unordered(run_task, tasks, CHUNK or 1), children)
        elif CALL == "apply_async":
            calls = [pool.apply_async(run_task, (task,)) for task in tasks]
            results = [wait_for(call, children) for call in calls]
        elif CALL == "starmap":
            results = wait_for(pool.starmap_async(run_starred, tasks, CHUNK or None), children)
        else:
            results = wait_for(pool.map_async(run_task, tasks, CHUNK or None), children)
        pool.close()
        pool.join()
    return results


def by_executor(tasks, executor):
    with executor:
        return list(executor.map(run_task, tasks, chunksize=CHUNK or 1))


def way_of_work():
    """What does the tasks; whatever has to be imported for it is, before the clock runs."""
    if WAY.startswith("serial"):
        return by_serial
    if WAY.startswith("threads"):
        import queue
        import threading

        return by_threads
    import multiprocessing

    method = WAY.removeprefix("pool-") if not WAY.startswith("executor") else "fork"
    context = multiprocessing.get_context(method)
    if WAY.startswith("executor"):
        from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

        if WAY == "executor-threads":
            return lambda tasks: by_executor(tasks, ThreadPoolExecutor(WORKERS))
        return lambda tasks: by_executor(tasks, ProcessPoolExecutor(WORKERS, mp_context=context))
    if WAY.startswith("pool-"):
        import multiprocessing.pool

        return lambda tasks: by_pool(tasks, context)
    import multiprocessing.connection

    return lambda tasks: by_processes(tasks, context)


# ---- the server that the tasks ask


def echo(connection):
    try:
        while True:
            connection.send_bytes(connection.recv_bytes())
    except (EOFError, OSError):
        connection.close()


def serve(listener):
    import threading

    while True:
        threading.Thread(target=echo, args=(listener.accept(),), daemon=True).start()


def start_server():
    """The port of a server, a process of its own, if the tasks need one; else 0."""
    if WORK not in ("io", "mixed"):
        return 0
    import multiprocessing
    from multiprocessing.connection import Listener

    listener = Listener(("127.0.0.1", 0), backlog=64)
    multiprocessing.get_context("fork").Process(target=serve, args=(listener,), name="server", daemon=True).start()
    port = listener.address[1]
    listener.close()
    return port


def answer_of(results):
    """Every way must come to the same; what a program's own work() answers is its own business."""
    if len(results) != TASKS:
        raise RuntimeError(f"{len(results)} results came of {TASKS} tasks")
    return 0 if WORK == "function" else sum(results)


def measure():
    global PROGRAMS_WORK
    if WORK == "function":
        PROGRAMS_WORK = work_of_program()
    port = start_server()
    tasks = [(number, bytes([number % 256]) * BYTES, port) for number in range(TASKS)]
    way = way_of_work()
    time.process_time()
    begin = time.perf_counter()
    results = way(tasks)
    seconds = time.perf_counter() - begin
    time.process_time()
    return f"seconds {seconds}\nanswer {answer_of(results)}\n"


if __name__ == "__main__":
    with open(RESULT, "w") as file:
        file.write("python " + sys.version.split()[0] + "\n")
        file.flush()
        try:
            file.write(measure())
        except Exception as error:
            file.write("error " + explain(error).replace("\n", " ") + "\n")
