# stands for: _TestPoll.test_empty_string, _TestPoll.test_strings, _TestPoll.test_dont_merge
# poll() takes nothing out and merges nothing: messages stay as they were sent, empty ones too.
import multiprocessing as mp

STRINGS = (b"hello", b"", b"a", b"b", b"", b"bye", b"", b"lop")


def send_strings(conn):
    for string in STRINGS:
        conn.send_bytes(string)
    conn.close()


def send_three(conn):
    conn.send_bytes(b"a")
    conn.send_bytes(b"b")
    conn.send_bytes(b"cd")


def main():
    a, b = mp.Pipe()
    print(a.poll())  # expect: False
    b.send_bytes(b"")
    print(a.poll(), a.poll(), a.recv_bytes())  # expect: True True b''

    p = mp.Process(target=send_strings, args=(b,))
    p.start()
    got = []
    while len(got) < len(STRINGS):
        if a.poll(0.01):
            got.append(a.recv_bytes())
    print(tuple(got) == STRINGS)  # expect: True
    p.join()

    a, b = mp.Pipe()
    print(a.poll(0.0), a.poll(0.05))  # expect: False False
    p = mp.Process(target=send_three, args=(b,))
    p.start()
    print(a.recv_bytes(), a.poll(60.0), a.poll(60.0))  # expect: b'a' True True
    print(a.recv_bytes(), a.poll(60.0), a.poll(0.0))  # expect: b'b' True True
    print(a.recv_bytes())  # expect: b'cd'
    p.join()


if __name__ == "__main__":
    main()
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
