"""Writes the two-byte characters of cp949 as the building Python's codec knows them, in the order of their bytes and of their points.

    make_korean_table.py OUTPUT
"""
import sys


def pairs():
    for lead in range(0x81, 0xff):
        for trail in range(0x41, 0xff):
            try:
                point = bytes((lead, trail)).decode("cp949")
            except UnicodeDecodeError:
                continue
            yield lead << 8 | trail, ord(point)


def write_table(out, name, entries):
    out.write("constexpr KoreanCharacter %s[] = {\n" % name)
    for at in range(0, len(entries), 16):
        out.write(",".join("{%#x,%#x}" % entry for entry in entries[at:at + 16]) + ",\n")
    out.write("};\n")


def main():
    entries = list(pairs())
    with open(sys.argv[1], "w", encoding="ascii") as out:
        write_table(out, "kByCode", entries)
        write_table(out, "kByPoint", sorted(entries, key=lambda entry: entry[1]))


main()
