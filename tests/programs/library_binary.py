# expect: b'\x01\x00\x02\x00\x00\x00' b'\x00\x01\x00\x00\x00\x02' (1, 2) 6
# expect: b'abc\x00\x00\x07' (b'abc\x00\x00', 7) 12 (1.5, True)
# expect: error ubyte format requires 0 <= number <= 255
# expect: error unpack requires a buffer of 4 bytes
# expect: error pack expected 2 items for packing (got 1)
# expect: error bad char in struct format
# expect: b'aGVsbG8=' b'hello' b'-_8=' b'NBSWY3DP' b'hello' b'68656C6C6F'
# expect: b'6869' b'hi' 3633523372 907060870 Error Incorrect padding
# expect: array('i', [1, 2, 3]) 3 [1, 2, 3] 4 i array('i', [2, 3]) 6
# expect: array('d', [0.5]) array('i') array('i', [1, 2, 3, 4]) b'\x01\x00\x00\x00' True
# expect: OverflowError signed char is greater than maximum
# expect: TypeError must be real number, not str
# expect: IndexError array index out of range
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: array('i', [9, 2]) [9, 2] True
import array
import base64
import binascii
import pickle
import struct
import zlib

print(struct.pack("<hi", 1, 2), struct.pack(">hi", 1, 2), struct.unpack("<hi", b"\1\0\2\0\0\0"), struct.calcsize("<hi"))
print(struct.pack("5sB", b"abc", 7), struct.unpack("5sB", b"abc\0\0\7"), struct.calcsize("bhi") + 4,
      struct.unpack("!d?", struct.pack("!d?", 1.5, 1)))


def attempt(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


attempt(struct.pack, "B", 256)
attempt(struct.unpack, "<i", b"abc")
attempt(struct.pack, "ii", 1)
attempt(struct.pack, "y", 1)
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"),
      base64.b32encode(b"hello"), base64.b32decode(b"NBSWY3DP"), base64.b16encode(b"hello"))
try:
    base64.b64decode(b"aGVsbG8")
except binascii.Error as error:
    print(binascii.hexlify(b"hi"), binascii.unhexlify("6869"), binascii.crc32(b"hi"), zlib.crc32(b"hello"),
          type(error).__name__, error)
a = array.array("i", [1, 2])
a.append(3)
print(a, len(a), a.tolist(), a.itemsize, a.typecode, a[1:], sum(a))
print(array.array("d", [0.5]), array.array("i"), a + array.array("i", [4]), a[:1].tobytes(), 2 in a)
attempt(array.array("b").append, 128)
attempt(array.array("d").append, "x")
attempt(lambda: a[9])
attempt(array.array, "z")
b = pickle.loads(pickle.dumps(a[:2]))
memoryview(b)[0] = 9
print(b, list(b), b == array.array("i", [9, 2]))
