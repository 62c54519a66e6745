"""logging.config.dictConfig: a worker that sends its records through a queue, and what the listener writes them with."""
import logging
import logging.config
import logging.handlers
import sys
from multiprocessing import Process, Queue


class Loud(logging.Filter):
    def __init__(self, word):
        super().__init__()
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


def work(config):
    logging.config.dictConfig(config)
    for number in range(3):
        logging.getLogger("app.part").warning("Message no. %d", number)
    logging.getLogger("quiet").info("not sent")


if __name__ == "__main__":
    queue = Queue()
    sender = {
        "version": 1,
        "handlers": {"queue": {"class": "logging.handlers.QueueHandler", "queue": queue}},
        "loggers": {"quiet": {"level": "ERROR"}},
        "root": {"handlers": ["queue"], "level": "DEBUG"},
    }
    receiver = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "plain": {"format": "{levelname}:{name}:{message}", "style": "{"},
            "detailed": {"class": "logging.Formatter", "format": "%(levelname)-8s| %(message)s"},
        },
        "filters": {"loud": {"()": Loud, "word": "2"}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stdout"},
            "last": {"()": "logging.StreamHandler", "formatter": "detailed", "stream": "ext://sys.stdout", "filters": ["loud"]},
        },
        "loggers": {"app": {"handlers": ["last"]}},
        "root": {"handlers": ["console"], "level": "INFO"},
    }
    process = Process(target=work, args=(sender,))
    process.start()
    process.join()
    logging.config.dictConfig(receiver)
    for _ in range(3):
        record = queue.get()
        logging.getLogger(record.name).handle(record)
    # expect: WARNING:app.part:Message no. 0
    # expect: WARNING:app.part:Message no. 1
    # expect: WARNING | Message no. 2
    # expect: WARNING:app.part:Message no. 2
    print(logging.getLogger().handlers[0].name, logging.getLogger("app").propagate)  # expect: console True
    logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"console": {"level": "ERROR"}}})
    print(logging.getLogger().handlers[0].level)  # expect: 40
    for wrong in ({}, {"version": 2}, {"version": 1, "root": {"handlers": ["nowhere"]}},
                  {"version": 1, "handlers": {"h": {"class": "no.such"}}}, {"version": 1, "loggers": {"a": {"level": "WHAT"}}}):
        try:
            logging.config.dictConfig(wrong)
        except ValueError as error:
            print(error, "|", error.__cause__)
    # expect: dictionary doesn't specify a version | None
    # expect: Unsupported version: 2 | None
    # expect: Unable to configure root logger | Unable to add handler 'nowhere'
    # expect: Unable to configure handler 'h' | Cannot resolve 'no.such': No module named 'no'
    # expect: Unable to configure logger 'a' | Unknown level: 'WHAT'
