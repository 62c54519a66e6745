# SIGINT raises KeyboardInterrupt in the main thread: in a loop, in a wait, while it joins; a handler can say otherwise.
import os
import signal
import threading
import time


def interrupt_soon():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGINT)


def attempt(what, wait):
    sender = threading.Thread(target=interrupt_soon)
    sender.start()
    try:
        wait()
        print(what, "went on")
    except KeyboardInterrupt:
        print(what, "was interrupted")
    sender.join()


def count():
    while True:
        pass


never = threading.Thread(target=threading.Event().wait, daemon=True)
never.start()
attempt("sleep", lambda: time.sleep(30))
attempt("loop", count)
attempt("join", never.join)
attempt("event", lambda: threading.Event().wait())
signal.signal(signal.SIGINT, lambda number, frame: print("own handler"))
attempt("sleep", lambda: time.sleep(0.3))
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("and again")
# expect: sleep was interrupted
# expect: loop was interrupted
# expect: join was interrupted
# expect: event was interrupted
# expect: own handler
# expect: sleep went on
# expect: and again
