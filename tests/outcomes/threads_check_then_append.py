# Between the look (a call) and the append (a call) the other thread can do both: then there are two.
# outcome: ok "1\n"
# outcome: ok "2\n"
# every bytecode: nothing else
from threading import Thread

seats = []


def take_a_seat():
    if len(seats) == 0:
        seats.append(1)


if __name__ == "__main__":
    other = Thread(target=take_a_seat)
    other.start()
    take_a_seat()
    other.join()
    print(len(seats))
