# stands for: _TestConnection.test_duplex_false, _TestConnection.test_context
# shows: checklist 14
# The ends of a one-way pipe; a connection closed by `with`; what each refuses.
import multiprocessing as mp
import multiprocessing.connection


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


reader, writer = mp.Pipe(duplex=False)
print(writer.send(1), reader.recv())  # expect: None 1
print(reader.readable, reader.writable, writer.readable, writer.writable)  # expect: True False False True
attempt(lambda: reader.send(2))  # expect: OSError connection is read-only
attempt(lambda: reader.send_bytes(b"2"))  # expect: OSError connection is read-only
attempt(writer.recv)  # expect: OSError connection is write-only
attempt(writer.recv_bytes)  # expect: OSError connection is write-only
attempt(writer.poll)  # expect: OSError connection is write-only

a, b = mp.Pipe()
with a, b:
    a.send(1729)
    print(b.recv(), a.closed, b.closed)  # expect: 1729 False False
print(a.closed, b.closed)  # expect: True True
a.close()
attempt(a.recv)  # expect: OSError handle is closed
attempt(lambda: a.send(1))  # expect: OSError handle is closed
attempt(b.fileno)  # expect: OSError handle is closed
attempt(b.poll)  # expect: OSError handle is closed

a, b = mp.Pipe()
b.close()
attempt(a.poll)  # expect: True
attempt(a.recv)  # expect: EOFError 
attempt(lambda: a.send(1))  # expect: BrokenPipeError [Errno 32] Broken pipe
reader, writer = mp.Pipe(False)
reader.close()
attempt(lambda: writer.send(1))  # expect: BrokenPipeError [Errno 32] Broken pipe

Connection = multiprocessing.connection.Connection
attempt(lambda: Connection(-1))  # expect: ValueError invalid handle
attempt(lambda: Connection(1, False, False))  # expect: ValueError at least one of `readable` and `writable` must be True
print(repr(a).split(" at ")[0])  # expect: <multiprocessing.connection.Connection object
