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
    return PrettyPrinter._shown(PrettyPrinter(), object, {}, None, 0)[0]


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


def _unless_empty(printer):
    def print_some(self, object, parts, indent, allowance, context, level):
        if len(object) == 0:
            parts.append(repr(object))
        else:
            printer(self, object, parts, indent, allowance, context, level)

    return print_some


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
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
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        parts = []
        self._format(object, parts, 0, 0, {}, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """What is shown of a value on one line; whether it could be read back; whether it contains itself.

        A derived class may show values in its own way here.
        """
        return self._shown(object, context, maxlevels, level)

    def _format(self, object, parts, indent, allowance, context, level):
        if id(object) in context:
            parts.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            printer = self._printer_of(object)
            if printer is not None:
                context[id(object)] = 1
                printer(self, object, parts, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        parts.append(text)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _printer_of(self, object):
        """What shows a value on several lines; None where the kind has a __repr__ of its own."""
        kind = type(object)
        shown_by = kind.__repr__
        for base in kind.__mro__:
            printer = _PRINTERS.get(f"{base.__module__}.{base.__name__}")
            if printer is not None and shown_by is base.__repr__:
                return printer
        if hasattr(kind, "__dataclass_fields__") and kind.__dataclass_params__.repr:
            made = getattr(shown_by, "__wrapped__", None)
            if "__create_fn__" in getattr(made, "__qualname__", ""):
                return PrettyPrinter._print_dataclass
        return None

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
            text = self._repr(key, context, level)
            parts.append(text + ": ")
            self._format(value, parts, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                parts.append(separator)

    @_unless_empty
    def _print_ordered_dict(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "(")
        self._format(list(object.items()), parts, indent + len(name) + 1, allowance + 1, context, level)
        parts.append(")")

    @_unless_empty
    def _print_default_dict(self, object, parts, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        parts.append(f"{name}({factory},\n" + " " * indent)
        self._print_dict(object, parts, indent, allowance + 1, context, level)
        parts.append(")")

    @_unless_empty
    def _print_counter(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "({" + " " * (self._indent - 1))
        self._format_pairs(object.most_common(), parts, indent + len(name) + 1, allowance + 2, context, level)
        parts.append("})")

    def _print_chain_map(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "(")
        indent += len(name) + 1
        for place, mapping in enumerate(object.maps):
            last = place == len(object.maps) - 1
            self._format(mapping, parts, indent, allowance + 1 if last else 1, context, level)
            parts.append(")" if last else ",\n" + " " * indent)

    def _print_mapping_proxy(self, object, parts, indent, allowance, context, level):
        parts.append("mappingproxy(")
        self._format(object.copy(), parts, indent + 13, allowance + 1, context, level)
        parts.append(")")

    def _print_data(self, object, parts, indent, allowance, context, level):
        """A UserDict, UserList or UserString is shown as what it wraps."""
        self._format(object.data, parts, indent, allowance, context, level - 1)

    @_unless_empty
    def _print_deque(self, object, parts, indent, allowance, context, level):
        name = type(object).__name__
        parts.append(name + "(")
        indent += len(name) + 1
        if object.maxlen is None:
            self._bracketed("[", "]", list(object), parts, indent, allowance + 1, context, level)
            parts.append(")")
            return
        self._bracketed("[", "]", list(object), parts, indent, 1, context, level)
        parts.append(",\n" + " " * indent + f"maxlen={self._repr(object.maxlen, context, level)})")

    def _print_list(self, object, parts, indent, allowance, context, level):
        self._bracketed("[", "]", list(object), parts, indent, allowance, context, level)

    def _print_tuple(self, object, parts, indent, allowance, context, level):
        self._bracketed("(", ",)" if len(object) == 1 else ")", list(object), parts, indent, allowance, context,
                        level)

    @_unless_empty
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
                text = self._repr(item, context, level)
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

    def _print_byte_array(self, object, parts, indent, allowance, context, level):
        parts.append("bytearray(")
        self._print_bytes(bytes(object), parts, indent + 10, allowance + 1, context, level + 1)
        parts.append(")")

    def _print_namespace(self, object, parts, indent, allowance, context, level):
        kind = type(object)
        is_own = (kind.__module__, kind.__name__) == ("types", "SimpleNamespace")
        self._print_attributes("namespace" if is_own else kind.__name__, list(vars(object).items()), parts, indent,
                               allowance, context, level)

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

    def _shown(self, object, context, maxlevels, level):
        kind = type(object)
        shown_by = kind.__repr__
        if self._underscore_numbers and shown_by is int.__repr__:
            return f"{object:_d}", True, False
        for base, brackets in ((dict, "{}"), (list, "[]"), (tuple, "()")):
            if shown_by is base.__repr__ and issubclass(kind, base):
                return self._shown_container(object, base, brackets, context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and not text.startswith("<"), False

    def _shown_container(self, object, base, brackets, context, maxlevels, level):
        if not object:
            return brackets, True, False
        if maxlevels and level >= maxlevels:
            return brackets[0] + "..." + brackets[1], False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        values = object
        if base is dict:
            pairs = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
            values = [value for pair in pairs for value in pair]
        texts = []
        readable, recursive = True, False
        for value in values:
            text, is_readable, is_recursive = self.format(value, context, maxlevels, level + 1)
            texts.append(text)
            readable = readable and is_readable
            recursive = recursive or is_recursive
        del context[id(object)]
        if base is dict:
            texts = [texts[place] + ": " + texts[place + 1] for place in range(0, len(texts), 2)]
        comma = "," if base is tuple and len(texts) == 1 else ""
        return brackets[0] + ", ".join(texts) + comma + brackets[1], readable, recursive


# By name: who prints a number need not wait for the modules that these kinds are from.
_PRINTERS = {
    "builtins.dict": PrettyPrinter._print_dict,
    "builtins.list": PrettyPrinter._print_list,
    "builtins.tuple": PrettyPrinter._print_tuple,
    "builtins.set": PrettyPrinter._print_set,
    "builtins.frozenset": PrettyPrinter._print_set,
    "builtins.str": PrettyPrinter._print_str,
    "builtins.bytes": PrettyPrinter._print_bytes,
    "builtins.bytearray": PrettyPrinter._print_byte_array,
    "builtins.mappingproxy": PrettyPrinter._print_mapping_proxy,
    "types.SimpleNamespace": PrettyPrinter._print_namespace,
    "collections.ChainMap": PrettyPrinter._print_chain_map,
    "collections.Counter": PrettyPrinter._print_counter,
    "collections.OrderedDict": PrettyPrinter._print_ordered_dict,
    "collections.UserDict": PrettyPrinter._print_data,
    "collections.UserList": PrettyPrinter._print_data,
    "collections.UserString": PrettyPrinter._print_data,
    "collections.defaultdict": PrettyPrinter._print_default_dict,
    "collections.deque": PrettyPrinter._print_deque,
}
