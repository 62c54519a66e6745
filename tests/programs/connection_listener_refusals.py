# shows: checklist 14
# What listeners and clients refuse.
import multiprocessing as mp
import os
from multiprocessing import util
from multiprocessing.connection import Client, Listener, address_type, answer_challenge, deliver_challenge


def attempt(action):
    try:
        print(action())
    except (Exception, mp.ProcessError) as error:
        print(type(error).__name__, error)


class Fake:
    def __init__(self, *messages):
        self.messages = list(messages)

    def recv_bytes(self, size):
        return self.messages.pop(0)

    def send_bytes(self, data):
        pass


attempt(lambda: Listener(authkey="text"))  # expect: TypeError authkey should be a byte string
attempt(lambda: Client("/nowhere/at/all", authkey="text"))  # expect: FileNotFoundError [Errno 2] No such file or directory
attempt(lambda: Client("/nowhere/at/all"))  # expect: FileNotFoundError [Errno 2] No such file or directory
attempt(lambda: Listener("/tmp/x", family="AF_PIPE"))  # expect: ValueError Family AF_PIPE is not recognized.
attempt(lambda: Client(4.5))  # expect: TypeError address type of 4.5 unrecognized
attempt(lambda: [address_type(("h", 1)), address_type("/p"), address_type(r"\\.\pipe\p")])  # expect: ['AF_INET', 'AF_UNIX', 'AF_PIPE']

path = os.path.join(util.get_temp_dir(), "socket")
listener = Listener(path)
attempt(lambda: Listener(path))  # expect: OSError [Errno 98] Address already in use
attempt(lambda: Client(path, authkey="text"))  # expect: TypeError authkey should be a byte string
listener.close()
listener.close()
attempt(listener.accept)  # expect: OSError listener is closed
attempt(lambda: Client(path))  # expect: FileNotFoundError [Errno 2] No such file or directory

attempt(lambda: deliver_challenge(Fake(b"something bogus"), b"abc"))  # expect: AuthenticationError digest received was wrong
attempt(lambda: answer_challenge(Fake(b"#CHALLENGE#" + b"." * 20, b"something bogus"), b"abc"))  # expect: AuthenticationError digest sent was rejected
attempt(lambda: answer_challenge(Fake(b"#WELCOME#"), b"abc"))  # expect: AssertionError message = b'#WELCOME#'
attempt(lambda: deliver_challenge(Fake(), "abc"))  # expect: ValueError Authkey must be bytes, not <class 'str'>
attempt(lambda: answer_challenge(Fake(), None))  # expect: ValueError Authkey must be bytes, not <class 'NoneType'>
