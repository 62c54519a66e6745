# stands for: TestResourceTracker.test_resource_tracker
# A killed process leaves names behind; its tracker says so and removes them.
import multiprocessing as mp
import os
import signal


def leak(conn):
    # a tracker of its own: the parent's would wait for the parent too
    from multiprocessing import resource_tracker

    tracker = resource_tracker._resource_tracker
    tracker._fd = tracker._pid = None
    context = mp.get_context("spawn")
    locks = [context.Lock(), context.Lock()]
    conn.send([name_of(lock) for lock in locks])
    conn.recv()


def name_of(lock):
    semlock = lock._semlock
    return semlock.name if hasattr(semlock, "name") else semlock._state()[2]


def is_there(name):
    return os.path.exists("/dev/shm/sem." + name[1:])


if __name__ == "__main__":
    here, there = mp.get_context("fork").Pipe()
    p = mp.get_context("fork").Process(target=leak, args=(there,))
    p.start()
    there.close()
    names = here.recv()
    print([is_there(name) for name in names])  # expect: [True, True]
    os.unlink("/dev/shm/sem." + names[0][1:])
    os.kill(p.pid, signal.SIGKILL)
    p.join()
    for _ in range(1000):
        if not is_there(names[1]):
            break
        mp.get_context("fork").Event().wait(0.01)
    print(is_there(names[1]))  # expect: False
# error: resource_tracker: There appear to be 2 leaked semaphore objects to clean up at shutdown
# error: [Errno 2] No such file or directory
