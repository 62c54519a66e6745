"""zlib: its check sums. Forkscope compresses nothing."""
from binascii import _octets, crc32

__all__ = ["adler32", "crc32"]


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16
    for byte in _octets(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low
