"""pprint: values on several lines where one is too short."""

import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, 0, set())[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _SafeKey:
    """Orders values of kinds that have no order among each other."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        parts = []
        self._format(object, parts, 0, 0, set(), 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self._repr(object, 0, set())[2]

    def isreadable(self, object):
        text, readable, recursive = self._repr(object, 0, set())
        return readable and not recursive

    def _format(self, object, parts, indent, allowance, context, level):
        if id(object) in context:
            parts.append(_recursion(object))
            return
        text = self._repr(object, level, context)[0]
        if len(text) > self._width - indent - allowance:
            printer = self._printer_of(object)
            if printer is not None:
                context.add(id(object))
                printer(object, parts, indent, allowance, context, level + 1)
                context.discard(id(object))
                return
        parts.append(text)

    def _printer_of(self, object):
        kind = type(object)
        if hasattr(kind, "__dataclass_fields__") and kind.__dataclass_params__.repr:
            return self._print_dataclass
        for base, printer in ((dict, self._print_dict), (list, self._print_list), (tuple, self._print_tuple),
                              (set, self._print_set), (frozenset, self._print_set), (str, self._print_str),
                              (bytes, self._print_bytes)):
            if kind is base or isinstance(object, base) and _inherits_repr(kind, base):
                return printer
        return self._PRINTERS.get(kind.__module__ + "." + kind.__name__, lambda self: None)(self)

    _PRINTERS = {
        "collections.OrderedDict": lambda self: self._print_ordered_dict,
        "collections.defaultdict": lambda self: self._print_default_dict,
        "collections.Counter": lambda self: self._print_counter,
        "collections.deque": lambda self: self._print_deque,
        "types.SimpleNamespace": lambda self: self._print_namespace,
    }

    def _print_dict(self, object, parts, indent, allowance, context, level):
        parts.append("{" + " " * (self._indent - 1))
        items = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
        self._format_pairs(items, parts, indent, allowance + 1, context, level)
        parts.append("}")

    def _format_pairs(self, items, parts, indent, allowance, context, level):
        indent += self._indent
        separator = ",\n" + " " * indent
        for place, (key, value) in enumerate(items):
            last = place == len(items) - 1
            text = self._repr(key, level, context)[0]
            parts.append(text + ": ")
            self._format(value, parts, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                parts.append(separator)

    def _print_ordered_dict(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "(")
        self._format(list(object.items()), parts, indent + len(name) + 1, allowance + 1, context, level)
        parts.append(")")

    def _print_default_dict(self, object, parts, indent, allowance, context, level):
        factory = self._repr(object.default_factory, level, context)[0]
        name = type(object).__name__
        indent += len(name) + 1
        parts.append(f"{name}({factory},\n" + " " * indent)
        self._print_dict(object, parts, indent, allowance + 1, context, level)
        parts.append(")")

    def _print_counter(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "({" + " " * (self._indent - 1))
        self._format_pairs(object.most_common(), parts, indent + len(name) + 1, allowance + 2, context, level)
        parts.append("})")

    def _print_deque(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "(")
        indent += len(name) + 1
        if object.maxlen is None:
            self._bracketed("[", "]", list(object), parts, indent, allowance + 1, context, level)
            parts.append(")")
            return
        self._bracketed("[", "]", list(object), parts, indent, 2, context, level)
        parts.append(",\n" + " " * indent + f"maxlen={self._repr(object.maxlen, level, context)[0]})")

    def _print_list(self, object, parts, indent, allowance, context, level):
        self._bracketed("[", "]", object, parts, indent, allowance, context, level)

    def _print_tuple(self, object, parts, indent, allowance, context, level):
        self._bracketed("(", ",)" if len(object) == 1 else ")", object, parts, indent, allowance, context, level)

    def _print_set(self, object, parts, indent, allowance, context, level):
        kind = type(object)
        start, end = "{", "}"
        if kind is not set:
            start, end = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        self._bracketed(start, end, sorted(object, key=_SafeKey), parts, indent, allowance, context, level)

    def _bracketed(self, start, end, items, parts, indent, allowance, context, level):
        parts.append(start)
        self._format_items(items, parts, indent, allowance + len(end), context, level)
        parts.append(end)

    def _format_items(self, items, parts, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            parts.append((self._indent - 1) * " ")
        new_line = ",\n" + " " * indent
        separator = ""
        width = room = self._width - indent + 1
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, level, context)[0]
                needed = len(text) + 2
                if width < needed:
                    width = room
                    if separator:
                        separator = new_line
                if width >= needed:
                    width -= needed
                    parts.append(separator + text)
                    separator = ", "
                    continue
            parts.append(separator)
            separator = new_line
            self._format(item, parts, indent, allowance if last else 1, context, level)

    def _print_str(self, object, parts, indent, allowance, context, level):
        chunks = []
        if level == 1:
            indent += 1
            allowance += 1
        lines = object.splitlines(True)
        for place, line in enumerate(lines):
            kept = allowance if place == len(lines) - 1 else 0
            text = repr(line)
            if len(text) <= self._width - indent - kept:
                chunks.append(text)
            else:
                chunks += self._words(line, self._width - indent, kept)
        if not chunks:
            parts.append(repr(object))
            return
        if len(chunks) == 1:
            parts.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        parts.append("(" + text + ")" if level == 1 else text)

    def _words(self, line, width, allowance):
        """A line's text in pieces that end after blanks."""
        pieces = []
        place = 0
        while place < len(line):
            end = place
            while end < len(line) and not line[end].isspace():
                end += 1
            while end < len(line) and line[end].isspace():
                end += 1
            pieces.append(line[place:end])
            place = end
        chunks = []
        current = ""
        for place, piece in enumerate(pieces):
            candidate = current + piece
            limit = width - (allowance if place == len(pieces) - 1 else 0)
            if len(repr(candidate)) > limit:
                if current:
                    chunks.append(repr(current))
                current = piece
            else:
                current = candidate
        if current:
            chunks.append(repr(current))
        return chunks

    def _print_bytes(self, object, parts, indent, allowance, context, level):
        if len(object) <= 4:
            parts.append(repr(object))
            return
        outermost = level == 1
        if outermost:
            indent += 1
            allowance += 1
        chunks = []
        current = b""
        last = len(object) // 4 * 4
        room = self._width - indent
        for place in range(0, len(object), 4):
            if place == last:
                room -= allowance
            candidate = current + object[place:place + 4]
            if len(repr(candidate)) > room:
                if current:
                    chunks.append(repr(current))
                current = object[place:place + 4]
            else:
                current = candidate
        if current:
            chunks.append(repr(current))
        text = ("\n" + " " * indent).join(chunks)
        parts.append("(" + text + ")" if outermost else text)

    def _print_namespace(self, object, parts, indent, allowance, context, level):
        self._print_attributes("namespace", list(vars(object).items()), parts, indent, allowance, context, level)

    def _print_dataclass(self, object, parts, indent, allowance, context, level):
        names = [each.name for each in type(object).__dataclass_fields__.values() if each._kind == "field" and each.repr]
        self._print_attributes(type(object).__name__, [(name, getattr(object, name)) for name in names], parts, indent,
                               allowance, context, level)

    def _print_attributes(self, name, items, parts, indent, allowance, context, level):
        indent += len(name) + 1
        parts.append(name + "(")
        for place, (key, value) in enumerate(items):
            last = place == len(items) - 1
            parts.append(key + "=")
            if id(value) in context:
                parts.append("...")
            else:
                self._format(value, parts, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                parts.append(",\n" + " " * indent)
        parts.append(")")

    def _repr(self, object, level, context):
        """repr() with sorted dicts and marks for cycles; whether it could be read back, and whether there were cycles."""
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f"{object:_d}", True, False
        if not (isinstance(object, dict) and _inherits_repr(kind, dict)
                or isinstance(object, list) and _inherits_repr(kind, list)
                or isinstance(object, tuple) and _inherits_repr(kind, tuple)):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object and kind in (dict, list, tuple):
            return repr(object), True, False
        if self._depth and level >= self._depth:
            text = "{...}" if isinstance(object, dict) else "[...]" if isinstance(object, list) else "(...)"
            return text, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context.add(id(object))
        texts = []
        readable, recursive = True, False
        pairs = []
        if isinstance(object, dict):
            pairs = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
        values = [value for pair in pairs for value in pair] if isinstance(object, dict) else object
        for value in values:
            text, is_readable, is_recursive = self._repr(value, level + 1, context)
            texts.append(text)
            readable = readable and is_readable
            recursive = recursive or is_recursive
        context.discard(id(object))
        if isinstance(object, dict):
            inner = [texts[place] + ": " + texts[place + 1] for place in range(0, len(texts), 2)]
            return "{" + ", ".join(inner) + "}", readable, recursive
        if isinstance(object, list):
            return "[" + ", ".join(texts) + "]", readable, recursive
        return "(" + texts[0] + ",)" if len(texts) == 1 else "(" + ", ".join(texts) + ")", readable, recursive


def _inherits_repr(kind, base):
    if kind is base:
        return True
    for place in kind.__mro__:
        if place is base:
            return True
        if "__repr__" in place.__dict__:
            return False
    return False
