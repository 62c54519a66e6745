# A future alone: its states, callbacks, cancelling, and what it refuses.
from concurrent.futures import CancelledError, Future, InvalidStateError


def show(future):
    print("callback:", future.cancelled() or future.exception() or future.result())


future = Future()
print(future.done(), future.running(), str(future).split(" state=")[1])
future.add_done_callback(show)
print(future.set_running_or_notify_cancel(), future.running(), future.cancel())
future.set_result(5)
print(future.done(), future.result(), str(future).split(" state=")[1])
future.add_done_callback(show)
try:
    future.set_result(6)
except InvalidStateError as error:
    print(str(error).split(" at ")[0])

failed = Future()
failed.add_done_callback(show)
failed.set_exception(KeyError("k"))
print(repr(failed.exception()), str(failed).split(" state=")[1])

cancelled = Future()
cancelled.add_done_callback(show)
print(cancelled.cancel(), cancelled.cancel(), cancelled.done(), cancelled.set_running_or_notify_cancel())
for ask in (cancelled.result, cancelled.exception):
    try:
        ask()
    except CancelledError as error:
        print(type(error).__name__, error.args)
print(str(cancelled).split(" state=")[1])

noisy = Future()
noisy.add_done_callback(lambda future: 1 / 0)
noisy.set_result(None)  # the callback's exception is logged
print(noisy.result())
# expect: False False pending>
# expect: True True False
# expect: callback: 5
# expect: True 5 finished returned int>
# expect: callback: 5
# expect: FINISHED: <Future
# expect: callback: 'k'
# expect: KeyError('k') finished raised KeyError>
# expect: callback: True
# expect: True True True False
# expect: CancelledError ()
# expect: CancelledError ()
# expect: cancelled>
# expect: None
# error: exception calling callback for <Future at
# error: ZeroDivisionError: division by zero
