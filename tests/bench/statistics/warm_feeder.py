# Share of True from empty() right after put() into a queue whose feeder waits already, in percent.
import multiprocessing

TRIALS = 500

if __name__ == "__main__":
    q = multiprocessing.Queue()
    q.put(0)
    q.get()
    early = 0
    for trial in range(TRIALS):
        q.put(trial)
        if q.empty():
            early += 1
        q.get()
    print(100 * early / TRIALS)
