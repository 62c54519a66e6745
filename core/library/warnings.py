"""warnings: what a program should know and need not stop for. Each is shown once a place, on stderr."""

import sys
import _traceback

filters = []
defaultaction = "default"
onceregistry = {}
# What has been shown from where, by module name.
_registries = {}
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")
# Takes the warnings instead of showwarning() while catch_warnings(record=True) lasts.
_record = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self.category.__name__, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _traceback.source_line(filename, lineno)
    line = line.strip()
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    stream = sys.stderr if file is None else file
    try:
        stream.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_original_showwarning = showwarning


def _capture(replacement):
    """For logging: warnings go there, or for None to stderr again."""
    global showwarning
    showwarning = replacement or _original_showwarning


def _check(action, lineno):
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """`message` is how the text begins and `module` the whole name. Plain text: patterns are taken as they are written."""
    _check(action, lineno)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    _add_filter((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, lineno)
    _add_filter((action, "", category, "", lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _registries.clear()


def resetwarnings():
    filters.clear()
    _registries.clear()


def _action_for(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if issubclass(category, kind) and (line == 0 or line == lineno):
            if text.lower().startswith(message.lower()) and (where == "" or where == module):
                return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    place = _traceback.caller(__file__, max(stacklevel, 1) - 1)
    filename, lineno, function = place or ("sys", 1, "")
    warn_explicit(message, category, filename, lineno, _module_of(filename))


def _module_of(filename):
    for name, module in list(sys.modules.items()):
        if getattr(module, "__file__", None) == filename:
            return name
    return "__main__"


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename
    if registry is None:
        registry = _registries.setdefault(module, {})
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if not _is_repeated(action, registry, key):
        _show(WarningMessage(message, category, filename, lineno, source=source))


def _is_repeated(action, registry, key):
    """Notes that it was shown; True if the action wants it no second time."""
    text, category, lineno = key
    if action == "always":
        return False
    if action == "once":
        registry[key] = 1
        registry = onceregistry
        key = (text, category)
    elif action == "module":
        registry[key] = 1
        key = (text, category, 0)
    repeated = key in registry
    registry[key] = 1
    return repeated


def _show(warning):
    if _record is not None:
        _record.append(warning)
    else:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)


class catch_warnings:
    """Restores the filters at its end; with record=True a list takes what would be shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._is_recording = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return "catch_warnings(record=True)" if self._is_recording else "catch_warnings()"

    def __enter__(self):
        global _record
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % (self,))
        self._entered = True
        self._saved = (filters[:], showwarning, _record)
        _registries.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._is_recording:
            _record = []
            return _record

    def __exit__(self, *details):
        global _record, showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % (self,))
        filters[:], showwarning, _record = self._saved
        _registries.clear()


filterwarnings("default", category=DeprecationWarning, module="__main__", append=True)
for _category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
    simplefilter("ignore", category=_category, append=True)
