"""hashlib: hash objects. They keep what they have been fed; the digest is computed when it is asked for, without the GIL
where CPython lets it go."""

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


def _number_of(value):
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    for data in (password, salt):
        if not _is_bytes_like(data):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    iterations = _number_of(iterations)
    if hash_name.lower() not in algorithms_available:
        raise ValueError("[digital envelope routines] unsupported")
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if iterations > 0x7FFFFFFF:
        raise OverflowError("iteration value is too great.")
    length = _hashes.sizes(hash_name.lower())[0] if dklen is None else _number_of(dklen)
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    if length > 0x7FFFFFFF:
        raise OverflowError("key length is too great.")
    return _hashes.derive(hash_name.lower(), _bytes_of(password), _bytes_of(salt), iterations, length)


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


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The hash object of what a binary file has from where it stands."""
    digestobj = new(digest) if isinstance(digest, str) else digest()
    while piece := fileobj.read(_bufsize):
        digestobj.update(piece)
    return digestobj
