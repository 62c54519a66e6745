# Main closes its copy of the writing end, the child sends nothing and ends: then nobody can write, and recv() meets the end of file.
# It waits until the child, which holds a copy, is gone.
# outcome: ok "end\n"
from multiprocessing import Pipe, Process


def work():
    pass


if __name__ == "__main__":
    here, there = Pipe(duplex=False)
    child = Process(target=work)
    child.start()
    there.close()
    try:
        here.recv()
    except EOFError:
        print("end")
    child.join()
