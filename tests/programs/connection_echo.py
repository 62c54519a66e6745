# stands for: _TestConnection.test_connection, _TestConnection.test_spawn_close
# A duplex pipe: what the child gets it sends back; the last end closed is the end of the file.
import multiprocessing as mp

END = b""


def echo(conn):
    for message in iter(conn.recv_bytes, END):
        conn.send_bytes(message)
    conn.close()


def main():
    for method in ("fork", "spawn", "forkserver"):
        context = mp.get_context(method)
        conn, child_conn = context.Pipe()
        p = context.Process(target=echo, args=(child_conn,), daemon=True)
        p.start()
        child_conn.close()
        print(method, type(conn.fileno()).__name__, conn.readable, conn.writable)
        print(conn.send([1, 2.25, None]), conn.recv())
        print(conn.send_bytes(b"hello world"), conn.recv_bytes())
        print(conn.poll(), conn.poll(-1), conn.poll(0.01))
        conn.send(None)
        print(conn.poll(60), conn.recv())
        big = b"X" * (1024 * 1024)
        conn.send_bytes(big)
        print(conn.recv_bytes() == big)
        conn.send_bytes(END)
        for receive in (conn.recv, conn.recv_bytes):
            try:
                receive()
            except EOFError as error:
                print("EOFError", error)
        p.join()
        print(p.exitcode)


if __name__ == "__main__":
    main()

# expect: fork int True True
# expect: None [1, 2.25, None]
# expect: None b'hello world'
# expect: False False False
# expect: True None
# expect: True
# expect: EOFError 
# expect: EOFError 
# expect: 0
# expect: spawn int True True
# expect: None [1, 2.25, None]
# expect: None b'hello world'
# expect: False False False
# expect: True None
# expect: True
# expect: EOFError 
# expect: EOFError 
# expect: 0
# expect: forkserver int True True
# expect: None [1, 2.25, None]
# expect: None b'hello world'
# expect: False False False
# expect: True None
# expect: True
# expect: EOFError 
# expect: EOFError 
# expect: 0
