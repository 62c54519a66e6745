from threading import Thread
import sys
import time

THREADS = 2  # knob 1..8
STEPS = 600000  # knob 10000..5000000
INTERVAL = 0.005  # knob 0.0005..0.1


def count(steps, done, number):
    for step in range(steps):
        done[number] += 1


def main():
    sys.setswitchinterval(INTERVAL)
    done = [0] * THREADS
    threads = [Thread(target=count, args=(STEPS, done, number)) for number in range(THREADS)]
    wall, busy = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    print("every thread counted all its steps:", done == [STEPS] * THREADS)
    print("more than one core was busy:", busy / wall > 1.3)


if __name__ == "__main__":
    main()
