# Children of every start method are shown the same version and system.
# arguments: --python-version 3.13 --personality macos
# python: no (imitated)
import multiprocessing
import sys


def report(conn):
    conn.send((sys.version_info[:2], sys.platform))


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    for method in multiprocessing.get_all_start_methods():
        p = multiprocessing.get_context(method).Process(target=report, args=(there,))
        p.start()
        print(method, *here.recv())
        p.join()
# expect: spawn (3, 13) darwin
# expect: fork (3, 13) darwin
# expect: forkserver (3, 13) darwin
