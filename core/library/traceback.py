"""traceback: exceptions and stacks as the texts that CPython prints."""

import sys
import _traceback

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADER = "Traceback (most recent call last):\n"
_GROUP_HEADER = "Exception Group Traceback (most recent call last):\n"
# Equal lines in a row that are shown before they are only counted.
_SHOWN = 3
_not_given = object()


class FrameSummary:
    """One line of a stack."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = locals
        self._line = line
        self._carets = ""

    @property
    def line(self):
        if self._line is None:
            self._line = _traceback.source_line(self.filename, self.lineno or 0).strip()
        return self._line

    def _fields(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __iter__(self):
        return iter(self._fields())

    def __getitem__(self, index):
        return self._fields()[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._fields() == other._fields()
        if isinstance(other, tuple):
            return self._fields() == other
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary:
    """The lines of a stack, the outermost first."""

    def __init__(self, frames=()):
        self._frames = list(frames)

    @classmethod
    def from_list(cls, a_list):
        return cls([_summary_of(entry) for entry in a_list])

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        made = cls()
        for frame, line in frame_gen:
            code = frame.f_code
            made.append(FrameSummary(code.co_filename, line, code.co_name))
        return cls(_limited(made._frames, limit))

    def format_frame_summary(self, frame_summary):
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f"    {frame_summary.line}\n"
            if frame_summary._carets:
                text += f"    {frame_summary._carets}\n"
        return text

    def format(self):
        result = []
        last = None
        count = 0
        for summary in self._frames:
            place = (summary.filename, summary.lineno, summary.name)
            if place != last:
                result.extend(_repeats(count))
                last = place
                count = 0
            count += 1
            if count <= _SHOWN:
                result.append(self.format_frame_summary(summary))
        result.extend(_repeats(count))
        return result

    def append(self, frame):
        self._frames.append(frame)

    def extend(self, frames):
        self._frames.extend(frames)

    def insert(self, index, frame):
        self._frames.insert(index, frame)

    def pop(self, index=-1):
        return self._frames.pop(index)

    def reverse(self):
        self._frames.reverse()

    def __iter__(self):
        return iter(self._frames)

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        return self._frames[index]

    def __delitem__(self, index):
        del self._frames[index]

    def __eq__(self, other):
        return self._frames == list(other)

    def __repr__(self):
        return repr(self._frames)


def _repeats(count):
    more = count - _SHOWN
    if more <= 0:
        return []
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"]


def _summary_of(entry):
    if isinstance(entry, FrameSummary):
        return entry
    filename, lineno, name, line = entry
    return FrameSummary(filename, lineno, name, line=line)


def _limited(frames, limit):
    """The first ones, or for a negative limit the last ones."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is None:
            return frames
        limit = max(limit, 0)
    return frames[:limit] if limit >= 0 else frames[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    frames = []
    while tb is not None:
        code = tb.tb_frame.f_code
        summary = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name)
        summary._carets = _traceback.carets(code, tb.tb_lasti)
        frames.append(summary)
        tb = tb.tb_next
    return StackSummary(_limited(frames, limit))


def _stack(f, limit, skipped):
    """The lines up to frame `f`; for None up to here, without the `skipped` innermost ones."""
    if f is None:
        frames = [FrameSummary(*place) for place in _traceback.stack()[skipped:]]
    else:
        frames = [FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walk_stack(f)]
    frames = _limited(frames, limit)
    frames.reverse()
    return StackSummary(frames)


def extract_stack(f=None, limit=None):
    return _stack(f, limit, 2)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return _stack(f, limit, 2).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        _write(item, file)


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    print_list(_stack(f, limit, 2), file)


def _write(text, file):
    stream = sys.stderr if file is None else file
    stream.write(text)


class _Margin:
    """Where the lines of the exceptions of a group begin: the deeper the group, the more to the right."""

    def __init__(self):
        self.depth = 0
        self.needs_end = False

    def indent(self):
        return "  " * self.depth

    def lines(self, text, sign="|"):
        begin = self.indent() + sign + " " if self.depth else ""
        return "".join([begin + line for line in text.splitlines(True)])


