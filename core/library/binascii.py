"""binascii: bytes as text and back, and their check sums."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


Error.__module__ = Incomplete.__module__ = "binascii"
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}


def _data(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}")
    return bytes(data)


def _octets(data):
    if isinstance(data, (str, int)) or data is None:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    return bytes(data)


def b2a_base64(data, /, *, newline=True):
    data = _octets(data)
    data = bytes(data)
    out = bytearray()
    for at in range(0, len(data) - 2, 3):
        number = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        out += bytes((_LETTERS[number >> 18], _LETTERS[number >> 12 & 63], _LETTERS[number >> 6 & 63],
                      _LETTERS[number & 63]))
    rest = len(data) % 3
    if rest:
        number = int.from_bytes(data[-rest:] + bytes(3 - rest), "big")
        letters = bytes((_LETTERS[number >> 18], _LETTERS[number >> 12 & 63], _LETTERS[number >> 6 & 63]))
        out += letters[: rest + 1] + b"=" * (3 - rest)
    return bytes(out) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    data = _data(data)
    out = bytearray()
    number = count = padding = letters = 0
    for byte in data:
        if byte == 61:
            padding += 1
            if count >= 2 and count + padding >= 4:
                break
            continue
        place = _PLACES.get(byte)
        if place is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if padding and strict_mode:
            raise Error("Discontinuous padding not allowed")
        padding = 0
        letters += 1
        number = number << 6 | place
        count += 1
        if count == 4:
            out += number.to_bytes(3, "big")
            number = count = 0
    if count == 0 and not padding or count == 0 and padding:
        return bytes(out)
    if count == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple "
                    "of 4")
    if count + padding < 4:
        raise Error("Incorrect padding")
    out += (number >> (4 if count == 2 else 2)).to_bytes(count - 1, "big")
    return bytes(out)


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _octets(data)
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode("ascii")


b2a_hex = hexlify


def unhexlify(hexstr, /):
    data = _data(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    if any([byte not in b"0123456789abcdefABCDEF" for byte in data]):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(data.decode("ascii"))


a2b_hex = unhexlify
_table = []


def crc32(data, value=0, /):
    if not _table:
        for number in range(256):
            for _ in range(8):
                number = number >> 1 ^ (0xEDB88320 if number & 1 else 0)
            _table.append(number)
    value ^= 0xFFFFFFFF
    for byte in _octets(data):
        value = _table[(value ^ byte) & 255] ^ value >> 8
    return value ^ 0xFFFFFFFF
