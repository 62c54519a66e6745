# Children have children: names and identities count within their parent.
# stands for: _TestProcess.test_recursion
# arguments: --start-method fork
from multiprocessing import Pipe, Process, current_process


def explore(conn, path):
    conn.send((path, current_process().name, current_process()._identity))
    if len(path) < 2:
        for i in range(2):
            p = Process(target=explore, args=(conn, path + [i]))
            p.start()
            p.join()


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    explore(writer, [])
    while reader.poll():
        print(*reader.recv())
# expect: [] MainProcess ()
# expect: [0] Process-1 (1,)
# expect: [0, 0] Process-1:1 (1, 1)
# expect: [0, 1] Process-1:2 (1, 2)
# expect: [1] Process-2 (2,)
# expect: [1, 0] Process-2:1 (2, 1)
# expect: [1, 1] Process-2:2 (2, 2)
