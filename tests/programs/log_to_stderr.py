# log_to_stderr(): what the package does, on the error stream.
# error: [INFO/Worker] child process calling self.run()
# error: [INFO/Worker] process shutting down
# error: [INFO/Worker] process exiting with exitcode 3
# error: [WARNING/MainProcess] the program's own words
# error: [INFO/MainProcess] process shutting down
import logging
import multiprocessing
import sys


def work():
    sys.exit(3)


if __name__ == "__main__":
    logger = multiprocessing.log_to_stderr()
    print(logger.name, logger.level, logger is multiprocessing.get_logger(), multiprocessing.SUBDEBUG, multiprocessing.SUBWARNING)
    logger.setLevel(logging.INFO)
    logger.warning("the program's own words")
    logger.debug("not seen")
    p = multiprocessing.Process(target=work, name="Worker")
    p.start()
    p.join()
# expect: multiprocessing 0 True 5 25
