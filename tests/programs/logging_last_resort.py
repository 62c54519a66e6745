# Without any handler, warnings and worse go to stderr as they are.
import logging

log = logging.getLogger("library")
log.info("not shown")
log.warning("shown without a format")
log.addHandler(logging.NullHandler())
log.error("swallowed")
print(logging.lastResort, logging.getLogger().handlers)
logging.error("the functions of the module configure the root first")
print(len(logging.getLogger().handlers))
# expect: <_StderrHandler <stderr> (WARNING)> []
# expect: 1
# error: shown without a format
# error: ERROR:root:the functions of the module configure the root first
