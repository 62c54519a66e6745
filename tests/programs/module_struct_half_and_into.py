# struct: half floats, and packing into whatever has room.
import array
import struct


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for number in (0.0, -0.0, 1.0, 1.5, 65504.0, 65519.99, 1e-8, 2 ** -24, 2 ** -25, 6e-5, 1 / 3, 2049.0, 2051.0, 3, float("inf"), float("-inf")):
    packed = struct.pack("<e", number)
    print(packed.hex(), struct.unpack("<e", packed)[0], end="  ")
print()
print(struct.pack("<e", float("nan")).hex(), struct.unpack(">4e", bytes(range(0, 64, 8))), struct.calcsize("be"))
for number in (65520.0, 1e300, "a"):
    tell(struct.pack, "<e", number)

room = bytearray(8)
struct.pack_into("<hi", room, 1, 5, -6)
print(room)
view = memoryview(room)
struct.pack_into("<h", view, 6, 7)
struct.pack_into("<h", view[2:4], 0, 0x4142)
struct.pack_into("<h", room, -2, 9)
print(room)
numbers = array.array("i", [1, 2, 3])
struct.pack_into("i", numbers, 4, 77)
print(numbers.tolist(), struct.unpack_from("i", numbers, 8))
for arguments in ((b"abc", 0, 1), (view.toreadonly(), 0, 1), (room, 7, 1), (room, -9, 1), (room, -1, 1), (room, "x", 1)):
    tell(struct.pack_into, "<h", *arguments)
for offset in (7, -1, -9):
    tell(struct.unpack_from, "<h", room, offset)
# expect: 0000 0.0  0080 -0.0  003c 1.0  003e 1.5  ff7b 65504.0  ff7b 65504.0  0000 0.0  0100 5.960464477539063e-08  0000 0.0  ef03 6.002187728881836e-05  5535 0.333251953125  0068 2048.0  0268 2052.0  0042 3.0  007c inf  00fc -inf  
# expect: 007e (4.76837158203125e-07, 0.000499725341796875, 0.00811767578125, 0.1318359375) 4
# expect: OverflowError float too large to pack with e format
# expect: OverflowError float too large to pack with e format
# expect: error required argument is not a float
# expect: bytearray(b'\x00\x05\x00\xfa\xff\xff\xff\x00')
# expect: bytearray(b'\x00\x05BA\xff\xff\t\x00')
# expect: [1, 77, 3] (3,)
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: TypeError argument must be read-write bytes-like object, not memoryview
# expect: error pack_into requires a buffer of at least 9 bytes for packing 2 bytes at offset 7 (actual buffer size is 8)
# expect: error offset -9 out of range for 8-byte buffer
# expect: error no space to pack 2 bytes at offset -1
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: error unpack_from requires a buffer of at least 9 bytes for unpacking 2 bytes at offset 7 (actual buffer size is 8)
# expect: error not enough data to unpack 2 bytes at offset -1
# expect: error offset -9 out of range for 8-byte buffer
