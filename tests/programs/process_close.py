# close() gives the descriptors back; everything but close() itself is refused afterwards.
# stands for: _TestProcess.test_close
# arguments: --start-method fork
# arguments: --start-method spawn
from multiprocessing import Process, Queue


def work(q):
    q.get()


if __name__ == "__main__":
    q = Queue()
    p = Process(target=work, args=(q,), daemon=True)
    p.start()
    try:
        p.close()
    except ValueError as error:
        print(error)
    q.put(None)
    p.join()
    print(p.is_alive(), p.exitcode)
    p.close()
    p.close()
    for name in ("is_alive", "join", "terminate", "kill", "start"):
        try:
            getattr(p, name)()
        except ValueError as error:
            print(name, error)
    for name in ("exitcode", "pid", "ident", "sentinel"):
        try:
            getattr(p, name)
        except ValueError as error:
            print(name, error)
    print(p.name, p.daemon)
# expect: Cannot close a process while it is still running. You should first call join() or terminate().
# expect: False 0
# expect: is_alive process object is closed
# expect: join process object is closed
# expect: terminate process object is closed
# expect: kill process object is closed
# expect: start process object is closed
# expect: exitcode process object is closed
# expect: pid process object is closed
# expect: ident process object is closed
# expect: sentinel process object is closed
# expect: Process-1 True
