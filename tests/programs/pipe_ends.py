# Pipes: what each end can do, and what happens at the end of the other.
from multiprocessing import Pipe

reader, writer = Pipe(duplex=False)
writer.send([1, "two"])
print(reader.poll(), reader.recv(), reader.poll(), reader.poll(0.01))
for action in (lambda: reader.send(1), lambda: writer.recv()):
    try:
        action()
    except OSError as error:
        print(error)
writer.send_bytes(b"raw")
print(reader.recv_bytes())
writer.close()
try:
    reader.recv()
except EOFError:
    print("EOFError")
try:
    writer.send(1)
except OSError as error:
    print(error)
a, b = Pipe()
a.send("question")
print(b.recv())
b.send("answer")
print(a.recv())
# expect: True [1, 'two'] False False
# expect: connection is read-only
# expect: connection is write-only
# expect: b'raw'
# expect: EOFError
# expect: handle is closed
# expect: question
# expect: answer
