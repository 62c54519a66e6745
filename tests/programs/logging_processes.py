# Records of other processes through a queue: the listener's thread in the parent writes them all.
import logging
import logging.handlers
import multiprocessing
import sys


def work(queue, number):
    log = logging.getLogger()
    log.handlers[:] = [logging.handlers.QueueHandler(queue)]
    log.setLevel(logging.INFO)
    log.info("task %d", number)
    try:
        [][number]
    except IndexError as error:
        log.error("task %d: %s", number, error)


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(processName)s %(levelname)s %(message)s"))
    listener = logging.handlers.QueueListener(queue, handler)
    listener.start()
    for number in range(2):
        process = multiprocessing.Process(target=work, args=(queue, number), name="worker-%d" % number)
        process.start()
        process.join()
    listener.stop()
    print("stopped")
# expect: worker-0 INFO task 0
# expect: worker-0 ERROR task 0: list index out of range
# expect: worker-1 INFO task 1
# expect: worker-1 ERROR task 1: list index out of range
# expect: stopped
