"""string: the constants, capwords, templates and formatters."""

import _vm

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    """Text with $name and ${name} to be replaced; $$ is a dollar."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Plain texts, and (name, as written, place) for what is to be replaced; name None: no valid placeholder."""
        text = self.template
        place = 0
        while place < len(text):
            found = text.find(self.delimiter, place)
            if found < 0:
                yield text[place:]
                return
            if found > place:
                yield text[place:found]
            begin = found + 1
            if text[begin:begin + 1] == self.delimiter:
                yield self.delimiter
                place = begin + 1
                continue
            braced = text[begin:begin + 1] == "{"
            start = end = begin + 1 if braced else begin
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[start:end]
            good = name != "" and not name[0].isdigit() and (not braced or text[end:end + 1] == "}")
            place = (end + 1 if braced else end) if good else begin
            yield name if good else None, text[found:place], found

    def _replaced(self, mapping, safe):
        parts = []
        for piece in self._pieces():
            if isinstance(piece, str):
                parts.append(piece)
                continue
            name, written, place = piece
            if name is None and not safe:
                before = self.template[:place]
                line = before.count("\n") + 1
                column = place - before.rfind("\n")
                raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
            if name is None or safe and name not in mapping:
                parts.append(written)
            else:
                parts.append(str(mapping[name]))
        return "".join(parts)

    def substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replaced({**mapping, **kws}, True)

    def get_identifiers(self):
        names = []
        for piece in self._pieces():
            if not isinstance(piece, str) and piece[0] is not None and piece[0] not in names:
                names.append(piece[0])
        return names

    def is_valid(self):
        return all([isinstance(piece, str) or piece[0] is not None for piece in self._pieces()])


class Formatter:
    """What str.format() does, in pieces that a subclass can do in another way."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, field_name, format_spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(field_name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1,
                                                        auto_arg_index)
            parts.append(self.format_field(value, format_spec))
        return "".join(parts), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _vm.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _vm.formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
