# Modules that the fork server imports once; those that cannot be imported are passed over.
import multiprocessing as mp
import sys


def tell(queue):
    queue.put(["string" in sys.modules, "colorsys" in sys.modules])


if __name__ == "__main__":
    context = mp.get_context("forkserver")
    context.set_forkserver_preload(["string", "no_such_module_at_all"])
    queue = context.SimpleQueue()
    p = context.Process(target=tell, args=(queue,))
    p.start()
    print(queue.get(), "string" in sys.modules)
    p.join()
# expect: [True, False] False