class TracebackException:
    """All that is printed of an exception, taken down without keeping the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = [] if _seen is None else _seen
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        seen.append(exc_value)
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._str = _text_of(exc_value)
        self._last = _last_lines(exc_type, exc_value, self._str)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = _linked(getattr(exc_value, "__cause__", None), limit, seen)
        self.__context__ = None
        if self.__cause__ is None and not self.__suppress_context__:
            self.__context__ = _linked(getattr(exc_value, "__context__", None), limit, seen)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [
                TracebackException(type(each), each, each.__traceback__, limit=limit, max_group_width=max_group_width,
                                   max_group_depth=max_group_depth, _seen=seen) for each in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from _lines(self._last)

    def format(self, *, chain=True, _margin=None):
        margin = _Margin() if _margin is None else _margin
        if chain and self.__cause__ is not None:
            yield from self.__cause__.format(chain=chain, _margin=margin)
            yield margin.lines(_CAUSE)
        elif chain and self.__context__ is not None:
            yield from self.__context__.format(chain=chain, _margin=margin)
            yield margin.lines(_CONTEXT)
        if self.exceptions is not None:
            yield from self._format_group(chain, margin)
            return
        if len(self.stack):
            yield margin.lines(_HEADER)
            for text in self.stack.format():
                yield margin.lines(text)
        for text in self.format_exception_only():
            yield margin.lines(text)

    def _format_group(self, chain, margin):
        if margin.depth > self.max_group_depth:
            yield margin.lines(f"... (max_group_depth is {self.max_group_depth})\n")
            return
        is_outermost = margin.depth == 0
        if is_outermost:
            margin.depth = 1
        if len(self.stack):
            yield margin.lines(_GROUP_HEADER, "+" if is_outermost else "|")
            for text in self.stack.format():
                yield margin.lines(text)
        for text in self.format_exception_only():
            yield margin.lines(text)
        yield from self._format_members(chain, margin)
        if is_outermost:
            margin.depth = 0

    def _format_members(self, chain, margin):
        shown = self.exceptions[:self.max_group_width]
        more = len(self.exceptions) - len(shown)
        margin.needs_end = False
        for index in range(len(shown) + (more > 0)):
            is_last = index == len(shown) + (more > 0) - 1
            margin.needs_end = margin.needs_end or is_last
            title = index + 1 if index < len(shown) else "..."
            yield margin.indent() + ("+-" if index == 0 else "  ") + f"+---------------- {title} ----------------\n"
            margin.depth += 1
            if index < len(shown):
                yield from shown[index].format(chain=chain, _margin=margin)
            else:
                yield margin.lines(f"and {more} more exception{'s' if more > 1 else ''}\n")
            if is_last and margin.needs_end:
                yield margin.indent() + "+------------------------------------\n"
                margin.needs_end = False
            margin.depth -= 1

    def print(self, *, file=None, chain=True):
        for line in self.format(chain=chain):
            _write(line, file)


def _linked(exc, limit, seen):
    if exc is None or any([exc is other for other in seen]):
        return None
    return TracebackException(type(exc), exc, exc.__traceback__, limit=limit, _seen=seen)


def _text_of(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


def _last_lines(exc_type, value, text):
    if isinstance(value, BaseException):
        return _traceback.last_lines(value, text)
    if exc_type is None:
        return "NoneType: None\n"
    name = exc_type.__qualname__
    if exc_type.__module__ not in ("__main__", "builtins"):
        name = exc_type.__module__ + "." + name
    return name + "\n" if value is None or not text else f"{name}: {text}\n"


def _lines(text):
    """Each with its end. The class and the message are one, whatever is in the message."""
    if text.startswith("  File "):
        return [line + "\n" for line in text.split("\n")[:-1]]
    return [text]


def _parts(exc, value, tb):
    """What the first arguments of the functions below mean: an exception, or class, exception and traceback."""
    if value is _not_given and tb is _not_given:
        if exc is None:
            return None, None, None
        if not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return type(exc), exc, exc.__traceback__
    if value is _not_given or tb is _not_given:
        raise ValueError("Both or neither of value and tb must be given")
    return None if value is None else type(value), value, tb


def format_exception(exc, /, value=_not_given, tb=_not_given, limit=None, chain=True):
    exc_type, value, tb = _parts(exc, value, tb)
    return list(TracebackException(exc_type, value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_not_given, tb=_not_given, limit=None, file=None, chain=True):
    exc_type, value, tb = _parts(exc, value, tb)
    TracebackException(exc_type, value, tb, limit=limit).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_not_given):
    if value is _not_given:
        value = exc
    return list(TracebackException(type(value), value, None).format_exception_only())


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_last(limit=None, chain=True):
    return "".join(format_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, chain))


def print_last(limit=None, file=None, chain=True):
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def clear_frames(tb):
    pass
