# Whoever does not know the key is sent away, and both sides say so.
import multiprocessing as mp
from multiprocessing.connection import Client, Listener


def call(address, key, result):
    try:
        Client(address, authkey=key)
        result.put("in")
    except mp.AuthenticationError as error:
        result.put(str(error))


def main():
    result = mp.SimpleQueue()
    with Listener(authkey=b"right") as listener:
        for key in (b"wrong", b"right"):
            p = mp.Process(target=call, args=(listener.address, key, result))
            p.start()
            try:
                listener.accept().close()
                print("accepted")
            except mp.AuthenticationError as error:
                print(error)
            print(result.get())
            p.join()


if __name__ == "__main__":
    main()
# expect: digest received was wrong
# expect: digest sent was rejected
# expect: accepted
# expect: in
