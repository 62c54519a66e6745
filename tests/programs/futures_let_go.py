# Neither as_completed() nor a worker keeps what is over: a future that was given out, the arguments of a call.
# What a callback raises is logged, and shown where nothing says otherwise.
import io
import sys
import weakref
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed


class Told:
    def __del__(self):
        print("an argument ends", flush=True)


def given_out(futures):
    finished = [weakref.ref(future) for future in futures]
    rest = len(futures)
    for future in as_completed([futures.pop() for _ in range(rest)]):
        future = None
        alive = [reference for reference in finished if reference() is not None]
        rest -= 1
        print(len(alive) == rest, end=" ")
    print()


def fail(future):
    raise ValueError("from the callback")


if __name__ == "__main__":
    over = [Future() for _ in range(3)]
    for future in over:
        future.set_result(1)
    future = None
    given_out(over)
    with ThreadPoolExecutor(max_workers=1) as executor:
        pending = [executor.submit(pow, 2, number) for number in range(3)]
        executor.submit(str).result()
        given_out(pending)

    with ProcessPoolExecutor(max_workers=1) as executor:
        argument = Told()
        executor.submit(id, argument).result()
        executor.submit(print, "next call", flush=True).result()
        argument = None

    kept = sys.stderr
    sys.stderr = io.StringIO()
    future = Future()
    future.add_done_callback(fail)
    future.set_result(1)
    shown = sys.stderr.getvalue().splitlines()
    sys.stderr = kept
    print(shown[0].partition(" at ")[0], shown[-1])
# expect: True True True 
# expect: True True True 
# expect: an argument ends
# expect: next call
# expect: an argument ends
# expect: exception calling callback for <Future ValueError: from the callback
