"""logging.config: loggers, handlers, filters and formatters as a dict says."""

import functools
import logging
import logging.handlers
import re

__all__ = ["dictConfig", "dictConfigClass", "DictConfigurator", "valid_ident", "DEFAULT_LOGGING_CONFIG_PORT"]

DEFAULT_LOGGING_CONFIG_PORT = 9030

_IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)


def valid_ident(s):
    if not _IDENTIFIER.match(s):
        raise ValueError("Not a valid Python identifier: %r" % s)
    return True


def _resolve(name):
    """The object of a dotted name."""
    parts = name.split(".")
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class BaseConfigurator:
    CONVERT_PATTERN = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = dict(config)

    def resolve(self, s):
        try:
            return _resolve(s)
        except ImportError as error:
            raise ValueError("Cannot resolve %r: %s" % (s, error)) from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """A place inside the configuration: names with dots, and indices in brackets."""
        names = re.findall(r"[^.\[\]]+", value)
        if not names:
            raise ValueError("Unable to convert %r" % value)
        found = self.config
        for name in names:
            found = found[int(name) if name.isdigit() and isinstance(found, (list, tuple)) else name]
        return self.convert(found)

    def convert(self, value):
        """What a value of the configuration stands for; containers item by item."""
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
            return type(value)([self.convert(item) for item in value])
        match = self.CONVERT_PATTERN.match(value) if isinstance(value, str) else None
        converter = self.value_converters.get(match.group("prefix")) if match else None
        return value if converter is None else getattr(self, converter)(match.group("suffix"))

    def configure_custom(self, config):
        """What a factory, named by '()', makes."""
        config = dict(config)
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        made = factory(**{key: self.convert(value) for key, value in config.items() if valid_ident(key)})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.pop("incremental", False):
            self._change()
        else:
            self._replace()

    def _change(self):
        """Levels and propagation of what is there."""
        for name, wanted in self.config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)
            try:
                if wanted.get("level"):
                    logging._handlers[name].setLevel(logging._checkLevel(wanted["level"]))
            except Exception as error:
                raise ValueError("Unable to configure handler %r" % name) from error
        for name, wanted in self.config.get("loggers", {}).items():
            self._guarded("logger", name, self.configure_logger, name, wanted, True)
        if self.config.get("root"):
            self._guarded("root", None, self.configure_root, self.config["root"], True)

    def _guarded(self, what, name, function, *arguments):
        try:
            return function(*arguments)
        except Exception as error:
            raise ValueError("Unable to configure %s" % what + (" %r" % name if name is not None else " logger")) from error

    def _replace(self):
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        self.formatters = {name: self._guarded("formatter", name, self.configure_formatter, wanted)
                           for name, wanted in self.config.get("formatters", {}).items()}
        self.filters = {name: self._guarded("filter", name, self.configure_filter, wanted)
                        for name, wanted in self.config.get("filters", {}).items()}
        self.handlers = {}
        handlers = self.config.get("handlers", {})
        # those that another one hands on to come first
        for has_target in (False, True):
            for name in sorted(handlers):
                if ("target" in handlers[name]) == has_target:
                    self.handlers[name] = self._guarded("handler", name, self.configure_handler, handlers[name])
                    self.handlers[name].name = name
        self._configure_loggers(self.config.get("disable_existing_loggers", True))
        if self.config.get("root"):
            self._guarded("root", None, self.configure_root, self.config["root"])

    def _configure_loggers(self, disable_existing):
        existing = logging.root.manager.loggerDict
        loggers = self.config.get("loggers", {})
        for name in sorted(existing):
            logger = existing[name]
            if name in loggers or not isinstance(logger, logging.Logger):
                continue
            if any([name.startswith(other + ".") for other in loggers]):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable_existing
        for name, wanted in loggers.items():
            self._guarded("logger", name, self.configure_logger, name, wanted)

    def configure_formatter(self, config):
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                # as logging's own Formatter names it
                config = dict(config)
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        maker = self.resolve(config["class"]) if config.get("class") else logging.Formatter
        arguments = [config.get("format"), config.get("datefmt"), config.get("style", "%")]
        return maker(*arguments, config["validate"]) if "validate" in config else maker(*arguments)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def _named(self, table, name, what):
        try:
            return table[name] if isinstance(name, str) else name
        except KeyError as error:
            raise ValueError("Unable to %s %r" % (what, name)) from error

    def add_filters(self, filterer, filters):
        for name in filters:
            filterer.addFilter(self._named(self.filters, name, "add filter") if isinstance(name, str) else name)

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            formatter = self._named(self.formatters, formatter, "set formatter")
        level, filters = config.pop("level", None), config.pop("filters", None)
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else self.resolve(factory)
        else:
            factory = self._handler_class(config)
        attributes = config.pop(".", None)
        made = factory(**{key: self.convert(value) for key, value in config.items() if valid_ident(key)})
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(made, filters)
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def _handler_class(self, config):
        name = config.pop("class")
        kind = name if callable(name) else self.resolve(name)
        if issubclass(kind, logging.handlers.MemoryHandler) and "target" in config:
            config["target"] = self._named(self.handlers, config["target"], "set target handler")
        return functools.partial(kind)

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get("handlers") or ():
            logger.addHandler(self._named(self.handlers, name, "add handler"))
        if config.get("filters"):
            self.add_filters(logger, config["filters"])

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get("propagate") is not None:
            logger.propagate = config["propagate"]

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
