# stands for: TestNoForkBomb.test_noforkbomb
# shows: T10
# The guard is missing: the child's import of the file must not start the child again.
import multiprocessing as mp


def foo(conn):
    conn.send("123")


context = mp.get_context("spawn")
r, w = context.Pipe(False)
p = context.Process(target=foo, args=(w,))
p.start()
w.close()
try:
    print(r.recv())
except EOFError:
    print("nothing came")
p.join()
print(p.exitcode)
# expect: nothing came
# expect: 1
# error: An attempt has been made to start a new process before the
# error: current process has finished its bootstrapping phase.
