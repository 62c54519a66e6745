# Formats that are refused, warnings with a file of their own, and files that are changed by the clock or by others.
import io
import logging
import logging.handlers
import os
import tempfile
import time
import warnings

# simulated: no (it writes files)


def attempt(label, work):
    try:
        print(label, work())
    except Exception as error:
        print(label, type(error).__name__, error)


for style, texts in (("%", ("%(asctime)Z", "%(message)", "%(levelname)-8s %(x).3f", "plain")),
                     ("{", ("{message!c}", "{name-thing}", "{lineno:.2ff}", "{}", "{message", "{lineno:>5d}")),
                     ("$", ("$message costs $", "${message", "none", "$$ $name"))):
    for text in texts:
        attempt(text, lambda: logging.Formatter(text, style=style)._fmt)

logging.captureWarnings(True)
stream = io.StringIO()
warnings.showwarning("careful", UserWarning, "place.py", 3, stream, "a line")
logging.captureWarnings(False)
print(repr(stream.getvalue()))
print(logging._nameToLevel["INFO"], logging._levelToName[40], logging.makeLogRecord({"pathname": None}).name)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "app.log")
    handler = logging.handlers.TimedRotatingFileHandler(path, when="S", backupCount=1, utc=True)
    handler.emit(logging.makeLogRecord({"msg": "old"}))
    handler.rolloverAt = int(time.time()) - 100
    handler.emit(logging.makeLogRecord({"msg": "new"}))
    handler.close()
    names = sorted(os.listdir(folder))
    print(len(names), names[0], len(names[1]), [open(os.path.join(folder, name)).read() for name in names])
    for when, moment in (("M", 100), ("midnight", 90000), ("W3", 90000), ("W0", 90000)):
        handler = logging.handlers.TimedRotatingFileHandler(path, when=when, utc=True, delay=True)
        print(when, handler.interval, handler.computeRollover(moment))
        handler.close()
    for when in ("X", "W", "W9"):
        attempt(when, lambda: logging.handlers.TimedRotatingFileHandler(path, when=when, delay=True))
    watched = logging.handlers.WatchedFileHandler(path, "w")
    watched.emit(logging.makeLogRecord({"msg": "one"}))
    os.rename(path, path + ".moved")
    watched.emit(logging.makeLogRecord({"msg": "two"}))
    watched.close()
    print(open(path).read(), open(path + ".moved").read())

# expect: %(asctime)Z ValueError Invalid format '%(asctime)Z' for '%' style
# expect: %(message) ValueError Invalid format '%(message)' for '%' style
# expect: %(levelname)-8s %(x).3f %(levelname)-8s %(x).3f
# expect: plain ValueError Invalid format 'plain' for '%' style
# expect: {message!c} ValueError invalid format: invalid conversion: 'c'
# expect: {name-thing} ValueError invalid format: invalid field name/expression: 'name-thing'
# expect: {lineno:.2ff} ValueError invalid format: bad specifier: '.2ff'
# expect: {} ValueError invalid format: no fields
# expect: {message ValueError invalid format: expected '}' before end of string
# expect: {lineno:>5d} {lineno:>5d}
# expect: $message costs $ ValueError invalid format: bare '$' not allowed
# expect: ${message ValueError invalid format: bare '$' not allowed
# expect: none ValueError invalid format: no fields
# expect: $$ $name $$ $name
# expect: 'place.py:3: UserWarning: careful\n  a line\n'
# expect: 20 ERROR None
# expect: 2 app.log 27 ['new\n', 'old\n']
# expect: M 60 160
# expect: midnight 86400 172800
# expect: W3 604800 691200
# expect: W0 604800 432000
# expect: X ValueError Invalid rollover interval specified: X
# expect: W ValueError You must specify a day for weekly rollover from 0 to 6 (0 is Monday): W
# expect: W9 ValueError Invalid day specified for weekly rollover: W9
# expect: two
# expect:  one
# expect:
