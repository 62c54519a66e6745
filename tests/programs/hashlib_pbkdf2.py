# expect: ad35240ac683febfaf3cd49d845473fbbbaa2437f5f82d5a415ae00ac76c6bfc
# expect: 0c60c80f961f0e71f3a9b524af6012062fe037a6
# expect: 64 5
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: iteration value must be greater than 0.
# expect: ValueError: key length must be greater than 0.
# expect: ValueError: [digital envelope routines] unsupported
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: pbkdf2_hmac() argument 'hash_name' must be str, not int
# expect: OverflowError: iteration value is too great.
# expect: the same from two threads: True
import hashlib
import threading

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex())
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 1).hex())
print(len(hashlib.pbkdf2_hmac("sha512", b"p", b"s", 2)), len(hashlib.pbkdf2_hmac("md5", b"p", b"s", 2, 5)))

for arguments in (
    ("sha256", "text", b"salt", 1),
    ("sha256", b"p", b"salt", 0),
    ("sha256", b"p", b"salt", 1, 0),
    ("none", b"p", b"salt", 1),
    ("sha256", b"p", b"salt", 1.5),
    (3, b"p", b"salt", 1),
    ("sha256", b"p", b"salt", 2**40),
):
    try:
        hashlib.pbkdf2_hmac(*arguments)
    except Exception as error:
        name = "ValueError" if isinstance(error, ValueError) else type(error).__name__
        print(f"{name}: {error}")

# Both let go of the GIL while they compute.
keys = []
workers = [threading.Thread(target=lambda: keys.append(hashlib.pbkdf2_hmac("sha256", b"p", b"s", 5000))) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print("the same from two threads:", len(keys) == 2 and keys[0] == keys[1])
