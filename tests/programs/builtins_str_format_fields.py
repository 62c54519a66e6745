"""Fields of str.format() that are written wrong, conversions of %, and string.Formatter with methods of one's own."""
import decimal
import fractions
import string


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for text in ("{0!}", "{0!r", "{0!", "{0!r:", "{0!rx}", "{0!}x", "{!}", "{0[", "{0[]}", "{0.}", "{0[0]x}", "{ 0}", "{0:{1}}",
             "{0:{1:{2}}}", "{:", "{0:{", "{0{", "a}b", "{0[a}", "{0!\x01}"):
    show(lambda: text.format([1], 2, 3))
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: end of string while looking for conversion specifier
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: expected ':' after conversion specifier
# expect: ValueError: expected ':' after conversion specifier
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Empty attribute in format string
# expect: ValueError: Empty attribute in format string
# expect: ValueError: Only '.' or '[' may follow ']' in format field specifier
# expect: KeyError: ' 0'
# expect: TypeError: unsupported format string passed to list.__format__
# expect: ValueError: Max string recursion exceeded
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: unexpected '{' in field name
# expect: ValueError: Single '}' encountered in format string
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Unknown conversion specifier \x1
show(lambda: "{}".format_map({}))  # expect: ValueError: Format string contains positional fields
for spec in ("_,", ",_", ",x", "_b", ",n", ",s", "_s", ",%"):
    show(lambda: format(1234, spec))
# expect: ValueError: Cannot specify both ',' and '_'.
# expect: ValueError: Cannot specify both ',' and '_'.
# expect: ValueError: Cannot specify ',' with 'x'.
# expect: '100_1101_0010'
# expect: ValueError: Cannot specify ',' with 'n'.
# expect: ValueError: Cannot specify ',' with 's'.
# expect: ValueError: Cannot specify '_' with 's'.
# expect: '123,400.000000%'
show(lambda: format("a", ","))  # expect: ValueError: Cannot specify ',' with 's'.


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __float__(self):
        return self.degrees

    def __int__(self):
        return int(self.degrees)

    def __repr__(self):
        return f"Celsius({self.degrees})"


class Index:
    def __index__(self):
        return 65


class Names:
    def __getitem__(self, key):
        return key.upper()


show(lambda: "%(what)s of %(n)d, %(what)r" % {"what": Celsius(1.5), "n": 3})
# expect: 'Celsius(1.5) of 3, Celsius(1.5)'
show(lambda: "%(a)s %(b)-5s|%%" % Names())  # expect: 'A B    |%'
show(lambda: "%.2f %d %s" % (Celsius(2.25), Celsius(2.25), Celsius(2.25)))  # expect: '2.25 2 Celsius(2.25)'
show(lambda: "%.3f|%5d|%s" % (decimal.Decimal("1.5"), fractions.Fraction(7, 2), decimal.Decimal(3)))
# expect: '1.500|    3|3'
show(lambda: "%x %c %d %*d" % (Index(), Index(), Index(), 4, 7))  # expect: '41 A 65    7'
show(lambda: "%x" % Celsius(1.0))  # expect: TypeError: %x format: an integer is required, not Celsius
show(lambda: "%d" % Names())  # expect: TypeError: %d format: a real number is required, not Names
show(lambda: "%f" % Names())  # expect: TypeError: must be real number, not Names
show(lambda: "%s %s" % (Names(),))  # expect: TypeError: not enough arguments for format string
show(lambda: "%z" % Celsius(1.0))  # expect: ValueError: unsupported format character 'z' (0x7a) at index 1
show(lambda: "no fields" % [1])  # expect: 'no fields'
show(lambda: "no fields" % Celsius(1.0))  # expect: TypeError: not all arguments converted during string formatting
show(lambda: "%(a)s" % Celsius(1.0))  # expect: TypeError: format requires a mapping
show(lambda: "%5%" % (1,))  # expect: ValueError: unsupported format character '%' (0x25) at index 2
show(lambda: "%-%" % ())  # expect: TypeError: not enough arguments for format string


class Defaulting(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]

    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)))

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, format_spec):
        return "-" * int(format_spec) if format_spec.isdigit() else super().format_field(value, format_spec)


show(lambda: Defaulting().format("{a} {b!u} {0} {1:3} {c:>{w}}", 9, 8, b="b", c="c", w="4s"))
# expect: used ['0', '1', 'a', 'b', 'c', 'w']
# expect: '<a> B 9 ---    c'
show(lambda: list(string.Formatter().parse("a{b!r:c}{{d}} {}")))
# expect: [('a', 'b', 'c', 'r'), ('{', None, None, None), ('d}', None, None, None), (' ', '', '', None)]
show(lambda: string.Formatter().get_field("0.real", (5,), {}))  # expect: (5, 0)
show(lambda: string.Formatter().get_field("a[1].imag", (), {"a": [1, 2j]}))  # expect: (2.0, 'a')
show(lambda: string.Formatter().format("{}{0}", 1))
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
show(lambda: string.Formatter().convert_field(1, "q"))  # expect: ValueError: Unknown conversion specifier q
show(lambda: string.Formatter().format("{nothing}"))  # expect: KeyError: 'nothing'
