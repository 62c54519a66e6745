"""struct: numbers and texts as bytes, in a form that a text of letters says."""
import math
import operator

import _numbers

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"

_STANDARD = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "e": 2, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "f": 4,
             "d": 8, "s": 1, "p": 1}
_NATIVE = {**_STANDARD, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
# From half a step above the largest float on, a double is not rounded to it.
_FLOAT_LIMIT = 2.0 ** 128 - 2.0 ** 103
_RANGES = {"b": "byte format requires -128 <= number <= 127", "B": "ubyte format requires 0 <= number <= 255",
           "h": "short format requires -32768 <= number <= 32767", "H": "ushort format requires 0 <= number <= 65535"}


def _parse(format):
    """[(letter, count, padding before)], the size of all, whether the bytes are in reversed order."""
    text = format.decode("ascii") if isinstance(format, bytes) else format
    if not isinstance(text, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    order = text[:1] if text[:1] in ("@", "=", "<", ">", "!") else ""
    is_native = order in ("", "@")
    sizes = _NATIVE if is_native else _STANDARD
    items = []
    at = len(order)
    total = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start = at
        while at < len(text) and text[at].isdigit():
            at += 1
        if at > start and at >= len(text):
            raise error("repeat count given without format specifier")
        count = int(text[start:at]) if at > start else 1
        letter = text[at]
        at += 1
        if letter not in sizes:
            raise error("bad char in struct format")
        size = sizes[letter]
        padding = -total % size if is_native and size else 0
        items.append((letter, count, padding))
        total += padding + size * count
    return items, total, order in (">", "!"), sizes


_parsed = {}


def _form(format):
    if format not in _parsed:
        if len(_parsed) > 100:
            _parsed.clear()
        _parsed[format] = _parse(format)
    return _parsed[format]


def calcsize(format, /):
    return _form(format)[1]


def _wanted(items):
    return sum([0 if letter == "x" else 1 if letter in "sp" else count for letter, count, _ in items])


def _as_float(number):
    """What a C compiler makes of a double that is too large for a float."""
    number = float(number)
    return number if abs(number) < _FLOAT_LIMIT or number != number else math.copysign(math.inf, number)


def _out_of_range(letter, value, size):
    if letter == "f":
        return OverflowError("float too large to pack with f format")
    if letter == "P":
        return error("int too large to convert")
    is_unsigned = letter in "ILNQ"
    if size == 8 or is_unsigned and value < 0 or not -1 << 63 <= value < 1 << 63 + is_unsigned:
        return error("argument out of range")
    if letter in _RANGES:
        return error(_RANGES[letter])
    bound = 1 << (8 * size - 1)
    least, most = (0, 2 * bound - 1) if is_unsigned else (-bound, bound - 1)
    return error(f"'{letter}' format requires {least} <= number <= {most}")


def _half_bits(value):
    """The 16 bits of the half float nearest to it; of two the even one."""
    sign = 0x8000 if math.copysign(1.0, value) < 0 else 0
    size = abs(value)
    if size != size:
        return sign | 0x7e00
    if math.isinf(size):
        return sign | 0x7c00
    # The smallest step between numbers of this size: the exponent of half floats goes down to -14.
    exponent = max(math.frexp(size)[1] - 1, -14) if size else -14
    steps = round(math.ldexp(size, 10 - exponent))
    bits = steps + (exponent + 14 << 10)
    if bits >= 0x7c00:
        raise OverflowError("float too large to pack with e format")
    return sign | bits


def _from_half_bits(bits):
    exponent, steps = bits >> 10 & 0x1f, bits & 0x3ff
    if exponent == 0x1f:
        size = math.nan if steps else math.inf
    else:
        size = math.ldexp(steps + (0x400 if exponent else 0), max(exponent, 1) - 25)
    return math.copysign(size, -1.0 if bits & 0x8000 else 1.0)


def _number(letter, value, size, swapped, is_native):
    if letter == "?":
        value = bool(value)
    elif letter == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
    elif letter in "efd":
        if not isinstance(value, (int, float)):
            if not hasattr(value, "__float__"):
                raise error("required argument is not a float")
            value = float(value)
    elif not isinstance(value, int):
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    if letter == "e":
        value = _half_bits(value)
    native = {"P": "Q", "n": "q", "N": "Q", "e": "H"}.get(letter, letter)
    if letter in "lL" and size == 4:
        native = "i" if letter == "l" else "I"
    if letter == "f" and is_native:
        value = _as_float(value)
    made = _numbers.pack(native, value)
    if not made:
        raise _out_of_range(letter, value, size)
    return made[::-1] if swapped else made


def pack(format, /, *v):
    items, _, swapped, sizes = _form(format)
    wanted = _wanted(items)
    if len(v) != wanted:
        raise error(f"pack expected {wanted} items for packing (got {len(v)})")
    parts = []
    at = 0
    for letter, count, padding in items:
        parts.append(bytes(padding))
        if letter == "x":
            parts.append(bytes(count))
        elif letter in "sp":
            value = v[at]
            at += 1
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{letter}' must be a bytes object")
            if letter == "p":
                value = bytes([min(len(value), count - 1, 255)]) + value[: count - 1] if count else b""
            parts.append(bytes(value[:count]) + bytes(max(0, count - len(value))))
        else:
            for _ in range(count):
                parts.append(_number(letter, v[at], sizes[letter], swapped, sizes is _NATIVE))
                at += 1
    return b"".join(parts)


def pack_into(format, buffer, offset, /, *v):
    # What SharedMemory has is a view already, though of another class.
    room = buffer if hasattr(buffer, "cast") else memoryview(buffer)
    if room.readonly:
        raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
    data = pack(format, *v)
    offset = _checked_offset("pack_into", "packing", room.nbytes, offset, len(data))
    room.cast("B")[offset : offset + len(data)] = data


def _checked_offset(function, action, room, offset, size):
    offset = operator.index(offset)
    if offset < 0:
        if offset + size > 0:
            raise error(f"no space to pack {size} bytes at offset {offset}" if action == "packing"
                        else f"not enough data to unpack {size} bytes at offset {offset}")
        if offset + room < 0:
            raise error(f"offset {offset} out of range for {room}-byte buffer")
        offset += room
    if room - offset < size:
        raise error(f"{function} requires a buffer of at least {offset + size} bytes for {action} {size} bytes at "
                    f"offset {offset} (actual buffer size is {room})")
    return offset


def _read(form, data, at):
    items, _, swapped, sizes = form
    values = []
    for letter, count, padding in items:
        at += padding
        size = sizes[letter]
        if letter == "x":
            at += count
        elif letter == "s":
            values.append(bytes(data[at : at + count]))
            at += count
        elif letter == "p":
            values.append(bytes(data[at + 1 : at + 1 + min(data[at], count - 1)]) if count else b"")
            at += count
        else:
            native = {"P": "Q", "n": "q", "N": "Q", "e": "H"}.get(letter, letter)
            if letter in "lL" and size == 4:
                native = "i" if letter == "l" else "I"
            for _ in range(count):
                piece = bytes(data[at : at + size])
                number = _numbers.unpack(native, piece[::-1] if swapped else piece)
                values.append(_from_half_bits(number) if letter == "e" else number)
                at += size
    return tuple(values)


def unpack(format, buffer, /):
    form = _form(format)
    data = bytes(buffer)
    if len(data) != form[1]:
        raise error(f"unpack requires a buffer of {form[1]} bytes")
    return _read(form, data, 0)


def unpack_from(format, /, buffer, offset=0):
    form = _form(format)
    data = bytes(buffer)
    return _read(form, data, _checked_offset("unpack_from", "unpacking", len(data), offset, form[1]))


def iter_unpack(format, buffer, /):
    form = _form(format)
    data = bytes(buffer)
    if not form[1]:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % form[1]:
        raise error(f"iterative unpacking requires a buffer of a multiple of {form[1]} bytes")
    return iter([_read(form, data, at) for at in range(0, len(data), form[1])])


class Struct:
    """A form that was read once."""

    def __init__(self, format):
        self.format = format.decode("ascii") if isinstance(format, bytes) else format
        self.size = calcsize(self.format)

    def pack(self, *v):
        return pack(self.format, *v)

    def pack_into(self, buffer, offset, *v):
        pack_into(self.format, buffer, offset, *v)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
