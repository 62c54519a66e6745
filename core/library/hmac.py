"""hmac: digests that only who has the key can make."""

import _hashes
import hashlib


def _name_of(digestmod):
    if not digestmod:
        raise TypeError("Missing required parameter 'digestmod'.")
    if isinstance(digestmod, str):
        return digestmod.lower()
    made = digestmod.new(b"") if hasattr(digestmod, "new") else digestmod(b"")
    return made.name


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not hashlib._is_bytes_like(key):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        self._key = bytes(key)
        self._algorithm = _name_of(digestmod)
        self.digest_size, self.block_size = _hashes.sizes(self._algorithm)
        self._pieces = []
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._algorithm

    def update(self, msg):
        self._pieces.append(hashlib._bytes_of(msg))

    def digest(self):
        return _hashes.keyed_digest(self._algorithm, self._key, b"".join(self._pieces))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = HMAC(self._key, None, self._algorithm)
        other._pieces = list(self._pieces)
        return other


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    """a == b, in a time that does not tell where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return _hashes.equal(a.encode(), b.encode())
    for operand in (a, b):
        if not hashlib._is_bytes_like(operand):
            raise TypeError(f"a bytes-like object is required, not '{type(operand).__name__}'")
    return _hashes.equal(bytes(a), bytes(b))
