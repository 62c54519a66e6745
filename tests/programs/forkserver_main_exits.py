# What a child of the fork server does not catch while it runs the file again: an exit is silent, an error is told by the
# program's hook, and either way it ends with 1. What stands in a buffer then is lost.
import multiprocessing
import sys

if __name__ == "__mp_main__":
    sys.excepthook = lambda kind, error, traceback: print(kind.__name__, error, file=sys.__stdout__, flush=True)
    sys.stdout = open(sys.stdout.fileno(), "w", closefd=False)
    print("lost")
    if sys.argv[1:] == ["fails"]:
        raise KeyError("told")
    sys.exit(3)


def child():
    pass


if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    for arguments in ([], ["fails"]):
        sys.argv[1:] = arguments
        process = multiprocessing.Process(target=child)
        process.start()
        process.join()
        print(process.exitcode, flush=True)
# expect: 1
# expect: KeyError 'told'
# expect: 1
