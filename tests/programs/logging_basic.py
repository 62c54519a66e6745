# The root logger: basicConfig, levels, the default format, messages with arguments.
import logging
import sys

logging.debug("before anything is configured: below WARNING")
for handler in list(logging.getLogger().handlers):
    logging.getLogger().removeHandler(handler)
logging.basicConfig(level=logging.INFO, stream=sys.stdout)
logging.debug("not shown")
logging.info("started %d workers of %s", 4, "kind A")
logging.warning("no arguments: 100%")
logging.error("as a dict: %(who)s has %(count)d", {"who": "worker", "count": 3})
logging.critical("a list: %s", [1, "two", None])
logging.log(25, "a level without a name")
logging.log(logging.ERROR, "ERROR is %d", logging.ERROR)
logging.basicConfig(level=logging.DEBUG)  # has handlers already: does nothing
print(logging.getLogger().level, logging.getLogger())
logging.basicConfig(level="DEBUG", stream=sys.stdout, format="%(levelname)-8s|%(message)s", force=True)
logging.debug("now shown")
logging.info("padded")
# expect: INFO:root:started 4 workers of kind A
# expect: WARNING:root:no arguments: 100%
# expect: ERROR:root:as a dict: worker has 3
# expect: CRITICAL:root:a list: [1, 'two', None]
# expect: Level 25:root:a level without a name
# expect: ERROR:root:ERROR is 40
# expect: 20 <RootLogger root (INFO)>
# expect: DEBUG   |now shown
# expect: INFO    |padded
