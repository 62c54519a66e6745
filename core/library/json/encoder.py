"""JSON text of values."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _escaped(character, ensure_ascii):
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 32 <= code < 127 or code >= 127 and not ensure_ascii:
        return character
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"


def _is_plain(text, ensure_ascii):
    if '"' in text or "\\" in text or not text.isprintable():
        return False
    return not ensure_ascii or text.isascii()


def _string(text, ensure_ascii):
    if _is_plain(text, ensure_ascii):
        return '"' + text + '"'
    return '"' + "".join([_escaped(character, ensure_ascii) for character in text]) + '"'


def encode_basestring(s):
    return _string(s, False)


def encode_basestring_ascii(s):
    return _string(s, True)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        parts = []
        if not _one_shot:
            return self._pieces(o, parts)
        self._encode(o, parts, self._step(), "\n", [])
        return parts

    def _step(self):
        return " " * self.indent if isinstance(self.indent, int) else self.indent

    def _pieces(self, o, parts):
        try:
            self._encode(o, parts, self._step(), "\n", [])
        except BaseException:
            # What comes before the fault is given out all the same.
            yield from parts
            raise
        yield from parts

    def _float(self, number):
        if number != number:
            text = "NaN"
        elif number == float("inf"):
            text = "Infinity"
        elif number == float("-inf"):
            text = "-Infinity"
        else:
            return repr(float(number))
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def _encode(self, value, parts, step, line, outer):
        """Appends the text of `value` to the parts. `line` is a line's end with the indentation of what is around it, `outer`
        the ids of the containers it is in."""
        if isinstance(value, str):
            parts.append(_string(value, self.ensure_ascii))
        elif value is None:
            parts.append("null")
        elif value is True:
            parts.append("true")
        elif value is False:
            parts.append("false")
        elif isinstance(value, int):
            parts.append(repr(int(value)))
        elif isinstance(value, float):
            parts.append(self._float(value))
        else:
            self._encode_compound(value, parts, step, line, outer)

    def _encode_compound(self, value, parts, step, line, outer):
        if self.check_circular:
            if id(value) in outer:
                raise ValueError("Circular reference detected")
            outer.append(id(value))
        if isinstance(value, (list, tuple)):
            self._encode_list(value, parts, step, line, outer)
        elif isinstance(value, dict):
            self._encode_dict(value, parts, step, line, outer)
        else:
            self._encode(self.default(value), parts, step, line, outer)
        if self.check_circular:
            outer.pop()

    def _encode_list(self, values, parts, step, line, outer):
        if not values:
            parts.append("[]")
            return
        inner = "" if step is None else line + step
        before = "[" + inner
        for value in values:
            # What stands before an item is a piece of its own only before a list or an object.
            is_scalar = value is None or isinstance(value, (str, int, float))
            if not is_scalar:
                parts.append(before)
            self._encode(value, parts, step, inner, outer)
            if is_scalar:
                parts[-1] = before + parts[-1]
            before = self.item_separator + inner
        if step is not None:
            parts.append(line)
        parts.append("]")

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True or key is False or key is None:
            return {True: "true", False: "false", None: "null"}[key]
        if isinstance(key, int):
            return repr(int(key))
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _encode_dict(self, values, parts, step, line, outer):
        if not values:
            parts.append("{}")
            return
        inner = "" if step is None else line + step
        parts.append("{")
        if step is not None:
            parts.append(inner)
        items = sorted(values.items()) if self.sort_keys else values.items()
        is_first = True
        for key, value in items:
            name = self._key(key)
            if name is None:
                continue
            if not is_first:
                parts.append(self.item_separator + inner)
            is_first = False
            parts.append(_string(name, self.ensure_ascii))
            parts.append(self.key_separator)
            self._encode(value, parts, step, inner, outer)
        if step is not None:
            parts.append(line)
        parts.append("}")
