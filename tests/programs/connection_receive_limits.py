# shows: checklist 14
# recv_bytes with a longest length: a longer message ends the connection, or at least its reading.
import multiprocessing as mp

a, b = mp.Pipe()
b.send_bytes(b"12345")
print(a.recv_bytes(5))  # expect: b'12345'
try:
    a.recv_bytes(-1)
except ValueError as error:
    print(error)  # expect: negative maxlength
b.send_bytes(b"123456")
try:
    a.recv_bytes(5)
except OSError as error:
    print(error, a.readable, a.writable, a.closed)  # expect: bad message length False True False
try:
    a.recv()
except OSError as error:
    print(error)  # expect: connection is write-only

reader, writer = mp.Pipe(False)
writer.send_bytes(b"123456")
try:
    reader.recv_bytes(5)
except OSError as error:
    print(error, reader.closed)  # expect: bad message length True
