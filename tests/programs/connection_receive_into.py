# recv_bytes_into shared memory: where it goes, and what does not fit.
import multiprocessing as mp

a, b = mp.Pipe()
buffer = mp.RawArray("c", b"..........")
b.send_bytes(b"abc")
print(a.recv_bytes_into(buffer), buffer.raw)  # expect: 3 b'abc.......'
b.send_bytes(b"xyz")
print(a.recv_bytes_into(buffer, 7), buffer.raw)  # expect: 3 b'abc....xyz'
for offset in (-1, 11):
    try:
        a.recv_bytes_into(buffer, offset)
    except ValueError as error:
        print(error)
# expect: negative offset
# expect: offset too large
b.send_bytes(b"a message that is longer")
try:
    a.recv_bytes_into(buffer)
except mp.BufferTooShort as error:
    print(error.args)  # expect: (b'a message that is longer',)
print(a.poll())  # expect: False
