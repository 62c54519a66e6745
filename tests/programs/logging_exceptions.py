# exception() and exc_info add the traceback; a record that cannot be formatted does not end the program.
import logging
import os
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
log = logging.getLogger("work")


def divide(a, b):
    return a / b


def show(function, *arguments, **options):
    """Prints what is logged with the file's folder cut off."""
    for handler in logging.getLogger().handlers:
        handler.formatter.formatException = lambda info: logging.Formatter().formatException(info).replace(
            os.path.dirname(os.path.abspath(__file__)) + "/", "")
    function(*arguments, **options)


try:
    divide(1, 0)
except ZeroDivisionError as error:
    show(log.exception, "divide failed")
    show(log.warning, "with exc_info", exc_info=True)
    show(log.error, "with the exception", exc_info=error)
    show(log.error, "without: %s", error)
log.warning("too few: %s %s", "one")  # a traceback goes to stderr
log.warning("after it")
# expect: ERROR divide failed
# expect: Traceback (most recent call last):
# expect:   File "logging_exceptions.py", line 23, in <module>
# expect:     divide(1, 0)
# expect:   File "logging_exceptions.py", line 11, in divide
# expect:     return a / b
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: WARNING with exc_info
# expect: Traceback (most recent call last):
# expect:   File "logging_exceptions.py", line 23, in <module>
# expect:     divide(1, 0)
# expect:   File "logging_exceptions.py", line 11, in divide
# expect:     return a / b
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: ERROR with the exception
# expect: Traceback (most recent call last):
# expect:   File "logging_exceptions.py", line 23, in <module>
# expect:     divide(1, 0)
# expect:   File "logging_exceptions.py", line 11, in divide
# expect:     return a / b
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: ERROR without: division by zero
# expect: WARNING after it
# error: --- Logging error ---
# error: TypeError: not enough arguments for format string
# error: Call stack:
# error: Message: 'too few: %s %s'
# error: Arguments: ('one',)
