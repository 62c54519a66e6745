# Share of True from empty() right after the first put() into a new queue, in percent.
import multiprocessing

TRIALS = 100

if __name__ == "__main__":
    early = 0
    for trial in range(TRIALS):
        q = multiprocessing.Queue()
        q.put(trial)
        if q.empty():
            early += 1
        q.get()
        q.close()
        q.join_thread()
    print(100 * early / TRIALS)
