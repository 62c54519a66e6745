"""base64: bytes as text of 64, 32 or 16 letters."""
import binascii

__all__ = ["b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode", "b32encode", "b32decode", "b16encode", "b16decode", "encodebytes", "decodebytes"]

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
