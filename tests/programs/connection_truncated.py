# A writer that ends within a message: an end of file where none may be.
import multiprocessing as mp
import os


def ending(*pieces):
    reader, writer = mp.Pipe(False)
    for piece in pieces:
        os.write(writer.fileno(), piece)
    writer.close()
    try:
        print(reader.recv_bytes())
    except (EOFError, OSError) as error:
        print(type(error).__name__, error)


ending(b"\0\0\0\3abc")  # expect: b'abc'
ending()  # expect: EOFError 
ending(b"\0\0")  # expect: OSError got end of file during message
ending(b"\0\0\0\3")  # expect: EOFError 
ending(b"\0\0\0\3ab")  # expect: OSError got end of file during message
ending(b"\xff\xff\xff\xff\0\0\0\0\0\0\0\2hi")  # expect: b'hi'
