# As warm_feeder, in a forked child.
import multiprocessing

TRIALS = 500


def ask(q, answer):
    q.put(0)
    q.get()
    early = 0
    for trial in range(TRIALS):
        q.put(trial)
        if q.empty():
            early += 1
        q.get()
    answer.put(100 * early / TRIALS)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    q, answer = context.Queue(), context.Queue()
    child = context.Process(target=ask, args=(q, answer))
    child.start()
    print(answer.get())
    child.join()
