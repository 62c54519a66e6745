"""base64: bytes as text of 64, 32 or 16 letters."""
import binascii

__all__ = ["b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode", "b32encode", "b32decode", "b16encode", "b16decode", "b85encode", "b85decode",
           "a85encode", "a85decode", "encodebytes", "decodebytes", "encode", "decode"]

_TO_URL, _FROM_URL = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    raise TypeError("argument should be a bytes-like object or ASCII string, not " + repr(type(s).__name__))


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s).translate(_FROM_URL))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def b32encode(s):
    s = bytes(s)
    out = bytearray()
    for at in range(0, len(s), 5):
        piece = s[at : at + 5]
        number = int.from_bytes(piece + bytes(5 - len(piece)), "big")
        letters = bytes([_B32[(number >> shift) & 31] for shift in range(35, -5, -5)])
        used = -(-len(piece) * 8 // 5)
        out += letters[:used] + b"=" * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes_of(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if casefold:
        s = s.upper()
    letters = s.rstrip(b"=")
    out = bytearray()
    for at in range(0, len(letters), 8):
        piece = letters[at : at + 8]
        number = 0
        for letter in piece:
            place = _B32.find(letter)
            if place < 0:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | place
        number <<= 5 * (8 - len(piece))
        out += number.to_bytes(5, "big")[: len(piece) * 5 // 8]
    return bytes(out)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if any([byte not in b"0123456789ABCDEF" for byte in s]):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def encodebytes(s):
    return b"".join([binascii.b2a_base64(s[at : at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)


def encode(input, output):
    """From one binary file to another."""
    while piece := input.read(57):
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


_LETTERS_OF_85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                  b"!#$%&()*+-;<=>?@^_`{|}~")
_ASCII_85 = bytes(range(33, 118))


def _groups_of_85(data, letters, short=()):
    """Five letters for four bytes; `short` has letters of their own for some groups of four."""
    padding = -len(data) % 4
    data += bytes(padding)
    groups = []
    for at in range(0, len(data), 4):
        number = int.from_bytes(data[at:at + 4], "big")
        group = bytes([letters[number // 85 ** power % 85] for power in (4, 3, 2, 1, 0)])
        is_last = at + 4 == len(data)
        for bytes_of_group, letter in short:
            if data[at:at + 4] == bytes_of_group and not (is_last and padding):
                group = letter
        groups.append(group)
    return groups, padding


def _from_85(values):
    """The bytes of groups of five numbers; the last group may be short."""
    padding = -len(values) % 5
    values = values + [84] * padding
    made = []
    for at in range(0, len(values), 5):
        number = 0
        for value in values[at:at + 5]:
            number = number * 85 + value
        if number > 0xFFFFFFFF:
            return None, at
        made.append(number.to_bytes(4, "big"))
    data = b"".join(made)
    return (data[:-padding] if padding else data), None


def b85encode(b, pad=False):
    groups, padding = _groups_of_85(_bytes_of(b) if not isinstance(b, str) else b.encode(), _LETTERS_OF_85)
    if padding and not pad:
        groups[-1] = groups[-1][:-padding]
    return b"".join(groups)


def b85decode(b):
    b = _bytes_of(b)
    values = []
    for at, letter in enumerate(b):
        value = _LETTERS_OF_85.find(letter)
        if value < 0:
            raise ValueError("bad base85 character at position %d" % at)
        values.append(value)
    data, wrong = _from_85(values)
    if data is None:
        raise ValueError("base85 overflow in hunk starting at byte %d" % wrong)
    return data


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    short = [(bytes(4), b"z")] + ([(b"    ", b"y")] if foldspaces else [])
    groups, padding = _groups_of_85(bytes(b), _ASCII_85, short)
    if padding and not pad:
        groups[-1] = groups[-1][:-padding]
    made = (b"<~" if adobe else b"") + b"".join(groups)
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [made[at:at + width] for at in range(0, len(made), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b"")
        made = b"\n".join(lines)
    return made + b"~>" if adobe else made


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes_of(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    values = []
    for letter in b:
        if 33 <= letter <= 117:
            values.append(letter - 33)
        elif letter in b"zy" and (letter != 121 or foldspaces):
            if len(values) % 5:
                raise ValueError(f"{chr(letter)} inside Ascii85 5-tuple")
            number = 0 if letter == 122 else 0x20202020
            values.extend([number // 85 ** power % 85 for power in (4, 3, 2, 1, 0)])
        elif letter not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % letter)
    data, wrong = _from_85(values)
    if data is None:
        raise ValueError("Ascii85 overflow")
    return data
