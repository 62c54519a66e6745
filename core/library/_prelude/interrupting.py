# What comes between two steps of a program: handlers of signals, what dying objects leave to be done.


def after_signal(handler, number, frame, waiting):
    handler(number, frame)
    if waiting is None:
        return None
    result = waiting()
    while result is waiting:
        handler, number = waiting.take_signal()
        handler(number, frame)
        result = waiting()
    return result


def after_signal_in_wait(handler, number, frame, condition, count, seen, left):
    while True:
        try:
            if handler is not None:
                handler(number, frame)
            elif number == 2:
                raise KeyboardInterrupt
        finally:
            condition._take_back(count)
        if condition._notified() != seen:
            return True
        result = condition.wait(left)
        if type(result) is not tuple:
            return result
        handler, number, seen, left = result


def interrupt_main(number):
    """What is ignored or left to the system does nothing."""
    import signal
    if callable(signal.getsignal(number)):
        signal.raise_signal(number)


def run_finalizers():
    import _weakref
    _end_all(_weakref.take())


def run_thread(function, positional, keywords):
    """In a thread that was started by _thread alone."""
    try:
        function(*positional, **keywords)
    except SystemExit:
        pass
    except BaseException as error:
        from _uncaught import report_ignored
        report_ignored(error, function, 'Exception ignored in thread started by')


def _report_ignored(function, error):
    from _uncaught import report_ignored
    report_ignored(error, function)
