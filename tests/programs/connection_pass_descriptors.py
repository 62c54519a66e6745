# send_handle and recv_handle: an open file goes to another process.
import multiprocessing as mp
import os
from multiprocessing import reduction, util


def write_into(conn, text):
    handle = reduction.recv_handle(conn)
    os.write(handle, text)
    os.close(handle)
    conn.send("written")


def main():
    path = os.path.join(util.get_temp_dir(), "file")
    handle = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    conn, child_conn = mp.Pipe()
    p = mp.Process(target=write_into, args=(child_conn, b"by the child"))
    p.start()
    reduction.send_handle(conn, handle, p.pid)
    os.close(handle)
    print(conn.recv())  # expect: written
    p.join()
    with open(path, "rb") as file:
        print(file.read())  # expect: b'by the child'
    a, b = mp.Pipe()
    os.write(a.fileno(), b"\0")
    try:
        reduction.recv_handle(b)
    except RuntimeError as error:
        print(error)  # expect: received 0 items of ancdata


if __name__ == "__main__":
    main()
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
