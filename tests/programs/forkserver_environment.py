# shows: T21
# Children of the fork server see the environment of its first start, whatever changes later; spawned ones the present.
import multiprocessing as mp
import os


def tell(queue):
    queue.put(os.environ.get("FORKSCOPE_TEST", "nothing"))


def ask(method):
    context = mp.get_context(method)
    queue = context.SimpleQueue()
    p = context.Process(target=tell, args=(queue,))
    p.start()
    answer = queue.get()
    p.join()
    return answer


if __name__ == "__main__":
    for value in ("first", "second"):
        os.environ["FORKSCOPE_TEST"] = value
        print(ask("fork"), ask("spawn"), ask("forkserver"))
# expect: first first first
# expect: second second first
