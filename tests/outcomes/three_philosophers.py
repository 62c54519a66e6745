# Each of three takes the fork at the left, then the one at the right. If all three have the left one, each waits for the next:
# stuck. If somebody's right fork is free when it asks, it eats and gives both back, and then its neighbour can.
# outcome: ok "done\n"
# outcome: stuck ""
from multiprocessing import Lock, Process


def eat(left, right):
    with left:
        with right:
            pass


if __name__ == "__main__":
    forks = [Lock(), Lock(), Lock()]
    guests = [Process(target=eat, args=(forks[i], forks[(i + 1) % 3])) for i in range(3)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    print("done")
