# exitcode is None as long as the child has not ended; main may look before or after that.
# outcome: error "3\n" Process-1=3
# outcome: error "None\n" Process-1=3
import sys
from multiprocessing import Process


def work():
    sys.exit(3)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    print(child.exitcode)
    child.join()
