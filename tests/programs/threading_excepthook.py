# An exception ends its thread alone; threading.excepthook says what is printed.
import sys
import threading


def fail(text):
    raise ValueError(text)


def run(function, *arguments):
    thread = threading.Thread(target=function, args=arguments, name="worker")
    thread.start()
    thread.join()


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback.tb_next.tb_next.tb_frame.f_code.co_name, args.thread.name)


run(fail, "to stderr")
run(sys.exit, "silent")
threading.excepthook = hook
run(fail, "to the hook")
threading.excepthook = lambda args: 1 / 0
run(fail, "the hook fails")
threading.excepthook = threading.__excepthook__
print("the program goes on")
# expect: ValueError to the hook fail worker
# expect: the program goes on
# error: Exception in thread worker:
# error: ValueError: to stderr
# error: Exception in threading.excepthook:
# error: ZeroDivisionError: division by zero
