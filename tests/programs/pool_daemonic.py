# shows: 1.7
# Workers are daemons: they cannot have children.
from multiprocessing import Pool, Process


def start_child(_):
    Process(target=abs, args=(1,)).start()


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(start_child, [0])
        except AssertionError as error:
            print(error)  # expect: daemonic processes are not allowed to have children
