# stands for: _TestConnection.test_sendbytes
# Parts of a message by offset and size, and what is refused.
import multiprocessing as mp

message = b"abcdefghijklmnopqrstuvwxyz"
a, b = mp.Pipe()


def through(*arguments):
    a.send_bytes(message, *arguments)
    return b.recv_bytes()


def refused(*arguments):
    try:
        a.send_bytes(*arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


print(through())  # expect: b'abcdefghijklmnopqrstuvwxyz'
print(through(5))  # expect: b'fghijklmnopqrstuvwxyz'
print(through(7, 8))  # expect: b'hijklmno'
print(through(26), through(26, 0))  # expect: b'' b''
refused(message, 27)  # expect: ValueError buffer length < offset
refused(message, 22, 5)  # expect: ValueError buffer length < offset + size
refused(message, 26, 1)  # expect: ValueError buffer length < offset + size
refused(message, -1)  # expect: ValueError offset is negative
refused(message, 4, -1)  # expect: ValueError size is negative
refused("text")  # expect: TypeError memoryview: a bytes-like object is required, not 'str'
refused(None)  # expect: TypeError memoryview: a bytes-like object is required, not 'NoneType'
