"""struct: numbers that do not fit their letter."""
import struct


def show(form, value):
    try:
        print(form, struct.pack(form, value))
    except Exception as error:
        print(form, type(error).__name__ + ":", error)


for letter in "bBhHiIlLqQnNP":
    show(letter, -2 ** 63 - 1)
    show(letter, 2 ** 64)
# expect: b error: argument out of range
# expect: b error: argument out of range
# expect: B error: argument out of range
# expect: B error: argument out of range
# expect: h error: argument out of range
# expect: h error: argument out of range
# expect: H error: argument out of range
# expect: H error: argument out of range
# expect: i error: argument out of range
# expect: i error: argument out of range
# expect: I error: argument out of range
# expect: I error: argument out of range
# expect: l error: argument out of range
# expect: l error: argument out of range
# expect: L error: argument out of range
# expect: L error: argument out of range
# expect: q error: argument out of range
# expect: q error: argument out of range
# expect: Q error: argument out of range
# expect: Q error: argument out of range
# expect: n error: argument out of range
# expect: n error: argument out of range
# expect: N error: argument out of range
# expect: N error: argument out of range
# expect: P error: int too large to convert
# expect: P error: int too large to convert
for letter in "BHILQN":
    show(letter, -1)
# expect: B error: ubyte format requires 0 <= number <= 255
# expect: H error: ushort format requires 0 <= number <= 65535
# expect: I error: argument out of range
# expect: L error: argument out of range
# expect: Q error: argument out of range
# expect: N error: argument out of range
for form in ("b", "<h", "H", "i", ">I", "<l", "<L"):
    show(form, 2 ** 40)
# expect: b error: byte format requires -128 <= number <= 127
# expect: <h error: short format requires -32768 <= number <= 32767
# expect: H error: ushort format requires 0 <= number <= 65535
# expect: i error: 'i' format requires -2147483648 <= number <= 2147483647
# expect: >I error: 'I' format requires 0 <= number <= 4294967295
# expect: <l error: 'l' format requires -2147483648 <= number <= 2147483647
# expect: <L error: 'L' format requires 0 <= number <= 4294967295
show("f", 1e40)  # expect: f b'\x00\x00\x80\x7f'
show("f", -1e40)  # expect: f b'\x00\x00\x80\xff'
show("<f", 1e40)  # expect: <f OverflowError: float too large to pack with f format
show("f", 3.5e38)  # expect: f b'\x00\x00\x80\x7f'
