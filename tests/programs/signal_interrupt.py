# SIGINT raises KeyboardInterrupt in the main thread: in a loop, in a wait, while it joins; a handler can say otherwise.
import os
import signal
import threading
import time


def interrupt_soon(waits):
    waits.wait()
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGINT)


def attempt(what, wait):
    waits = threading.Event()
    sender = threading.Thread(target=interrupt_soon, args=(waits,))
    sender.start()
    try:
        waits.set()
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


def handle(number, frame):
    print("own handler")
    handled.append(number)


def sleep_until_handled():
    while not handled:
        time.sleep(0.3)


handled = []
signal.signal(signal.SIGINT, handle)
attempt("sleep", sleep_until_handled)
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
