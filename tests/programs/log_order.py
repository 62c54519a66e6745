# The order in which a process and its children say what they do.
import logging
import sys
from multiprocessing import Process, get_logger


def work():
    print("run")


if __name__ == "__main__":
    logger = get_logger()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    p = Process(target=work)
    p.start()
    p.join()
    print("end of the program")
# expect: [INFO/Process-1] child process calling self.run()
# expect: run
# expect: [INFO/Process-1] process shutting down
# expect: [DEBUG/Process-1] running all "atexit" finalizers with priority >= 0
# expect: [DEBUG/Process-1] running the remaining "atexit" finalizers
# expect: [INFO/Process-1] process exiting with exitcode 0
# expect: end of the program
# expect: [INFO/MainProcess] process shutting down
# expect: [DEBUG/MainProcess] running all "atexit" finalizers with priority >= 0
# expect: [DEBUG/MainProcess] running the remaining "atexit" finalizers
