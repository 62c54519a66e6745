# Finalizers: when their object goes, when they are called, or at the end, by priority.
# stands for: _TestFinalize.test_finalize
import os
from multiprocessing import Pipe, Process, util


class Foo:
    pass


def work(conn):
    a = Foo()
    util.Finalize(a, conn.send, args=("a",))
    del a
    b = Foo()
    close_b = util.Finalize(b, conn.send, args=("b",))
    close_b()
    close_b()
    print(close_b, close_b.still_active(), flush=True)
    del b
    c = Foo()
    util.Finalize(c, conn.send, args=("never: not due at the end",))
    d10 = Foo()
    util.Finalize(d10, conn.send, args=("d10",), exitpriority=1)
    for name in ("d01", "d02", "d03"):
        util.Finalize(None, conn.send, args=(name,), exitpriority=0)
    cancelled = util.Finalize(None, conn.send, args=("cancelled",), exitpriority=5)
    cancelled.cancel()
    util.Finalize(None, conn.send, args=("e",), exitpriority=-10)
    util.Finalize(None, conn.send, args=("STOP",), exitpriority=-100)
    util._exit_function()
    conn.close()
    os._exit(0)


if __name__ == "__main__":
    here, there = Pipe()
    p = Process(target=work, args=(there,))
    p.start()
    print(list(iter(here.recv, "STOP")))
    p.join()
    for bad in ({"exitpriority": "high"}, {}):
        try:
            util.Finalize(None, print, **bad)
        except (TypeError, ValueError) as error:
            print(error)
# expect: <Finalize object, dead> False
# expect: ['a', 'b', 'd10', 'd03', 'd02', 'd01', 'e']
# expect: Exitpriority ('high') must be None or int, not <class 'str'>
# expect: Without object, exitpriority cannot be None
