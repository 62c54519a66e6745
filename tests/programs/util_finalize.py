# Finalizers: once, when their object goes, or at the end of the process, higher priorities first, later ones first.
# stands for: _TestFinalize.test_finalize
import multiprocessing
from multiprocessing import util


class Thing:
    pass


def child(connection):
    a = Thing()
    util.Finalize(a, connection.send, args=("a",))
    del a
    b = Thing()
    close_b = util.Finalize(b, connection.send, args=("b",))
    close_b()
    close_b()
    del b
    c = Thing()
    util.Finalize(c, connection.send, args=("c",))
    d10 = Thing()
    util.Finalize(d10, connection.send, args=("d10",), exitpriority=1)
    d01, d02, d03 = Thing(), Thing(), Thing()
    util.Finalize(d01, connection.send, args=("d01",), exitpriority=0)
    util.Finalize(d02, connection.send, args=("d02",), exitpriority=0)
    util.Finalize(d03, connection.send, args=("d03",), exitpriority=0)
    util.Finalize(None, connection.send, args=("e",), exitpriority=-10)
    util.Finalize(None, connection.send, args=("STOP",), exitpriority=-100)
    util._exit_function()
    connection.close()


if __name__ == "__main__":
    reader, writer = multiprocessing.Pipe()
    p = multiprocessing.get_context("fork").Process(target=child, args=(writer,))
    p.start()
    print(list(iter(reader.recv, "STOP")))
    p.join()
    for wrong in (lambda: util.Finalize(None, print), lambda: util.Finalize(None, print, exitpriority="1")):
        try:
            wrong()
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
# expect: ['a', 'b', 'd10', 'd03', 'd02', 'd01', 'e']
# expect: ValueError Without object, exitpriority cannot be None
# expect: TypeError Exitpriority ('1') must be None or int, not <class 'str'>
