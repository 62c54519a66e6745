# Main holds the writing end itself: as long as it waits in recv(), somebody could still write. The child ends, nobody writes.
# outcome: stuck ""
from multiprocessing import Pipe, Process


def work():
    pass


if __name__ == "__main__":
    here, there = Pipe(duplex=False)
    child = Process(target=work)
    child.start()
    try:
        here.recv()
    except EOFError:
        print("end")
    child.join()
