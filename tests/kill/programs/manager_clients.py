"""Two processes that use a manager's list, dict and queue. A killed client is missed by nobody; without the server all calls fail."""
import multiprocessing
import os

ROUNDS = 400


def say(role):
    print(role, os.getpid(), flush=True)


def use(shared, counts, tasks, name):
    say("client")
    try:
        for number in range(ROUNDS):
            shared.append((name, number))
            counts[name] = number
            tasks.put(number)
            tasks.get()
    except (EOFError, OSError):
        pass


if __name__ == "__main__":
    say("main")
    # a semaphore that keeps its name, which tells those of this session from others'
    named = multiprocessing.get_context("spawn").Lock()
    print("named", *[part for part in named._semlock._state() if isinstance(part, str)], flush=True)
    manager = multiprocessing.Manager()
    print("server", manager._process.pid, flush=True)
    clients = []
    try:
        shared, counts, tasks = manager.list(), manager.dict(), manager.Queue()
        for spare in range(4):
            tasks.put(spare)
        clients = [multiprocessing.Process(target=use, args=(shared, counts, tasks, name)) for name in range(2)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        print("end", len(shared) <= 2 * ROUNDS, flush=True)
        manager.shutdown()
    except (EOFError, OSError):
        for client in clients:
            if client.pid:
                client.join()
        print("end without server", flush=True)
