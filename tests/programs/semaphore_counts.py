# Semaphore and BoundedSemaphore: acquire takes one, release gives one back, and only the bounded one knows a limit.
# stands for: _TestSemaphore.test_semaphore, _TestSemaphore.test_bounded_semaphore
from multiprocessing import BoundedSemaphore, Process, Semaphore

for semaphore in (Semaphore(2), BoundedSemaphore(2)):
    values = [semaphore.get_value()]
    for action in (semaphore.acquire, semaphore.acquire, lambda: semaphore.acquire(False), semaphore.release, semaphore.release):
        values += [action(), semaphore.get_value()]
    print(values)
    try:
        semaphore.release()
        print(semaphore.release(), semaphore.get_value())
    except ValueError as error:
        print(error, semaphore.get_value())


def give(semaphore):
    for _ in range(3):
        semaphore.release()


semaphore = Semaphore(0)
p = Process(target=give, args=(semaphore,))
p.start()
print([semaphore.acquire() for _ in range(3)], semaphore.get_value())
p.join()
semaphore.release()
with semaphore:
    print(semaphore)
# expect: [2, True, 1, True, 0, False, 0, None, 1, None, 2]
# expect: None 4
# expect: [2, True, 1, True, 0, False, 0, None, 1, None, 2]
# expect: semaphore or lock released too many times 2
# expect: [True, True, True] 0
# expect: <Semaphore(value=0)>
