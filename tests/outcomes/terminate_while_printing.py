# The signal comes before the child's line is written, after it, or when the child has ended already (then it does nothing, and the
# exit code is 0).
# outcome: error "-15\n" Process-1=-15
# outcome: error "line\n-15\n" Process-1=-15
# outcome: ok "line\n0\n"
from multiprocessing import Process


def work():
    print("line", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.terminate()
    child.join()
    print(child.exitcode)
