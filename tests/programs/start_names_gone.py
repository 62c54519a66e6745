# Main's end unlinks the names of its locks before it waits for its children: a child that is rebuilt later finds none.
import multiprocessing
from multiprocessing.util import Finalize


def after_the_names(receiver):
    receiver.recv()


class Late:
    def __init__(self, receiver):
        self.receiver = receiver

    def __reduce__(self):
        return after_the_names, (self.receiver,)


def target(late, event):
    print("not reached")


def go_on(sender):
    sender.send("the names are gone")


if __name__ == "__main__":
    for method in ("spawn", "forkserver"):
        context = multiprocessing.get_context(method)
        receiver, sender = context.Pipe(duplex=False)
        # of one priority what was registered first comes last
        Finalize(None, go_on, (sender,), exitpriority=0)
        event = context.Event()
        child = context.Process(target=target, args=(Late(receiver), event))
        child.start()
    print("main ends", flush=True)
# expect: main ends
# error: FileNotFoundError: [Errno 2] No such file or directory
