"""Values of JSON text."""

_SPACE = " \t\n\r"
_ESCAPED = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"null": None, "true": True, "false": False}
_NUMBERS = ("NaN", "-Infinity", "Infinity")


class JSONDecodeError(ValueError):
    """With the text, the place in it, and that place's line and column."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip_space(text, place):
    while place < len(text) and text[place] in _SPACE:
        place += 1
    return place


def _code_unit(text, place):
    """The number of the four digits behind \\u."""
    digits = text[place + 1:place + 5]
    if len(digits) == 4 and all([digit in "0123456789abcdefABCDEF" for digit in digits]):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, place)


def _read_string(text, place, strict):
    """The string whose quote is just before `place`, and the place behind its end."""
    begin = place - 1
    end = text.find('"', place)
    if end >= 0 and text.find("\\", place, end) < 0 and text[place:end].isprintable():
        return text[place:end], end + 1
    parts = []
    while True:
        end = place
        while end < len(text) and text[end] not in '"\\' and text[end] >= " ":
            end += 1
        parts.append(text[place:end])
        if end >= len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        character = text[end]
        if character == '"':
            return "".join(parts), end + 1
        if character != "\\":
            if strict:
                raise JSONDecodeError("Invalid control character at", text, end)
            parts.append(character)
            place = end + 1
            continue
        escape = text[end + 1:end + 2]
        if escape == "":
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if escape != "u":
            if escape not in _ESCAPED:
                raise JSONDecodeError("Invalid \\escape", text, end)
            parts.append(_ESCAPED[escape])
            place = end + 2
            continue
        code = _code_unit(text, end + 1)
        place = end + 6
        if 0xD800 <= code <= 0xDBFF and text[place:place + 2] == "\\u":
            second = _code_unit(text, place + 1)
            if 0xDC00 <= second <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | second - 0xDC00)
                place += 6
        parts.append(chr(code))


def _digits_end(text, place):
    while place < len(text) and "0" <= text[place] <= "9":
        place += 1
    return place


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, text, place):
        character = text[place:place + 1]
        if character == '"':
            return _read_string(text, place + 1, self.strict)
        if character == "{":
            return self._object(text, place + 1)
        if character == "[":
            return self._array(text, place + 1)
        for name in _CONSTANTS:
            if text.startswith(name, place):
                return _CONSTANTS[name], place + len(name)
        number = self._number(text, place)
        if number is not None:
            return number
        for name in _NUMBERS:
            if text.startswith(name, place):
                return self.parse_constant(name), place + len(name)
        raise JSONDecodeError("Expecting value", text, place)

    def _number(self, text, place):
        begin = place
        if text[place:place + 1] == "-":
            place += 1
        end = _digits_end(text, place)
        if end == place:
            return None
        if text[place] == "0":
            end = place + 1
        is_float = False
        if text[end:end + 1] == "." and _digits_end(text, end + 1) > end + 1:
            is_float = True
            end = _digits_end(text, end + 1)
        if text[end:end + 1] in ("e", "E"):
            digits = end + 2 if text[end + 1:end + 2] in ("+", "-") else end + 1
            if _digits_end(text, digits) > digits:
                is_float = True
                end = _digits_end(text, digits)
        return (self.parse_float if is_float else self.parse_int)(text[begin:end]), end

    def _array(self, text, place):
        values = []
        place = _skip_space(text, place)
        if text[place:place + 1] == "]":
            return values, place + 1
        while True:
            value, place = self._value(text, place)
            values.append(value)
            place = _skip_space(text, place)
            character = text[place:place + 1]
            if character == "]":
                return values, place + 1
            if character != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            place = _skip_space(text, place + 1)

    def _object(self, text, place):
        pairs = []
        place = _skip_space(text, place)
        if text[place:place + 1] == "}":
            return self._made(pairs), place + 1
        while True:
            if text[place:place + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, place)
            name, place = _read_string(text, place + 1, self.strict)
            place = _skip_space(text, place)
            if text[place:place + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, place)
            value, place = self._value(text, _skip_space(text, place + 1))
            pairs.append((name, value))
            place = _skip_space(text, place)
            character = text[place:place + 1]
            if character == "}":
                return self._made(pairs), place + 1
            if character != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            place = _skip_space(text, place + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
