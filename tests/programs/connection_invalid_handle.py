# stands for: TestInvalidHandle.test_invalid_handles
# A connection over a descriptor that does not exist.
import multiprocessing.connection

conn = multiprocessing.connection.Connection(44977608)
try:
    print(conn.poll())  # expect: True
    conn.recv()
except OSError as error:
    print(error)  # expect: [Errno 9] Bad file descriptor
finally:
    conn._handle = None
