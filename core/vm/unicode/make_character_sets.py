"""Writes the character sets of one byte and of several, as the codecs of the building Python know them, each in the order of its codes
and of its points, and the names they go by.

    make_character_sets.py OUTPUT

A code is one byte, or two, the first above the second; the three of EUC-JP all begin with 0x8f, which is left out, as is the top
bit of the second one, so that no other code is the same.
"""
import codecs
import encodings
import encodings.aliases
import pkgutil
import sys

ASCII = bytes(range(128))
# The VM has them in other ways; or what they write depends on what was before, on more than one character, or has no place in a table.
OTHERS = {"ascii", "latin_1", "iso8859_1", "charmap", "undefined", "idna", "punycode", "big5hkscs", "euc_jis_2004", "euc_jisx0213",
          "shift_jis_2004", "shift_jisx0213", "gb18030"}
LONGEST = 3  # bytes of a character; EUC-KR also spells syllables that it lacks, in eight


def is_superset_of_ascii(name):
    text = ASCII.decode("ascii")
    try:
        return ASCII.decode(name) == text and text.encode(name) == ASCII
    except UnicodeError:
        return False


def module_names():
    for module in pkgutil.iter_modules(encodings.__path__):
        name = module.name
        if name in OTHERS or name.startswith(("utf_", "iso2022_", "unicode_", "raw_")):
            continue
        try:
            is_text = codecs.lookup(name)._is_text_encoding
        except (LookupError, AttributeError):
            continue
        if is_text and is_superset_of_ascii(name):
            yield name


def code_of(data):
    if len(data) == LONGEST:
        assert data[0] == 0x8f and min(data[1:]) > 0x80
        data = bytes((data[1] & 0x7f, data[2]))
    return int.from_bytes(data, "big")


def by_point(name, entries):
    has_pairs = entries[-1][0] > 0xff
    for point in range(0x80, 0x10000) if has_pairs else sorted({point for _, point in entries}):
        try:
            data = chr(point).encode(name)
        except UnicodeEncodeError:
            continue
        if len(data) <= LONGEST:
            yield code_of(data), point


def decoded(name, data):
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return ord(text) if len(text) == 1 else None


def by_code(name):
    leads = []
    for byte in range(0x80, 0x100):
        point = decoded(name, bytes((byte,)))
        if point is None:
            leads.append(byte)
        else:
            yield byte, point
    for lead in leads:
        for trail in range(0x100):
            point = decoded(name, bytes((lead, trail)))
            if point is not None:
                yield lead << 8 | trail, point
    for middle in range(0xa1, 0xff):
        for trail in range(0xa1, 0xff):
            point = decoded(name, bytes((0x8f, middle, trail)))
            if point is not None:
                yield code_of(bytes((0x8f, middle, trail))), point


def write_entries(out, name, entries):
    out.write("constexpr CharacterSet::Character %s[] = {\n" % name)
    for at in range(0, len(entries), 16):
        out.write(",".join("{%#x,%#x}" % entry for entry in entries[at:at + 16]) + ",\n")
    out.write("};\n")


def plain(name):
    return encodings.normalize_encoding(name).lower().replace("_", "-")


def write_sets(out, names):
    sets = []
    for number, name in enumerate(names):
        entries = sorted(by_code(name))
        write_entries(out, "kByCode%d" % number, entries)
        write_entries(out, "kByPoint%d" % number, list(by_point(name, entries)))
        has_pairs = entries[-1][0] > 0xff
        shown = name if has_pairs else "charmap"
        sets.append('{"%s",%s,kByCode%d,kByPoint%d}' % (shown, str(has_pairs).lower(), number, number))
    out.write("constexpr CharacterSet kSets[] = {\n" + ",\n".join(sets) + "};\n")


def write_names(out, names):
    numbers = {}
    for number, name in enumerate(names):
        aliases = [alias for alias, module in encodings.aliases.aliases.items() if module == name]
        for alias in [name, codecs.lookup(name).name, *aliases]:
            numbers[plain(alias)] = number
    out.write("constexpr SetName kNames[] = {\n")
    out.write(",\n".join('{"%s",%d}' % pair for pair in sorted(numbers.items())) + "};\n")


def main():
    names = sorted(module_names())
    with open(sys.argv[1], "w", encoding="ascii") as out:
        write_sets(out, names)
        write_names(out, names)


main()
