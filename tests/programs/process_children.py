# active_children() knows the children that run, and asking it reaps those that have ended.
# stands for: _TestProcess.test_active_children, _TestProcess.test_cpu_count
# arguments: --start-method fork
# arguments: --start-method spawn
import multiprocessing
from multiprocessing import Event, Process, active_children


def work(event):
    event.wait()
    print("in the child:", active_children(), flush=True)


if __name__ == "__main__":
    print(type(multiprocessing.cpu_count()), multiprocessing.cpu_count() >= 1)
    event = Event()
    p = Process(target=work, args=(event,), daemon=True)
    print(p in active_children())
    p.start()
    print(p in active_children(), len(active_children()), flush=True)
    event.set()
    p.join()
    print(p in active_children())
# expect: <class 'int'> True
# expect: False
# expect: True 1
# expect: in the child: []
# expect: False
