# stands for: TestResourceTracker.test_resource_tracker_reused
# All processes of a family have one tracker, whatever their start method.
import multiprocessing as mp
from multiprocessing.resource_tracker import _resource_tracker


def look(conn, pid):
    _resource_tracker.ensure_running()
    conn.send((_resource_tracker._pid in (None, pid), _resource_tracker._check_alive()))


if __name__ == "__main__":
    _resource_tracker.ensure_running()
    pid = _resource_tracker._pid
    for method in ("fork", "spawn", "forkserver"):
        context = mp.get_context(method)
        r, w = context.Pipe(duplex=False)
        p = context.Process(target=look, args=(w, pid))
        p.start()
        print(method, r.recv(), _resource_tracker._pid == pid)
        p.join()
# expect: fork (True, True) True
# expect: spawn (True, True) True
# expect: forkserver (True, True) True
