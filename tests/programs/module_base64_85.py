"""base64: 85 letters; hashlib.file_digest; what math has besides."""
import base64
import hashlib
import io
import math

for data in (b"", b"a", b"hello", bytes(8), b"    spaces"):
    print(base64.b85encode(data), base64.a85encode(data), base64.b85decode(base64.b85encode(data)) == data,
          base64.a85decode(base64.a85encode(data)) == data)
print(base64.a85encode(b"    ", foldspaces=True, adobe=True), base64.a85encode(b"hello world" * 3, wrapcol=20))
try:
    base64.b85decode("a b")
except ValueError as error:
    print(error)
print(hashlib.file_digest(io.BytesIO(b"a"), "sha256").hexdigest() == hashlib.sha256(b"a").hexdigest())
print(math.exp2(3), math.remainder(7, 4), math.ulp(1.0), math.nextafter(1.0, 2.0))
# expect: b'' b'' True True
# expect: b'VE' b'@/' True True
# expect: b'Xk~0{Zv' b'BOu!rDZ' True True
# expect: b'0000000000' b'zz' True True
# expect: b'ARr(hb8ul}Wpe' b'+<VdLF)YPtATI' True True
# expect: b'<~y~>' b'BOu!rD]j7BEbo9"ASc1$\n+EqaECh.3jCi"#4GAhM<\nA,'
# expect: bad base85 character at position 1
# expect: True
# expect: 8.0 -1.0 2.220446049250313e-16 1.0000000000000002
