"""csv: tables as lines of text with separators and quotes."""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "unix_dialect", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "unregister_dialect", "DictReader", "DictWriter", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


Error.__module__ = "_csv"


_DEFAULTS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
             "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}
_FLAGS = ("doublequote", "skipinitialspace", "strict")


def _character(name, value, wanted):
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be {wanted}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


class _Settings:
    """The checked parts of a dialect, which a reader or a writer keeps and nobody changes."""

    __slots__ = tuple(_DEFAULTS)

    def __init__(self, dialect, options):
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        given = {name: getattr(dialect, name) for name in _DEFAULTS if dialect is not None and hasattr(dialect, name)}
        given.update(options)
        if given.get("quotechar", "") is None and "quoting" not in given:
            given["quoting"] = QUOTE_NONE
        for name, usual in _DEFAULTS.items():
            value = given.get(name, usual)
            object.__setattr__(self, name, bool(value) if name in _FLAGS else value)
        self._check()

    def _check(self):
        _character("delimiter", self.delimiter, "string")
        if self.escapechar is not None:
            _character("escapechar", self.escapechar, "string or None")
        if self.lineterminator is not None and not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        if self.quotechar is not None:
            _character("quotechar", self.quotechar, "string or None")
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= self.quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")

    def _refuse(self, name, value=None):
        if name not in _DEFAULTS:
            raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r}")
        raise AttributeError("readonly attribute" if name in _FLAGS
                             else f"attribute {name!r} of '_csv.Dialect' objects is not writable")

    __setattr__ = __delattr__ = _refuse

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


_Settings.__module__, _Settings.__name__, _Settings.__qualname__ = "_csv", "Dialect", "Dialect"


def _settings(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Settings) and not options:
        return dialect
    return _Settings(dialect, options)


