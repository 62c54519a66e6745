# stands for: TestNoForkBomb.test_noforkbomb
# shows: T10, checklist 11
# Without the main guard a fresh child that imports the file would start children: it is refused, once.
import multiprocessing as mp


def foo(conn):
    conn.send("123")


mp.set_start_method("forkserver")
r, w = mp.Pipe(False)
p = mp.Process(target=foo, args=(w,))
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
# error: RuntimeError: context has already been set
