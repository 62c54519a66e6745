"""Reads patterns as Python writes them and says the same in PCRE2's syntax; names become numbers."""
from re import error

_ASCII, _IGNORECASE, _LOCALE, _MULTILINE, _DOTALL, _UNICODE, _VERBOSE = 256, 2, 4, 8, 16, 32, 64
_FLAGS = {"i": _IGNORECASE, "L": _LOCALE, "m": _MULTILINE, "s": _DOTALL, "x": _VERBOSE, "a": _ASCII, "u": _UNICODE}
_MANY = 4294967295
_BLANKS = " \t\n\r\v\f"
_SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_CLASSES = "dDsSwW"


class Read:
    """What a pattern says: its flags, the translation, the letters of options and what is known of its groups."""

    def __init__(self, flags, translated, options, groups, names, closing):
        self.flags = flags
        self.translated = translated
        self.options = options
        self.groups = groups
        self.names = names
        self.closing = closing


def read(pattern, flags):
    is_text = isinstance(pattern, str)
    if is_text:
        if flags & _LOCALE:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & _ASCII and flags & _UNICODE:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    else:
        if flags & _UNICODE:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
    reader = _Reader(pattern, flags)
    try:
        translated = reader.read()
    except _Verbose:
        reader = _Reader(pattern, flags | _VERBOSE)
        translated = reader.read()
    flags = reader.flags
    if is_text and not flags & _ASCII:
        flags |= _UNICODE
    options = "".join([letter for letter in "ims" if flags & _FLAGS[letter]])
    if is_text and not flags & _ASCII:
        options += "u"
    if not is_text:
        translated = translated.encode("latin1")
    return Read(flags, translated, options, reader.groups, reader.names, reader.closing)


class _Verbose(Exception):
    """The flag x was found inside: the pattern is read again with it."""


