# Windows: the child is started before its pickle is made. If that fails, the parent has the exception and the child, which
# finds nothing in its pipe, ends with EOFError.
# arguments: --personality windows
# python: no (imitated)
# error: EOFError
import multiprocessing

if __name__ == "__main__":
    p = multiprocessing.Process(target=lambda: None)
    try:
        p.start()
    except Exception as error:
        print(type(error).__name__)
    print(p.pid, p.exitcode)
# expect: PicklingError
# expect: None None