class Dialect:
    """What a program derives its own dialects from; it says nothing of itself."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        self._valid = type(self) is not Dialect
        self._validate()

    def _validate(self):
        try:
            _Settings(self, {})
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(excel):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}
_limit = 131072


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _settings(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def field_size_limit(*limit):
    global _limit
    if len(limit) > 1:
        raise TypeError(f"field_size_limit() takes at most 1 argument ({len(limit)} given)")
    old = _limit
    if limit:
        if type(limit[0]) is not int:
            raise TypeError("limit must be an integer")
        _limit = limit[0]
    return old


class reader:
    """The rows of what yields lines."""

    __slots__ = ("_dialect", "_line_num", "_lines", "__weakref__")

    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._lines = iter(csvfile)
        self._dialect = _settings(dialect, fmtparams)
        self._line_num = 0

    @property
    def dialect(self):
        return self._dialect

    @property
    def line_num(self):
        return self._line_num

    def __iter__(self):
        return self

    def __next__(self):
        row = _Row(self._dialect)
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not row.is_open():
                    raise
                if self._dialect.strict:
                    raise Error("unexpected end of data") from None
                row.end_field()
                return row.fields
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text "
                            "mode)")
            self._line_num += 1
            if row.read(line):
                return row.fields

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_csv.reader' object")


reader.__module__ = "_csv"


class _Row:
    """A row in reading, which may go over several lines.

    A method per state takes the next character; the end of a line is the empty text, which is "in" every other.
    """

    def __init__(self, dialect):
        self.dialect = dialect
        self.quote = dialect.quotechar if dialect.quoting != QUOTE_NONE else None
        self.fields = []
        self.text = []
        self.is_number = False
        self.state = _Row.at_start

    def read(self, line):
        """Whether the row ends with this line."""
        if self.state is _Row.at_start and self._is_plain(line):
            line = line.rstrip("\r\n")
            if line:
                self.fields = line.split(self.dialect.delimiter)
            return True
        for character in line:
            self.state(self, character)
        self.state(self, "")
        return self.state is _Row.at_start

    def _is_plain(self, line):
        """Whether its fields are what stands between the delimiters; most lines are so."""
        dialect = self.dialect
        body = line.rstrip("\r\n")
        return (not dialect.skipinitialspace and dialect.quoting != QUOTE_NONNUMERIC and len(body) <= _limit
                and (self.quote is None or self.quote not in line)
                and (dialect.escapechar is None or dialect.escapechar not in line)
                and "\n" not in body and "\r" not in body and dialect.delimiter not in "\r\n")

    def is_open(self):
        return bool(self.text) or self.state is _Row.in_quotes

    def end_field(self):
        text = "".join(self.text)
        self.text = []
        if self.is_number:
            self.is_number = False
            text = float(text)
        self.fields.append(text)

    def add(self, character):
        if len(self.text) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self.text.append(character)

    def _end_line(self, character):
        self.end_field()
        self.state = _Row.behind_end if character else _Row.at_start

    def at_start(self, character):
        if character == "":
            return
        if character in "\r\n":
            self.state = _Row.behind_end
        else:
            self.state = _Row.before_field
            self.before_field(character)

    def before_field(self, character):
        dialect = self.dialect
        if character in "\r\n":
            self._end_line(character)
        elif character == self.quote:
            self.state = _Row.in_quotes
        elif character == dialect.escapechar:
            self.state = _Row.behind_escape
        elif character == " " and dialect.skipinitialspace:
            return
        elif character == dialect.delimiter:
            self.end_field()
        else:
            self.is_number = dialect.quoting == QUOTE_NONNUMERIC
            self.add(character)
            self.state = _Row.in_field

    def in_field(self, character):
        if character in "\r\n":
            self._end_line(character)
        elif character == self.dialect.escapechar:
            self.state = _Row.behind_escape
        elif character == self.dialect.delimiter:
            self.end_field()
            self.state = _Row.before_field
        else:
            self.add(character)

    def behind_escape(self, character):
        self.add(character or "\n")
        self.state = _Row.behind_escaped_end if character and character in "\r\n" else _Row.in_field

    def behind_escaped_end(self, character):
        # The row goes on in the next line.
        if character:
            self.state = _Row.in_field
            self.in_field(character)

    def in_quotes(self, character):
        if character == "":
            return
        if character == self.dialect.escapechar:
            self.state = _Row.behind_escape_in_quotes
        elif character == self.quote:
            self.state = _Row.behind_quote if self.dialect.doublequote else _Row.in_field
        else:
            self.add(character)

    def behind_escape_in_quotes(self, character):
        self.add(character or "\n")
        self.state = _Row.in_quotes

    def behind_quote(self, character):
        if character == self.quote:
            self.add(character)
            self.state = _Row.in_quotes
        elif character in "\r\n":
            self._end_line(character)
        elif character == self.dialect.delimiter:
            self.end_field()
            self.state = _Row.before_field
        elif self.dialect.strict:
            raise Error(f"'{self.dialect.delimiter}' expected after '{self.quote}'")
        else:
            self.add(character)
            self.state = _Row.in_field

    def behind_end(self, character):
        if character == "":
            self.state = _Row.at_start
        elif character not in "\r\n":
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
            )


def _is_number(value):
    kind = type(value)
    return isinstance(value, complex) or any(
        hasattr(kind, conversion) for conversion in ("__float__", "__int__", "__index__")
    )


class writer:
    __slots__ = ("_dialect", "_write", "_special", "__weakref__")

    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._dialect = _settings(dialect, fmtparams)
        self._write = getattr(csvfile, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        dialect = self._dialect
        self._special = {dialect.delimiter, dialect.escapechar, dialect.quotechar, *dialect.lineterminator} - {None}

    @property
    def dialect(self):
        return self._dialect

    def _field(self, value):
        dialect = self._dialect
        text = value if isinstance(value, str) else "" if value is None else str(value)
        quoted = dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not _is_number(value)
        for character in self._special:
            if character in text:
                text, must_quote = self._guarded(text)
                quoted = quoted or must_quote
                break
        return dialect.quotechar + text + dialect.quotechar if quoted else text

    def _guarded(self, text):
        """A text with what is special in it escaped or doubled, and whether it needs quotes besides."""
        dialect = self._dialect
        parts = []
        must_quote = False
        for character in text:
            if character in self._special:
                is_doubled = character == dialect.quotechar and dialect.doublequote
                if dialect.quoting == QUOTE_NONE or character in (dialect.quotechar, dialect.escapechar) and not is_doubled:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    parts.append(dialect.escapechar)
                else:
                    must_quote = True
                    if is_doubled:
                        parts.append(character)
            parts.append(character)
        return "".join(parts), must_quote

    def writerow(self, row):
        try:
            values = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        dialect = self._dialect
        fields = [self._field(value) for value in values]
        if fields == [""]:
            # Without quotes the line would be empty, and read as a row without fields.
            if dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            fields = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(fields) + dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_csv.writer' object")


writer.__module__ = "_csv"


class DictReader:
    """Rows as dicts; the names are the first row's unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)


class Sniffer:
    """Guesses the delimiter of a text."""

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.split("\n") if line]
        for delimiter in delimiters or ",;\t |:":
            counts = {line.count(delimiter) for line in lines}
            if len(counts) == 1 and counts != {0}:
                spaced = lines[0].count(delimiter) == lines[0].count(delimiter + " ")
                return type("dialect", (excel,), {"_name": "sniffed", "delimiter": delimiter, "skipinitialspace": spaced})
        raise Error("Could not determine delimiter")

    def has_header(self, sample):
        """Whether the first row looks unlike the twenty behind it: in length, or by not being a number."""
        rows = reader(sample.splitlines(True), self.sniff(sample))
        header = next(rows)
        kinds = {}
        for row in [each for _, each in zip(range(21), rows)]:
            if len(row) == len(header):
                for column, text in enumerate(row):
                    kinds.setdefault(column, set()).add(self._kind(text))
        votes = 0
        for column, found in kinds.items():
            if len(found) == 1:
                votes += -1 if self._kind(header[column]) in found else 1
        return votes > 0

    def _kind(self, text):
        try:
            complex(text)
        except ValueError:
            return len(text)
        return "number"
