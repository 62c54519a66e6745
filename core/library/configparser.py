"""configparser: files of sections with options, as `[section]` and `name = value`."""

import io as _io
import itertools as _itertools
import sys as _sys
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


def _twice(what, source, lineno):
    if source is None:
        return f"{what[0].upper()}{what[1:]} already exists"
    place = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{place}: {what} already exists"


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _twice(f"section {section!r}", source, lineno))
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _twice(f"option {option!r} in section {section!r}", source, lineno))
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section,
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
            f"{reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section,
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    """What becomes of values on their way; here, nothing."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _References(Interpolation):
    """A sign before what stands in brackets; the sign twice is the sign."""

    _sign, _open, _close = "%", "(", ")"

    def before_get(self, parser, section, option, value, defaults):
        pieces = []
        self._put_together(parser, option, pieces, value, section, defaults, 1)
        return "".join(pieces)

    def before_set(self, parser, section, option, value):
        left = self._without_references(value.replace(self._sign * 2, ""))
        if self._sign in left:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {left.find(self._sign)}")
        return value

    def _reference_at(self, text):
        """The name at the beginning of the text and what comes behind it; None: no reference stands there."""
        end = text.find(self._close)
        return (text[2:end], text[end + 1:]) if end > 2 else None

    def _without_references(self, text):
        head, sign, tail = text.partition(self._sign + self._open)
        while sign:
            found = self._reference_at(sign + tail)
            if found is None:
                return head + sign + tail
            more, sign, tail = found[1].partition(self._sign + self._open)
            head += more
        return head

    def _put_together(self, parser, option, pieces, rest, section, names, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            at = rest.find(self._sign)
            if at < 0:
                pieces.append(rest)
                return
            pieces.append(rest[:at])
            rest = rest[at:]
            following = rest[1:2]
            if following == self._sign:
                pieces.append(self._sign)
                rest = rest[2:]
            elif following == self._open:
                found = self._reference_at(rest)
                if found is None:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
                rest = found[1]
                self._put_value(parser, option, pieces, found[0], rest, raw, section, names, depth)
            else:
                raise InterpolationSyntaxError(option, section, self._stray(rest))

    def _stray(self, rest):
        return f"{self._sign!r} must be followed by {self._sign!r} or {self._open!r}, found: {rest!r}"

    def _put_value(self, parser, option, pieces, reference, rest, raw, section, names, depth):
        try:
            value = names[parser.optionxform(reference)]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, parser.optionxform(reference)) from None
        self._put_deeper(parser, option, pieces, value, section, names, depth)

    def _put_deeper(self, parser, option, pieces, value, section, names, depth):
        if self._sign in value:
            self._put_together(parser, option, pieces, value, section, names, depth + 1)
        else:
            pieces.append(value)


class BasicInterpolation(_References):
    """%(name)s is the value of the option of that name."""

    def _reference_at(self, text):
        end = text.find(")s")
        return (text[2:end], text[end + 2:]) if end > 2 and ")" not in text[2:end] else None


class ExtendedInterpolation(_References):
    """${name} is a value of the same section, ${section:name} one of another."""

    _sign, _open, _close = "$", "{", "}"

    def _put_value(self, parser, option, pieces, reference, rest, raw, section, names, depth):
        path = reference.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        name = parser.optionxform(path[-1])
        try:
            value = names[name] if len(path) == 1 else parser.get(path[0], name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if len(path) == 2 and self._sign in value:
            self._put_together(parser, name, pieces, value, path[0], dict(parser.items(path[0], raw=True)), depth + 1)
        else:
            self._put_deeper(parser, option, pieces, value, section, names, depth)


_UNSET = object()


class _Reading:
    """One text as it is read, line by line."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.values, self.name, self.option = None, None, None
        self.indent, self.number = 0, 0
        self.seen, self.faults = set(), None

    def read(self, lines):
        for self.number, line in enumerate(lines, start=1):
            text, is_comment = self._without_comment(line)
            if text:
                self._read_line(line, text)
            elif not self.parser._empty_lines_in_values:
                self.indent = _sys.maxsize
            elif not is_comment and self.values is not None and self.option and self.values[self.option] is not None:
                self.values[self.option].append("")
        self._join_values()
        if self.faults is not None:
            raise self.faults

    def _without_comment(self, line):
        end = len(line)
        for prefix in self.parser._inline_comment_prefixes:
            at = line.find(prefix)
            while at > 0 and not line[at - 1].isspace():
                at = line.find(prefix, at + 1)
            if at >= 0:
                end = min(end, at)
        if any([line.strip().startswith(prefix) for prefix in self.parser._comment_prefixes]):
            return "", True
        return line[:end].strip(), end < len(line)

    def _read_line(self, line, text):
        indent = len(line) - len(line.lstrip())
        if self.values is not None and self.option and indent > self.indent:
            self.values[self.option].append(text)
            return
        self.indent = indent
        if text.startswith("[") and text.rfind("]") > 1:
            self._begin_section(text[1:text.rfind("]")])
        elif self.values is None:
            raise MissingSectionHeaderError(self.source, self.number, line)
        else:
            self._read_option(line, text)

    def _begin_section(self, name):
        parser = self.parser
        self.option, self.name = None, name
        if name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, self.number)
            self.values = parser._sections[name]
        elif name == parser.default_section:
            self.values = parser._defaults
            return
        else:
            self.values = parser._new_section(name)
        self.seen.add(name)

    def _read_option(self, line, text):
        places = [(text.find(delimiter), delimiter) for delimiter in self.parser._delimiters if delimiter in text]
        if not places and not self.parser._allow_no_value:
            self._note_fault(line)
            return
        at, delimiter = min(places) if places else (len(text), "")
        name = text[:at].rstrip()
        if not name:
            self._note_fault(line)
        self.option = self.parser.optionxform(name)
        if self.parser._strict and (self.name, self.option) in self.seen:
            raise DuplicateOptionError(self.name, self.option, self.source, self.number)
        self.seen.add((self.name, self.option))
        self.values[self.option] = [text[at + len(delimiter):].strip()] if delimiter else None

    def _note_fault(self, line):
        if self.faults is None:
            self.faults = ParsingError(self.source)
        self.faults.append(self.number, repr(line))

    def _join_values(self):
        parser = self.parser
        for name, values in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for option, value in values.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                values[option] = parser._interpolation.before_read(parser, name, option, value)