class _Reader:
    """One pattern, read from left to right. Parts come back as (text, least width, most width)."""

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.text = pattern if self.is_text else str(pattern, "latin1")
        self.at = 0
        self.flags = flags
        self.verbose = bool(flags & _VERBOSE)
        self.groups = 0
        self.names = {}
        self.opened = []
        self.closing = []
        self.widths = {}
        self.in_lookbehind = 0
        self.conditions = []

    def fail(self, message, at=None):
        return error(message, self.pattern, self.at if at is None else at)

    def peek(self):
        return self.text[self.at : self.at + 1]

    def read(self):
        translated, _, _ = self.alternatives()
        if self.at < len(self.text):
            raise self.fail("unbalanced parenthesis")
        for number, at in self.conditions:
            if number > self.groups:
                raise self.fail("invalid group reference " + str(number), at)
        return translated

    def alternatives(self):
        branches = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.sequence())
        return ("|".join([branch[0] for branch in branches]), min([branch[1] for branch in branches]),
                max([branch[2] for branch in branches]))

    def sequence(self):
        parts = []
        least = most = 0
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if self.verbose and self.skip_comment():
                continue
            start = self.at
            part = self.item()
            if part is None:
                continue
            text, low, high = self.repeated(part, start)
            parts.append(text)
            least += low
            most = min(_MANY, most + high)
        return "".join(parts), least, most

    def skip_comment(self):
        c = self.text[self.at]
        if c in _BLANKS:
            self.at += 1
            return True
        if c != "#":
            return False
        end = self.text.find("\n", self.at)
        self.at = len(self.text) if end < 0 else end + 1
        return True

    def repeated(self, part, start):
        text, low, high = part
        while self.verbose and self.at < len(self.text) and self.skip_comment():
            pass
        at = self.at
        bounds = self.bounds()
        if bounds is None:
            return part
        if text is None or text in ("^", "\\A"):
            raise self.fail("nothing to repeat", at)
        least, most = bounds
        again = self.text[at : self.at]
        kind = ""
        if self.peek() == "?":
            kind = "?"
            self.at += 1
        elif self.peek() == "+":
            kind = "+"
            self.at += 1
        after = self.at
        if self.peek() and self.peek() in "*+?{":
            if self.bounds() is not None:
                raise self.fail("multiple repeat", after)
            self.at = after
        if again[0] == "{":
            again = "{" + str(least) + ("}" if most == least else "," + ("" if most == _MANY else str(most)) + "}")
        if not (len(text) == 1 or text[0] == "[" or text[0] == "(" or text[0] == "\\" and text[1:2] != "x" and len(text) == 2):
            text = "(?:" + text + ")"
        return text + again + kind, low * least, min(_MANY, high * most)

    def bounds(self):
        """Of the repetition that stands here; None where none does."""
        c = self.peek()
        if c and c in "*+?":
            self.at += 1
            return {"*": (0, _MANY), "+": (1, _MANY), "?": (0, 1)}[c]
        if c != "{":
            return None
        end = self.text.find("}", self.at)
        inner = self.text[self.at + 1 : end] if end > 0 else ""
        low, comma, high = inner.partition(",")
        digits = "0123456789"
        is_bounds = inner and all([d in digits for d in low]) and all([d in digits for d in high]) and inner != ","
        if inner == ",":
            self.at = end + 1
            return 0, _MANY
        if not is_bounds:
            return None
        start = self.at
        self.at = end + 1
        least = int(low) if low else 0
        most = (int(high) if high else _MANY) if comma else least
        if most < least:
            raise self.fail("min repeat greater than max repeat", start + 1)
        if least > 65535 or (most != _MANY and most > 65535):
            raise OverflowError("the repetition number is too large")
        return least, most

    def item(self):
        """One thing that may be repeated; None for what only sets flags or says nothing."""
        c = self.text[self.at]
        at = self.at
        if c in "*+?" or (c == "{" and self.bounds() is not None):
            self.at = at
            raise self.fail("nothing to repeat")
        if c == "(":
            return self.group()
        self.at += 1
        if c == "[":
            return self.character_class(at), 1, 1
        if c == "\\":
            return self.escape(at)
        if c == ".":
            return ".", 1, 1
        if c == "^":
            return "^", 0, 0
        if c == "$":
            return "$", 0, 0
        return self.literal(ord(c)), 1, 1

    def literal(self, code):
        c = chr(code)
        if c.isalnum() and code < 128 or c == "_":
            return c
        if code > 127:
            return c if self.is_text else "\\x{%x}" % code
        return "\\x{%x}" % code if code < 33 else "\\" + c

    # Escapes

    def escape(self, at):
        if self.at >= len(self.text):
            raise self.fail("bad escape (end of pattern)", at)
        c = self.text[self.at]
        self.at += 1
        if c in _CLASSES:
            return self.category(c, False), 1, 1
        if c in "AbB":
            return "\\" + c, 0, 0
        if c == "Z":
            return "\\z", 0, 0
        if c in "123456789":
            return self.reference(c, at)
        return self.literal(self.character(c, at)), 1, 1

    def category(self, c, inside):
        is_ascii = not self.is_text or self.flags & _ASCII
        if c == "s" and not is_ascii:
            return "\\s\\x{1c}-\\x{1f}" if inside else "[\\s\\x{1c}-\\x{1f}]"
        if c == "S" and not is_ascii and not inside:
            return "[^\\s\\x{1c}-\\x{1f}]"
        return "\\" + c

    def reference(self, c, at):
        second = self.text[self.at : self.at + 1]
        if second.isdigit() and second.isascii():
            third = self.text[self.at + 1 : self.at + 2]
            if c in "01234567" and second in "01234567" and third and third in "01234567":
                value = int(c + second + third, 8)
                self.at += 2
                if value > 255:
                    raise self.fail(f"octal escape value \\{c + second + third} outside of range 0-0o377", at)
                return self.literal(value), 1, 1
            c += second
            self.at += 1
        return self.back_reference(int(c), at + 1)

    def back_reference(self, number, at):
        if number > self.groups:
            raise self.fail("invalid group reference " + str(number), at)
        if number in self.opened:
            raise self.fail("cannot refer to an open group", at - 1)
        low, high = self.widths.get(number, (0, _MANY))
        return "\\g{" + str(number) + "}", low, high

    def character(self, c, at):
        """The code of a character written as an escape; self.at is behind its letter."""
        if c in _SIMPLE:
            return _SIMPLE[c]
        if c == "0":
            digits = "0"
            while len(digits) < 3 and self.peek() and self.peek() in "01234567":
                digits += self.peek()
                self.at += 1
            return int(digits, 8)
        wanted = {"x": 2, "u": 4, "U": 8}.get(c)
        if wanted == 2 or (wanted and self.is_text):
            digits = ""
            while len(digits) < wanted and self.peek() and self.peek() in "0123456789abcdefABCDEF":
                digits += self.peek()
                self.at += 1
            if len(digits) < wanted:
                raise self.fail("incomplete escape \\" + c + digits, at)
            return int(digits, 16)
        if c.isascii() and c.isalpha():
            raise self.fail("bad escape \\" + c, at)
        return ord(c)

    # Sets

    def character_class(self, start):
        parts = []
        negated = self.peek() == "^"
        if negated:
            self.at += 1
        first = True
        while True:
            if self.at >= len(self.text):
                raise self.fail("unterminated character set", start)
            at = self.at
            c = self.text[at]
            if c == "]" and not first:
                self.at += 1
                break
            first = False
            low = self.class_member()
            if self.peek() == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                high = self.class_member()
                shown = self.text[at : self.at]
                if not isinstance(low, int) or not isinstance(high, int) or high < low:
                    raise self.fail("bad character range " + shown, at)
                parts.append(self.literal(low) + "-" + self.literal(high))
            elif self.peek() == "-" and self.at + 1 >= len(self.text):
                raise self.fail("unterminated character set", start)
            else:
                parts.append(self.literal(low) if isinstance(low, int) else low)
        return "[" + ("^" if negated else "") + "".join(parts) + "]"

    def class_member(self):
        at = self.at
        c = self.text[at]
        self.at += 1
        if c != "\\":
            return ord(c)
        if self.at >= len(self.text):
            raise self.fail("bad escape (end of pattern)", at)
        c = self.text[self.at]
        self.at += 1
        if c in _CLASSES:
            return self.category(c, True)
        if c in "1234567":
            digits = c
            while len(digits) < 3 and self.peek() and self.peek() in "01234567":
                digits += self.peek()
                self.at += 1
            value = int(digits, 8)
            if value > 255:
                raise self.fail(f"octal escape value \\{digits} outside of range 0-0o377", at)
            return value
        if c in "89":
            raise self.fail("bad escape \\" + c, at)
        return self.character(c, at)

    # Groups

    def group(self):
        start = self.at
        self.at += 1
        if self.peek() != "?":
            return self.capture(None, start)
        self.at += 1
        if self.at >= len(self.text):
            raise self.fail("unexpected end of pattern")
        c = self.text[self.at]
        self.at += 1
        if c == "P":
            return self.named(start)
        if c == ":":
            return self.inner("(?:", start)
        if c == ">":
            return self.inner("(?>", start)
        if c == "#":
            end = self.text.find(")", self.at)
            if end < 0:
                raise self.fail("missing ), unterminated comment", start)
            self.at = end + 1
            return None
        if c in "=!":
            text, _, _ = self.inner("(?" + c, start)
            return text, 0, 0
        if c == "<":
            return self.look_behind(start)
        if c == "(":
            return self.conditional(start)
        if c in _FLAGS or c == "-":
            self.at -= 1
            return self.inline_flags(start)
        raise self.fail("unknown extension ?" + c, self.at - 2)

    def inner(self, opening, start):
        text, low, high = self.alternatives()
        self.close(start)
        return opening + text + ")", low, high

    def close(self, start):
        if self.peek() != ")":
            raise self.fail("missing ), unterminated subpattern", start)
        self.at += 1

    def capture(self, name, start):
        self.groups += 1
        number = self.groups
        if name is not None:
            self.names[name] = number
        self.opened.append(number)
        text, low, high = self.inner("(", start)
        self.opened.remove(number)
        self.closing.append(number)
        self.widths[number] = (low, high)
        return text, low, high

    def until(self, end, what):
        at = self.at
        place = self.text.find(end, at)
        if place < 0:
            if at >= len(self.text):
                raise self.fail("missing " + what, at)
            raise self.fail("missing " + end + ", unterminated name", at)
        if place == at:
            raise self.fail("missing " + what, at)
        self.at = place + 1
        return self.text[at:place], at

    def check_name(self, name, at):
        if not name.isidentifier():
            raise self.fail(f"bad character in group name {name!r}", at)

    def named(self, start):
        c = self.peek()
        self.at += 1
        if c == "<":
            name, at = self.until(">", "group name")
            self.check_name(name, at)
            if name in self.names:
                raise self.fail(f"redefinition of group name {name!r} as group {self.groups + 1}; was group "
                                f"{self.names[name]}", at)
            return self.capture(name, start)
        if c == "=":
            name, at = self.until(")", "group name")
            self.check_name(name, at)
            if name not in self.names:
                raise self.fail(f"unknown group name {name!r}", at)
            if self.names[name] in self.opened:
                raise self.fail("cannot refer to an open group", at)
            return self.back_reference(self.names[name], at)
        if not c:
            raise self.fail("unexpected end of pattern", len(self.text))
        raise self.fail("unknown extension ?P" + c, self.at - len("?P" + c))

    def look_behind(self, start):
        c = self.peek()
        if not c:
            raise self.fail("unexpected end of pattern")
        self.at += 1
        if c not in "=!":
            raise self.fail("unknown extension ?<" + c, self.at - len("?<" + c))
        text, low, high = self.inner("(?<" + c, start)
        if low != high:
            raise error("look-behind requires fixed-width pattern")
        return text, 0, 0

    def conditional(self, start):
        name, at = self.until(")", "group name")
        if name.isidentifier():
            if name not in self.names:
                raise self.fail(f"unknown group name {name!r}", at)
            number = self.names[name]
        elif name.isdecimal() and name.isascii():
            number = int(name)
            if not number:
                raise self.fail("bad group number", at)
            self.conditions.append((number, at))
        else:
            raise self.fail(f"bad character in group name {name!r}", at)
        yes, low, high = self.sequence()
        no, no_low, no_high = "", 0, 0
        has_no = self.peek() == "|"
        if has_no:
            self.at += 1
            no, no_low, no_high = self.sequence()
            if self.peek() == "|":
                raise self.fail("conditional backref with more than two branches")
        self.close(start)
        text = "(?(" + str(number) + ")" + yes + ("|" + no if has_no else "") + ")"
        return text, min(low, no_low), max(high, no_high)

    def inline_flags(self, start):
        added = removed = 0
        while self.peek() and self.peek() in _FLAGS:
            letter = self.peek()
            if self.is_text and letter == "L":
                raise self.fail("bad inline flags: cannot use 'L' flag with a str pattern", self.at + 1)
            if not self.is_text and letter == "u":
                raise self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", self.at + 1)
            added |= _FLAGS[letter]
            self.at += 1
        c = self.peek()
        if c == ")":
            self.at += 1
            if start != 0:
                raise self.fail("global flags not at the start of the expression", start)
            if added & _VERBOSE and not self.verbose:
                raise _Verbose
            self.flags |= added
            return None
        if c == "-":
            self.at += 1
            while self.peek() and self.peek() in _FLAGS:
                removed |= _FLAGS[self.peek()]
                self.at += 1
            if not removed:
                raise self.fail("missing flag" if not self.peek() or not self.peek().isalpha() else "unknown flag")
            c = self.peek()
        if not c:
            raise self.fail("missing -, : or )")
        if c != ":":
            raise self.fail("unknown flag" if c.isalpha() else "missing -, : or )")
        self.at += 1
        kept = self.verbose
        self.verbose = (self.verbose or bool(added & _VERBOSE)) and not removed & _VERBOSE
        letters = "".join([letter for letter in "ims" if added & _FLAGS[letter]])
        gone = "".join([letter for letter in "ims" if removed & _FLAGS[letter]])
        part = self.inner("(?" + letters + ("-" + gone if gone else "") + ":", start)
        self.verbose = kept
        return part


