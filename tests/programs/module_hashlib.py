# hashlib and hmac: the digests of other programs.
import hashlib
import hmac

print(hashlib.md5(b"abc").hexdigest())  # expect: 900150983cd24fb0d6963f7d28e17f72
print(hashlib.sha1(b"abc").hexdigest())  # expect: a9993e364706816aba3e25717850c26c9cd0d89d
print(hashlib.sha256("한글".encode()).hexdigest())  # expect: bd87f9bb68b67d2fa1cb82b6751820e946d5b1316d25d5fd96512fb4be44a2a8
print(hashlib.new("sha512", b"").hexdigest()[:16], hashlib.sha3_256(b"").hexdigest()[:16])  # expect: cf83e1357eefb8bd a7ffc6f8bf1ed766
h = hashlib.sha256()
h.update(b"a")
other = h.copy()
h.update(b"bc")
print(h.digest() == hashlib.sha256(b"abc").digest(), other.hexdigest()[:8])  # expect: True ca978112
print(h.name, h.digest_size, h.block_size)  # expect: sha256 32 64
print(hmac.new(b"key", b"message", "md5").hexdigest())  # expect: 4e4748e62b463521f6775fbf921234b5
print(hmac.new(b"key", b"message", hashlib.sha256).name)  # expect: hmac-sha256
print(hmac.digest(b"k" * 100, b"m", "sha1").hex()[:16])  # expect: 014f08e9aabf7980
print(hmac.compare_digest(b"same", b"same"), hmac.compare_digest("one", "two"))  # expect: True False
for action in (
    lambda: hashlib.new("rot13"),
    lambda: hashlib.md5("text"),
    lambda: hmac.new("key", b"", "md5"),
    lambda: hmac.new(b"key", b""),
    lambda: hmac.compare_digest(b"a", "a"),
):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ValueError unsupported hash type rot13
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError key: expected bytes or bytearray, but got 'str'
# expect: TypeError Missing required parameter 'digestmod'.
# expect: TypeError a bytes-like object is required, not 'str'
