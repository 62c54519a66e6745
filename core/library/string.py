"""string: the constants, capwords, templates and formatters."""

import collections as _collections
import re as _re
import _vm

_NOTHING = {}

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


class _PatternOfClass:
    """Template.pattern, made when it is first asked for."""

    def __get__(self, template, owner):
        owner.pattern = _compiled(owner)
        return owner.pattern


def _compiled(cls):
    """What finds the placeholders of a class of templates, by what it says about them."""
    pattern = cls.__dict__.get("pattern")
    if pattern is None or isinstance(pattern, _PatternOfClass):
        sign = _re.escape(cls.delimiter)
        name, braced = cls.idpattern, cls.braceidpattern or cls.idpattern
        pattern = f"{sign}(?:(?P<escaped>{sign})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
    return _re.compile(pattern, cls.flags | _re.VERBOSE)


class Template:
    """Text with $name and ${name} to be replaced; $$ is a dollar."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE
    pattern = _PatternOfClass()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _compiled(cls)

    def __init__(self, template):
        self.template = template

    def _refuse(self, found):
        place = found.start("invalid")
        lines = self.template[:place].splitlines(keepends=True)
        column = place - len("".join(lines[:-1])) if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines) or 1}, col {column}")

    def _replaced(self, mapping, keywords, safe):
        if mapping is _NOTHING:
            mapping = keywords
        elif keywords:
            mapping = _collections.ChainMap(keywords, mapping)

        def replacement(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    if not safe:
                        raise
                    return found.group()
            if found.group("escaped") is not None:
                return self.delimiter
            if found.group("invalid") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            return found.group() if safe else self._refuse(found)

        return self.pattern.sub(replacement, self.template)

    def substitute(self, mapping=_NOTHING, /, **kws):
        return self._replaced(mapping, kws, False)

    def safe_substitute(self, mapping=_NOTHING, /, **kws):
        return self._replaced(mapping, kws, True)

    def get_identifiers(self):
        names = []
        for found in self.pattern.finditer(self.template):
            name = found.group("named") or found.group("braced")
            if name is None and found.group("invalid") is None and found.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            if name is not None and name not in names:
                names.append(name)
        return names

    def is_valid(self):
        for found in self.pattern.finditer(self.template):
            if found.group("invalid") is not None:
                return False
            if all([found.group(name) is None for name in ("named", "braced", "escaped")]):
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True


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