_templates = {}


def template(pattern, repl):
    """The pieces of a replacement: texts and numbers of groups."""
    if not isinstance(repl, (str, bytes)):
        raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found"
                        if isinstance(pattern.pattern, str)
                        else f"a bytes-like object is required, not '{type(repl).__name__}'")
    if isinstance(repl, str) != isinstance(pattern.pattern, str):
        found = type(repl).__name__
        raise TypeError(f"expected str instance, {found} found" if isinstance(pattern.pattern, str)
                        else f"a bytes-like object is required, not '{found}'")
    backslash = "\\" if isinstance(repl, str) else b"\\"
    if backslash not in repl:
        return [repl]
    key = (id(pattern), repl)
    kept = _templates.get(key)
    if kept is not None and kept[0] is pattern:
        return kept[1]
    pieces = _read_template(pattern, repl)
    if len(_templates) >= 512:
        _templates.clear()
    _templates[key] = (pattern, pieces)
    return pieces


def _read_template(pattern, repl):
    is_text = isinstance(repl, str)
    text = repl if is_text else str(repl, "latin1")
    pieces = []
    literal = []

    def add_group(number, at):
        if number > pattern.groups:
            raise error(f"invalid group reference {number}", repl, at)
        pieces.append("".join(literal))
        literal.clear()
        pieces.append(number)

    at = 0
    while at < len(text):
        c = text[at]
        if c != "\\":
            literal.append(c)
            at += 1
            continue
        start = at
        if at + 1 >= len(text):
            raise error("bad escape (end of pattern)", repl, start)
        c = text[at + 1]
        at += 2
        if c == "g":
            at = _named_group(pattern, repl, text, at, add_group)
        elif c == "0":
            digits = "0"
            while len(digits) < 3 and text[at : at + 1] and text[at] in "01234567":
                digits += text[at]
                at += 1
            literal.append(chr(int(digits, 8) & 255))
        elif c in "123456789":
            digits = c
            if text[at : at + 1].isdigit():
                digits += text[at]
                at += 1
                third = text[at : at + 1]
                if digits[0] in "01234567" and digits[1] in "01234567" and third and third in "01234567":
                    value = int(digits + third, 8)
                    if value > 255:
                        raise error(f"octal escape value \\{digits + third} outside of range 0-0o377", repl, start)
                    literal.append(chr(value))
                    at += 1
                    continue
            add_group(int(digits), start + 1)
        elif c in _SIMPLE and c != "b" or c == "b":
            literal.append(chr(_SIMPLE[c]))
        elif c.isascii() and c.isalpha():
            raise error("bad escape \\" + c, repl, start)
        else:
            literal.append("\\" + c)
    pieces.append("".join(literal))
    pieces = [piece for piece in pieces if piece != ""]
    return pieces if is_text else [piece if isinstance(piece, int) else piece.encode("latin1") for piece in pieces]


def _named_group(pattern, repl, text, at, add_group):
    if text[at : at + 1] != "<":
        raise error("missing <", repl, at)
    at += 1
    end = text.find(">", at)
    if end < 0:
        raise error("missing group name" if at >= len(text) else "missing >, unterminated name", repl, at)
    name = text[at:end]
    if not name:
        raise error("missing group name", repl, at)
    if name.isidentifier():
        if name not in pattern.groupindex:
            raise IndexError(f"unknown group name {name!r}")
        add_group(pattern.groupindex[name], at)
    elif name.isdecimal():
        add_group(int(name), at)
    else:
        raise error(f"bad character in group name {name!r}", repl, at)
    return end + 1
