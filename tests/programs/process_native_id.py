# The main thread of a child is another thread of the system than its parent's.
# stands for: _TestProcess.test_process_mainthread_native_id
# arguments: --start-method fork
# arguments: --start-method spawn
import threading
from multiprocessing import Process, Queue


def report(q):
    main = threading.main_thread()
    q.put((main.name, main is threading.current_thread(), main.native_id))


if __name__ == "__main__":
    q = Queue()
    p = Process(target=report, args=(q,))
    p.start()
    name, is_current, native_id = q.get()
    p.join()
    print(name, is_current, native_id != threading.main_thread().native_id)
# expect: MainThread True True
