# The sentinel of a process becomes ready when the process has ended.
# stands for: _TestProcess.test_sentinel
# arguments: --start-method fork
# arguments: --start-method spawn
from multiprocessing import Event, Process
from multiprocessing.connection import wait


def work(event):
    event.wait(100)


if __name__ == "__main__":
    event = Event()
    p = Process(target=work, args=(event,))
    try:
        p.sentinel
    except ValueError as error:
        print(error)
    p.start()
    print(type(p.sentinel), wait([p.sentinel], timeout=0))
    event.set()
    print(wait([p.sentinel], timeout=100) == [p.sentinel])
    p.join()
    print(p.exitcode, wait([p.sentinel], timeout=0) == [p.sentinel])
# expect: process not started
# expect: <class 'int'> []
# expect: True
# expect: 0 True
