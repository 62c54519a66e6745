"""hashlib: hash objects. They keep what they have been fed; the digest is computed when it is asked for."""

import _hashes

algorithms_guaranteed = {
    "blake2b", "blake2s", "md5", "sha1", "sha224", "sha256", "sha384", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "sha512",
}
algorithms_available = set(algorithms_guaranteed)


def _is_bytes_like(data):
    return isinstance(data, bytes) or hasattr(data, "tobytes") or type(data).__name__ == "bytearray"


def _bytes_of(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if not _is_bytes_like(data):
        raise TypeError("object supporting the buffer API required")
    return data.tobytes() if hasattr(data, "tobytes") else bytes(data)


class HASH:
    def __init__(self, name, data=b""):
        self.digest_size, self.block_size = _hashes.sizes(name)
        self.name = name
        self._pieces = [_bytes_of(data)]

    def update(self, data):
        self._pieces.append(_bytes_of(data))

    def digest(self):
        return _hashes.digest(self.name, b"".join(self._pieces))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = HASH(self.name)
        other._pieces = list(self._pieces)
        return other

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


def new(name, data=b"", *, usedforsecurity=True):
    if not isinstance(name, str):
        raise TypeError(f"name must be a string, not {type(name).__name__}")
    return HASH(name.lower(), data)


def _constructor(name):
    def construct(string=b"", *, usedforsecurity=True):
        return HASH(name, string)

    construct.__name__ = "openssl_" + name
    return construct


md5 = _constructor("md5")
sha1 = _constructor("sha1")
sha224 = _constructor("sha224")
sha256 = _constructor("sha256")
sha384 = _constructor("sha384")
sha512 = _constructor("sha512")
sha3_224 = _constructor("sha3_224")
sha3_256 = _constructor("sha3_256")
sha3_384 = _constructor("sha3_384")
sha3_512 = _constructor("sha3_512")
blake2b = _constructor("blake2b")
blake2s = _constructor("blake2s")
