# The type codes: what each holds, how it wraps around, and what it is called.
# shows: 1.4
from multiprocessing import RawValue

for code, number in (("b", 200), ("B", 300), ("h", 40000), ("H", -1), ("i", 2**31), ("I", -1), ("l", 2**63), ("L", -1),
                     ("q", 2**64 + 5), ("Q", 2**64 + 5), ("i", 2**70), ("b", True)):
    print(code, RawValue(code, number))
print(RawValue("f", 0.1), RawValue("d", 0.1), RawValue("d", 7), RawValue("f", 1e60))
print(RawValue("c", b"a"), RawValue("c", 65), RawValue("u", "é"))
print([RawValue(code).value for code in "cubBhHiIlLqQfd"])
# expect: b c_byte(-56)
# expect: B c_ubyte(44)
# expect: h c_short(-25536)
# expect: H c_ushort(65535)
# expect: i c_int(-2147483648)
# expect: I c_uint(4294967295)
# expect: l c_long(-9223372036854775808)
# expect: L c_ulong(18446744073709551615)
# expect: q c_long(5)
# expect: Q c_ulong(5)
# expect: i c_int(0)
# expect: b c_byte(1)
# expect: c_float(0.10000000149011612) c_double(0.1) c_double(7.0) c_float(inf)
# expect: c_char(b'a') c_char(b'A') c_wchar('é')
# expect: [b'\x00', '\x00', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0]
