# What a record knows and the three styles of formats.
import logging
import sys

log = logging.getLogger("styles")
log.propagate = False
log.setLevel(logging.DEBUG)
handler = logging.StreamHandler(sys.stdout)
log.addHandler(handler)


def use(*arguments, **options):
    handler.setFormatter(logging.Formatter(*arguments, **options))


def inside():
    log.info("in a function")


use("%(name)s %(levelno)s %(filename)s:%(lineno)d %(module)s.%(funcName)s %(processName)s/%(threadName)s: %(message)s")
inside()
log.debug("at the top")
use("[{levelname:>8}] {message!r}", style="{")
log.warning("braces %s", "x")
use("%(message)s %(user)s", defaults={"user": "nobody"})
log.info("extra", extra={"user": "kim"})
log.info("default")
print(logging.Formatter("%(asctime)s").usesTime(), logging.Formatter("%(message)s").usesTime())
record = logging.LogRecord("n", logging.INFO, "/a/b.py", 12, "%s!", ("hi",), None)
record.created, record.msecs = 0, 7
formatter = logging.Formatter("%(asctime)s %(message)s")
formatter.converter = __import__("time").gmtime
print(formatter.format(record), record)
for bad in ("no fields", "%(x"):
    try:
        logging.Formatter(bad)
    except ValueError as error:
        print(error)
try:
    logging.Formatter("x", style="?")
except ValueError as error:
    print(error)
# expect: styles 20 logging_formatters.py:17 logging_formatters.inside MainProcess/MainThread: in a function
# expect: styles 10 logging_formatters.py:22 logging_formatters.<module> MainProcess/MainThread: at the top
# expect: [ WARNING] 'braces x'
# expect: extra kim
# expect: default nobody
# expect: True False
# expect: 1970-01-01 00:00:00,007 hi! <LogRecord: n, 20, /a/b.py, 12, "%s!">
# expect: Invalid format 'no fields' for '%' style
# expect: Invalid format '%(x' for '%' style
# expect: Style must be one of: %,{,$
