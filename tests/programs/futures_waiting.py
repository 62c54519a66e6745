# wait() for the first, for the first exception, for all; as_completed(); time limits.
import threading
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, TimeoutError,
                                as_completed, wait)

gates = [threading.Event() for number in range(3)]


def pass_gate(number):
    gates[number].wait()
    if number == 1:
        raise ValueError("gate 1")
    return number


with ThreadPoolExecutor(3) as executor:
    futures = [executor.submit(pass_gate, number) for number in range(3)]
    done, not_done = wait(futures, timeout=0.01)
    print(len(done), len(not_done))
    try:
        futures[0].result(timeout=0.01)
    except TimeoutError as error:
        print("TimeoutError", str(error) == "")
    try:
        list(as_completed(futures, timeout=0.01))
    except TimeoutError as error:
        print(error)
    gates[2].set()
    answer = wait(futures, return_when=FIRST_COMPLETED)
    print(answer.done == {futures[2]}, len(answer.not_done), type(answer).__name__)
    gates[1].set()
    done, not_done = wait(futures, return_when=FIRST_EXCEPTION)
    print(len(done), not_done == {futures[0]})
    waiting = as_completed([futures[0], futures[2]])
    print(next(waiting).result())
    gates[0].set()
    print(next(waiting).result(), list(waiting))
    done, not_done = wait(futures, return_when=ALL_COMPLETED)
    print(len(done), len(not_done))
    print(sorted([future.result() for future in done if not future.exception()]))
print(wait([]))
# expect: 0 3
# expect: TimeoutError True
# expect: 3 (of 3) futures unfinished
# expect: True 2 DoneAndNotDoneFutures
# expect: 2 True
# expect: 2
# expect: 0 []
# expect: 3 0
# expect: [0, 2]
# expect: DoneAndNotDoneFutures(done=set(), not_done=set())