class RawConfigParser(MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._allow_no_value = strict, allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self._converters = ConverterMapping(self)
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def _read_defaults(self, defaults):
        for name, value in defaults.items():
            self._defaults[self.optionxform(name)] = value

    def _new_section(self, name):
        self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)
        return self._sections[name]

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._new_section(section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        """Files that cannot be opened are passed over; the others are named in the answer."""
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self.read_file(file, str(name))
            except OSError:
                continue
            done.append(str(name) if hasattr(name, "__fspath__") else name)
        return done

    def read_file(self, f, source=None):
        _Reading(self, getattr(f, "name", "<???>") if source is None else source).read(f)

    def read_string(self, string, source="<string>"):
        self.read_file(_io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, names in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for name, value in names.items():
                name = self.optionxform(str(name))
                if self._strict and (section, name) in seen:
                    raise DuplicateOptionError(section, name, source)
                seen.add((section, name))
                self.set(section, name, None if value is None else str(value))

    def _visible_names(self, section, vars=None):
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section) from None
        given = {self.optionxform(name): value if value is None else str(value) for name, value in (vars or {}).items()}
        return _ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._visible_names(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in names:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, names)

    def _get_converted(self, section, option, convert, raw=False, vars=None, fallback=_UNSET):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_converted(section, option, int, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_converted(section, option, float, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_converted(section, option, self._convert_to_boolean, raw, vars, fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        names = {**self._defaults, **self._sections.get(section, {})}
        order = list(names)
        for name, value in (vars or {}).items():
            names[self.optionxform(name)] = value
        return [(name, names[name] if raw else self._interpolation.before_get(self, section, name, names[name], names))
                for name in order]

    def popitem(self):
        for name in self.sections():
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        return self.optionxform(option) in self._sections[section] or self.optionxform(option) in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._names_in(section)[self.optionxform(option)] = value

    def _names_in(self, section):
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def write(self, fp, space_around_delimiters=True):
        delimiter = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, delimiter)
        for name, values in self._sections.items():
            self._write_section(fp, name, values, delimiter)

    def _write_section(self, fp, name, values, delimiter):
        fp.write(f"[{name}]\n")
        for option, value in values.items():
            value = self._interpolation.before_write(self, name, option, value)
            has_text = value is not None or not self._allow_no_value
            fp.write(option + (delimiter + str(value).replace("\n", "\n\t") if has_text else "") + "\n")
        fp.write("\n")

    def remove_option(self, section, option):
        return self._names_in(section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._proxies[section], self._sections[section]
        return True

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if self._proxies.get(key) is value:
            return
        replaced = self._defaults if key == self.default_section else self._sections.get(key, {})
        replaced.clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return _itertools.chain((self.default_section,), self._sections.keys())

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    @staticmethod
    def _check(option="", value=""):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        self._check(option, "" if value is None and self._allow_no_value else value)
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)

    def _read_defaults(self, defaults):
        """What is given is not interpolated: it may refer to names that come later."""
        interpolation, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation


class SectionProxy(MutableMapping):
    """A section as a mapping of its options; changes go to the parser."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for each in ("int", "float", "boolean"):
            setattr(self, "get" + each, self._getter(getattr(parser, "get" + each)))
        for each in getattr(parser, "_converters", ()):
            setattr(self, "get" + each, self._getter(getattr(parser, "get" + each)))

    def _getter(self, of_parser):
        def get(option, fallback=None, **details):
            return of_parser(self._name, option, fallback=fallback, **details)

        return get

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        ConfigParser._check(key, "" if value is None and self._parser._allow_no_value else value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        return list(self._parser.defaults()) if self._name == self._parser.default_section else self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, **details):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback, **details)


class ConverterMapping(MutableMapping):
    """The converters of a parser: each makes a method get<name> of the parser and of its sections."""

    def __init__(self, parser):
        self._parser, self._given = parser, {}

    def __getitem__(self, key):
        return self._given[key]

    def __setitem__(self, key, convert):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return self._parser._get_converted(section, option, convert, raw, vars, fallback)

        self._given[key] = convert
        setattr(self._parser, "get" + key, get)
        for proxy in self._parser._proxies.values():
            setattr(proxy, "get" + key, proxy._getter(get))

    def __delitem__(self, key):
        del self._given[key]
        delattr(self._parser, "get" + key)

    def __iter__(self):
        return iter(self._given)

    def __len__(self):
        return len(self._given)
