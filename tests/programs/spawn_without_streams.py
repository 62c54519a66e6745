# A process whose standard streams are None ends as any other one does.
import multiprocessing
import sys


def lose(name):
    setattr(sys, name, None)


def close(name):
    getattr(sys, name).close()


def fail(name):
    setattr(sys, name, None)
    raise ValueError("nobody is told")


def leave(name):
    setattr(sys, name, None)
    sys.exit("nobody is told")


if __name__ == "__main__":
    for method in ("spawn", "fork"):
        context = multiprocessing.get_context(method)
        for target, names in ((lose, ("stdout", "stderr", "stdin")), (fail, ("stderr",)), (leave, ("stderr",))):
            for name in names:
                process = context.Process(target=target, args=(name,))
                process.start()
                process.join()
                print(method, target.__name__, name, process.exitcode, flush=True)
        kept, sys.stdout = sys.stdout, None
        process = context.Process(target=lose, args=("stderr",))
        process.start()
        process.join()
        sys.stdout = kept
        print(method, process.exitcode, flush=True)
# expect: spawn lose stdout 0
# expect: spawn lose stderr 0
# expect: spawn lose stdin 0
# expect: spawn fail stderr 1
# expect: spawn leave stderr 1
# expect: spawn 0
# expect: fork lose stdout 0
# expect: fork lose stderr 0
# expect: fork lose stdin 0
# expect: fork fail stderr 1
# expect: fork leave stderr 1
# expect: fork 0
