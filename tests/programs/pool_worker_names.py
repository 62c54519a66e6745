# shows: 1.7
import multiprocessing
from multiprocessing import current_process


def describe(_):
    me = current_process()
    return me.name, me.daemon, multiprocessing.parent_process().name


if __name__ == "__main__":
    for method in ("fork", "spawn"):
        with multiprocessing.get_context(method).Pool(1) as pool:
            print(pool.map(describe, [0]))
            # expect: [('ForkPoolWorker-1', True, 'MainProcess')]
            # expect: [('SpawnPoolWorker-2', True, 'MainProcess')]
