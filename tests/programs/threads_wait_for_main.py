# The main thread can be waited for: it ends where the program's last line has run, though the process waits for its threads.
import os
import sys
import threading
import time


def last_words(main, told):
    main.join(timeout=0.01)
    print("main thread alive:", main.is_alive(), flush=True)
    told.set()
    main.join()
    print("main thread alive:", main.is_alive(), flush=True)


def fail_later(started):
    started.set()
    while sys.stderr is not None:
        time.sleep(0.001)
    raise ValueError("told to the stream that was there when the thread was made")


kept = sys.stderr
started = threading.Event()
failing = threading.Thread(target=fail_later, args=(started,))
failing.start()
started.wait()
sys.stderr = None
failing.join()
sys.stderr = kept

child = os.fork()
if child != 0:
    os.waitpid(child, 0)
told = threading.Event()
threading.Thread(target=last_words, args=(threading.main_thread(), told)).start()
told.wait()
print("end of main", flush=True)
# expect: main thread alive: True
# expect: end of main
# expect: main thread alive: False
# expect: main thread alive: True
# expect: end of main
# expect: main thread alive: False
# error: ValueError: told to the stream that was there when the thread was made
