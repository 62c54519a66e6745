# os.pipe() gives two descriptors, which a forked child has too.
import os

read_end, write_end = os.pipe()
if os.fork() == 0:
    os.write(write_end, b"from the child")
    os._exit(0)
os.close(write_end)
print(os.read(read_end, 100), os.read(read_end, 100))  # expect: b'from the child' b''
os.close(read_end)
