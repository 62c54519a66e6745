# shows: checklist 11
# What a fresh child finds in the file's globals: what importing it gives, not what the guard did later.
import multiprocessing as mp

level = "import"


def tell(queue):
    queue.put((level, __name__))


if __name__ == "__main__":
    level = "guard"
    for method in ("fork", "spawn", "forkserver"):
        context = mp.get_context(method)
        queue = context.SimpleQueue()
        p = context.Process(target=tell, args=(queue,))
        p.start()
        print(method, *queue.get())
        p.join()
# expect: fork guard __main__
# expect: spawn import __mp_main__
# expect: forkserver import __mp_main__
