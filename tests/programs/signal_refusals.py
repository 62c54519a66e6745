# What signal() refuses.
import signal
import threading


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__ + ":", error)


attempt(signal.signal, signal.SIGTERM, "handler")
attempt(signal.signal, signal.SIGTERM, None)
attempt(signal.signal, 0, signal.SIG_IGN)
attempt(signal.signal, 65, signal.SIG_IGN)
attempt(signal.signal, signal.SIGKILL, signal.SIG_IGN)
attempt(signal.getsignal, 1000)
thread = threading.Thread(target=attempt, args=(signal.signal, signal.SIGTERM, signal.SIG_DFL))
thread.start()
thread.join()
# expect: TypeError: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: TypeError: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: ValueError: signal number out of range
# expect: ValueError: signal number out of range
# expect: OSError: [Errno 22] Invalid argument
# expect: ValueError: signal number out of range
# expect: ValueError: signal only works in main thread of the main interpreter
