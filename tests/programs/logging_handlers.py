# Handlers of a program's own, of files, filters, levels by name, and adapters.
import logging
import os


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


log = logging.getLogger("shop")
log.setLevel(logging.DEBUG)
mine = ListHandler()
log.addHandler(mine)
log.addHandler(mine)  # the same one a second time changes nothing
log.addFilter(NoSecrets())
logging.addLevelName(15, "VERBOSE")
log.log(15, "fine")
log.info("the secret is 7")
log.info("%s", "done")
print(mine.lines, mine.level, mine)
print(logging.getLevelName(15), logging.getLevelName("VERBOSE"), logging.getLevelName(99))
logging.LoggerAdapter(log, {"user": "kim"}).info("adapted")
print(mine.lines[-1])

path = "/tmp/forkscope-log-%d.txt" % os.getpid()
file_handler = logging.FileHandler(path, mode="w", encoding="utf-8")
file_handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
log.addHandler(file_handler)
log.warning("into the file: 안녕")
log.removeHandler(file_handler)
file_handler.close()
log.warning("not any more")
with open(path, encoding="utf-8") as lines:
    print(lines.read(), end="")
os.remove(path)
for level in ("LOUD", 1.5):
    try:
        log.setLevel(level)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    logging.Handler().emit(None)
except NotImplementedError as error:
    print(error)
# expect: ['fine', 'done'] 0 <ListHandler (NOTSET)>
# expect: VERBOSE 15 Level 99
# expect: adapted
# expect: WARNING into the file: 안녕
# expect: ValueError Unknown level: 'LOUD'
# expect: TypeError Level not an integer or a valid string: 1.5
# expect: emit must be implemented by Handler subclasses
