# Arrays of characters: .value ends at the first zero, .raw does not.
from multiprocessing import Array, RawArray

text = Array("c", 8)
print(type(text).__name__, text.value, text.raw, len(text))
text.value = b"hello"
print(text.value, text.raw, text[0], text[1:3], text[:])
text.value = b"abc"
print(text.value, text.raw)
text.raw = b"12"
print(text.value, text.raw)
text[0] = b"z"
text[1] = 65
text[2:4] = b"QQ"
text.value = text.value + b"!!!"
print(text.value, Array("c", b"given").raw)
for attribute, value in (("value", "str"), ("value", b"x" * 9), ("raw", b"x" * 9)):
    try:
        setattr(text, attribute, value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
wide = RawArray("u", 5)
wide.value = "héé"
print(wide.value, wide[0], wide[:] == "héé\0\0", RawArray("u", "안녕").value)
# expect: SynchronizedString b'' b'\x00\x00\x00\x00\x00\x00\x00\x00' 8
# expect: b'hello' b'hello\x00\x00\x00' b'h' b'el' b'hello\x00\x00\x00'
# expect: b'abc' b'abc\x00o\x00\x00\x00'
# expect: b'12c' b'12c\x00o\x00\x00\x00'
# expect: b'zAQQo!!!' b'given'
# expect: TypeError bytes expected instead of str instance
# expect: ValueError byte string too long
# expect: ValueError byte string too long
# expect: héé h True 안녕
