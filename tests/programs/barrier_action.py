# Each process gets another number from wait(); one of them runs the action before anybody goes on.
# stands for: _TestBarrier.test_wait_return, _TestBarrier.test_action
from multiprocessing import Barrier, Process, Queue, Value

ran = Value("i", 0)


def act():
    ran.value += 1


def run(barrier, answers):
    number = barrier.wait()
    answers.put((number, ran.value))


if __name__ == "__main__":
    barrier, answers = Barrier(3, action=act), Queue()
    processes = [Process(target=run, args=(barrier, answers)) for _ in range(3)]
    for p in processes:
        p.start()
    print(sorted(answers.get() for _ in processes), ran.value)
    for p in processes:
        p.join()
# expect: [(0, 1), (1, 1), (2, 1)] 1
