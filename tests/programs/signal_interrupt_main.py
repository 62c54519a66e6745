# _thread.interrupt_main(): what SIGINT, or another signal, would do in the main thread; nothing where nobody handles it.
import _thread
import signal
import threading
import time


def interrupt(*number):
    time.sleep(0.02)
    _thread.interrupt_main(*number)


def wait_for(thread):
    try:
        thread.start()
        thread.join()
        time.sleep(5)
        print("not interrupted")
    except KeyboardInterrupt:
        print("interrupted")
    thread.join()


wait_for(threading.Thread(target=interrupt))
try:
    _thread.interrupt_main()
    for _ in range(1000):
        pass
except KeyboardInterrupt:
    print("by itself")

told = []
signal.signal(signal.SIGTERM, lambda number, frame: told.append((number, threading.current_thread().name)))
thread = threading.Thread(target=interrupt, args=(signal.SIGTERM,))
thread.start()
thread.join()
while not told:
    time.sleep(0.001)
print(told)

signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
signal.signal(signal.SIGTERM, signal.SIG_DFL)
_thread.interrupt_main(signal.SIGTERM)
for number in 0, 1000, "SIGINT":
    try:
        _thread.interrupt_main(number)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: interrupted
# expect: by itself
# expect: [(15, 'MainThread')]
# expect: ValueError signal number out of range
# expect: ValueError signal number out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
