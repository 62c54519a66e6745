# The last copy of the other end is closed while somebody waits: an end of file.
import multiprocessing as mp
import threading


def close_soon(conn):
    conn.close()


def receive(conn, got):
    try:
        conn.recv()
    except EOFError:
        got.append("end")


def main():
    for make in (mp.Pipe, lambda: mp.Pipe(False)):
        reader, writer = make()
        got = []
        thread = threading.Thread(target=receive, args=(reader, got))
        thread.start()
        p = mp.Process(target=close_soon, args=(writer,))
        p.start()
        p.join()
        writer.close()
        thread.join()
        print(got)


if __name__ == "__main__":
    main()
# expect: ['end']
# expect: ['end']
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
