"""Writes the tables of unicode_data.h, from what the unicodedata module of the Python that builds knows.

    make_tables.py OUTPUT
"""
import itertools
import sys
import unicodedata

BLOCK = 128
ALPHABETIC, DECIMAL, DIGIT, NUMERIC, UPPER, LOWER, TITLE, SPACE, PRINTABLE, NAME_START, NAME_PART, IGNORED, SPECIAL, WIDE = [1 << n for n in range(14)]
# Beside marks and modifiers: what may stand in the middle of a word.
INSIDE_WORDS = "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a"
# Names of characters that only unicodedata.lookup() knows; it cannot list them.
ALIASES = """NULL;START OF HEADING;START OF TEXT;END OF TEXT;END OF TRANSMISSION;ENQUIRY;ACKNOWLEDGE;ALERT;BACKSPACE;CHARACTER TABULATION;
HORIZONTAL TABULATION;LINE FEED;NEW LINE;END OF LINE;LINE TABULATION;VERTICAL TABULATION;FORM FEED;CARRIAGE RETURN;SHIFT OUT;
SHIFT IN;DATA LINK ESCAPE;DEVICE CONTROL ONE;DEVICE CONTROL TWO;DEVICE CONTROL THREE;DEVICE CONTROL FOUR;NEGATIVE ACKNOWLEDGE;
SYNCHRONOUS IDLE;END OF TRANSMISSION BLOCK;CANCEL;END OF MEDIUM;SUBSTITUTE;ESCAPE;INFORMATION SEPARATOR FOUR;FILE SEPARATOR;
INFORMATION SEPARATOR THREE;GROUP SEPARATOR;INFORMATION SEPARATOR TWO;RECORD SEPARATOR;INFORMATION SEPARATOR ONE;UNIT SEPARATOR;
DELETE;NEXT LINE;BYTE ORDER MARK;NUL;SOH;STX;ETX;EOT;ENQ;ACK;BEL;BS;HT;TAB;LF;NL;EOL;VT;FF;CR;SO;SI;DLE;NAK;SYN;ETB;CAN;EOM;SUB;
ESC;FS;GS;RS;US;SP;DEL;NEL;NBSP;SHY;ZWSP;ZWNJ;ZWJ;LRM;RLM;BOM;ZWNBSP;WJ;LOCKING-SHIFT ONE;LOCKING-SHIFT ZERO;PADDING CHARACTER;
HIGH OCTET PRESET;BREAK PERMITTED HERE;NO BREAK HERE;INDEX;START OF SELECTED AREA;END OF SELECTED AREA;CHARACTER TABULATION SET;
HORIZONTAL TABULATION SET;CHARACTER TABULATION WITH JUSTIFICATION;HORIZONTAL TABULATION WITH JUSTIFICATION;LINE TABULATION SET;
VERTICAL TABULATION SET;PARTIAL LINE FORWARD;PARTIAL LINE DOWN;PARTIAL LINE BACKWARD;PARTIAL LINE UP;REVERSE LINE FEED;
REVERSE INDEX;SINGLE SHIFT TWO;SINGLE-SHIFT-2;SINGLE SHIFT THREE;SINGLE-SHIFT-3;DEVICE CONTROL STRING;PRIVATE USE ONE;
PRIVATE USE-1;PRIVATE USE TWO;PRIVATE USE-2;SET TRANSMIT STATE;CANCEL CHARACTER;MESSAGE WAITING;START OF GUARDED AREA;
START OF PROTECTED AREA;END OF GUARDED AREA;END OF PROTECTED AREA;START OF STRING;SINGLE GRAPHIC CHARACTER INTRODUCER;
SINGLE CHARACTER INTRODUCER;CONTROL SEQUENCE INTRODUCER;STRING TERMINATOR;OPERATING SYSTEM COMMAND;PRIVACY MESSAGE;
APPLICATION PROGRAM COMMAND;PAD;HOP;BPH;NBH;IND;SSA;ESA;HTS;HTJ;VTS;PLD;PLU;RI;SS2;SS3;DCS;PU1;PU2;STS;CCH;MW;SPA;EPA;SOS;SGC;
SCI;CSI;ST;OSC;PM;APC;DC1;DC2;DC3;DC4;CGJ;ALM;FVS1;FVS2;FVS3;FVS4;MVS;LRE;RLE;PDF;LRO;RLO;NNBSP;MMSP;LRI;RLI;FSI;PDI;
LATIN CAPITAL LETTER GHA;LATIN SMALL LETTER GHA;SYRIAC SUBLINEAR COLON SKEWED LEFT;KANNADA LETTER LLLA;LAO LETTER FO FON;
LAO LETTER FO FAY;LAO LETTER RO;LAO LETTER LO;TIBETAN MARK BKA- SHOG GI MGO RGYAN;HANGUL JONGSEONG YESIEUNG-KIYEOK;
HANGUL JONGSEONG YESIEUNG-SSANGKIYEOK;HANGUL JONGSEONG SSANGYESIEUNG;HANGUL JONGSEONG YESIEUNG-KHIEUKH;
WEIERSTRASS ELLIPTIC FUNCTION;MICR ON US SYMBOL;MICR DASH SYMBOL;LEFTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE;
RIGHTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE;YI SYLLABLE ITERATION MARK;
PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET;CUNEIFORM SIGN NU11 TENU;
CUNEIFORM SIGN NU11 OVER NU11 BUR OVER BUR;BYZANTINE MUSICAL SYMBOL FTHORA SKLIRON CHROMA VASIS;MEDEFAIDRIN CAPITAL LETTER H;
MEDEFAIDRIN CAPITAL LETTER NG;MEDEFAIDRIN SMALL LETTER H;MEDEFAIDRIN SMALL LETTER NG;HENTAIGANA LETTER E-1""".replace("\n", "")


