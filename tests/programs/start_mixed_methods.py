# stands for: TestStartMethod.test_mixed_startmethod
# Locks made for fork have no name, so that a fresh interpreter cannot open them; the others go everywhere.
import multiprocessing as mp


def close_queue(queue):
    queue.close()
    queue.join_thread()


if __name__ == "__main__":
    for method in ("spawn", "forkserver"):
        queue = mp.get_context("fork").Queue()
        p = mp.get_context(method).Process(target=close_queue, args=(queue,))
        try:
            p.start()
        except RuntimeError as error:
            print(error)
    for queue_method in ("spawn", "forkserver"):
        for process_method in mp.get_all_start_methods():
            queue = mp.get_context(queue_method).Queue()
            p = mp.get_context(process_method).Process(target=close_queue, args=(queue,))
            p.start()
            p.join()
            print(queue_method, process_method, p.exitcode)
# expect: A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. Please use the same context to create multiprocessing objects and Process.
# expect: A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. Please use the same context to create multiprocessing objects and Process.
# expect: spawn fork 0
# expect: spawn spawn 0
# expect: spawn forkserver 0
# expect: forkserver fork 0
# expect: forkserver spawn 0
# expect: forkserver forkserver 0
# python: 3.11.5 (before it lets the lock through)