def changes_specially(c):
    return max(len(c.upper()), len(c.lower()), len(c.title())) > 1 or c.casefold() != c.lower()


def flags_of(c):
    found = 0
    for flag, holds in ((ALPHABETIC, c.isalpha()), (DECIMAL, c.isdecimal()), (DIGIT, c.isdigit()), (NUMERIC, c.isnumeric()),
                        (UPPER, c.isupper()), (LOWER, c.islower()), (TITLE, unicodedata.category(c) == "Lt"),
                        (SPACE, c.isspace()), (PRINTABLE, c.isprintable()), (NAME_START, c.isidentifier()),
                        (NAME_PART, ("a" + c).isidentifier()),
                        (SPECIAL, changes_specially(c)), (WIDE, unicodedata.east_asian_width(c) in "WF"),
                        (IGNORED, unicodedata.category(c) in ("Mn", "Me", "Cf", "Lm", "Sk") or c in INSIDE_WORDS)):
        found |= flag if holds else 0
    return found


def record_of(c):
    changes = [ord(changed) - ord(c) if len(changed) == 1 else 0 for changed in (c.upper(), c.lower(), c.title())]
    return (*changes, flags_of(c), unicodedata.decimal(c, 0))


def property_tables():
    records, blocks, index = {}, {}, []
    for first in range(0, 0x110000, BLOCK):
        block = tuple([records.setdefault(record_of(chr(point)), len(records)) for point in range(first, first + BLOCK)])
        index.append(blocks.setdefault(block, len(blocks)))
    yield "constexpr Properties kRecords[] = {", ["{%d,%d,%d,%d,%d}" % record for record in records]
    yield "constexpr std::uint16_t kBlocks[] = {", [str(number) for block in blocks for number in block]
    yield "constexpr std::uint16_t kIndex[] = {", [str(number) for number in index]


def text(value):
    return 'U"' + "".join(["\\U%08x" % ord(c) if ord(c) >= 0xa0 else c for c in value]) + '"'


def case_table():
    for point in range(0x80, 0x110000):
        c = chr(point)
        if changes_specially(c):
            yield "{%#x,%s,%s,%s,%s}" % (point, text(c.upper()), text(c.lower()), text(c.title()), text(c.casefold()))


def named_points():
    """Names with their points, and the ranges whose names are a prefix and the point's number."""
    names, ranges = [], {}
    for point in range(0x110000):
        name = unicodedata.name(chr(point), "")
        prefix, dash, number = name.rpartition("-")
        if dash and number == "%04X" % point:
            ranges.setdefault(prefix, []).append(point)
        elif name and not name.startswith("HANGUL SYLLABLE "):
            names.append((name, point))
    for alias in ALIASES.split(";") + ["VS%d" % number for number in range(1, 257)]:
        try:
            names.append((alias, ord(unicodedata.lookup(alias))))
        except KeyError:
            pass
    return names, ranges


def sums(sizes):
    return itertools.accumulate(sizes, initial=0)


def name_tables():
    names, ranges = named_points()
    words = sorted({word for name, point in names for word in name.split(" ")})
    number_of = {word: number for number, word in enumerate(words)}
    coded = sorted(([number_of[word] for word in name.split(" ")], point) for name, point in names)
    # In one text: a table of pointers would have to be mended each time that a process begins.
    yield "constexpr char kWordText[] = {", ["'%s'" % letter for letter in "".join(words)]
    yield "constexpr std::uint32_t kWordStarts[] = {", [str(start) for start in sums(map(len, words))]
    yield "constexpr std::uint16_t kNameWords[] = {", [str(number) for numbers, point in coded for number in numbers]
    yield "constexpr std::uint32_t kNameStarts[] = {", [str(start) for start in sums(len(numbers) for numbers, point in coded)]
    yield "constexpr char32_t kNamePoints[] = {", [hex(point) for numbers, point in coded]
    pieces = []
    for prefix, points in ranges.items():
        first = before = points[0]
        for point in points[1:] + [0x110000]:
            if point != before + 1:
                pieces.append('{"%s",%#x,%#x}' % (prefix, first, before))
                first = point
            before = point
    yield "constexpr NumberedNames kNumberedNames[] = {", pieces


def write_table(out, head, items):
    out.write(head + "\n")
    for at in range(0, len(items), 16):
        out.write(",".join(items[at:at + 16]) + ",\n")
    out.write("};\n")


def main():
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write("// Unicode %s\n" % unicodedata.unidata_version)
        for head, items in (*property_tables(), ("constexpr CaseChange kCaseChanges[] = {", list(case_table())), *name_tables()):
            write_table(out, head, items)


main()
