"""csv: tables as lines of text with separators and quotes."""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "unix_dialect", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "unregister_dialect", "DictReader", "DictWriter", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    escapechar = None
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_limit = 131072
_PARTS = ("delimiter", "quotechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "escapechar", "strict")


def _dialect(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for part in _PARTS:
        setattr(made, part, getattr(dialect, part, getattr(Dialect, part)))
    for name, value in options.items():
        if name not in _PARTS:
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        setattr(made, name, value)
    if not isinstance(made.delimiter, str):
        raise TypeError(f'"delimiter" must be string, not {type(made.delimiter).__name__}')
    if len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    if made.quotechar is not None and (not isinstance(made.quotechar, str) or len(made.quotechar) != 1):
        raise TypeError('"quotechar" must be a 1-character string')
    if made.quotechar is None and "quoting" not in options:
        made.quoting = QUOTE_NONE
    return made


def register_dialect(name, dialect=Dialect, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _dialect(dialect, fmtparams)


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


def field_size_limit(*limit):
    global _limit
    old = _limit
    if limit:
        _limit = limit[0]
    return old


class reader:
    """The rows of what yields lines."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self.dialect = _dialect(dialect, fmtparams)
        self.line_num = 0
        self._lines = iter(csvfile)

    def __iter__(self):
        return self

    def __next__(self):
        fields = []
        state = _Row(self.dialect)
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state.is_quoted:
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    state.end_field(fields)
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text "
                            "mode)")
            self.line_num += 1
            if state.read(line, fields):
                return fields


class _Row:
    """A row in reading, which may go over several lines."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.text = []
        self.is_quoted = False
        self.was_quoted = False

    def end_field(self, fields):
        text = "".join(self.text)
        if len(text) > _limit:
            raise Error(f"field larger than field limit ({_limit})")
        if self.dialect.quoting == QUOTE_NONNUMERIC and not self.was_quoted:
            text = float(text)
        fields.append(text)
        self.text = []
        self.is_quoted = self.was_quoted = False

    def read(self, line, fields):
        """Whether the row ends with this line."""
        dialect = self.dialect
        quote = dialect.quotechar if dialect.quoting != QUOTE_NONE else None
        if quote is not None and quote not in line and not self.is_quoted and dialect.escapechar is None \
                and not dialect.skipinitialspace and dialect.quoting != QUOTE_NONNUMERIC:
            plain = line.rstrip("\r\n")
            if plain:
                fields.extend(plain.split(dialect.delimiter))
            return True
        at = 0
        size = len(line)
        begins = not self.is_quoted
        while at < size:
            c = line[at]
            at += 1
            if self.is_quoted:
                if c == dialect.escapechar:
                    self.text.append(line[at : at + 1])
                    at += 1
                elif c == quote:
                    if dialect.doublequote and line[at : at + 1] == quote:
                        self.text.append(quote)
                        at += 1
                    else:
                        self.is_quoted = False
                        if dialect.strict and line[at : at + 1] not in ("", "\n", "\r", dialect.delimiter):
                            raise Error(f"'{dialect.delimiter}' expected after '{quote}'")
                else:
                    self.text.append(c)
            elif c in "\r\n":
                break
            elif begins and c == " " and dialect.skipinitialspace:
                continue
            elif c == dialect.delimiter:
                self.end_field(fields)
                begins = True
                continue
            elif c == dialect.escapechar:
                self.text.append(line[at : at + 1])
                at += 1
            elif begins and c == quote:
                self.is_quoted = self.was_quoted = True
            else:
                self.text.append(c)
            begins = False
        if self.is_quoted:
            return False
        if fields or self.text or self.was_quoted:
            self.end_field(fields)
        return True


class writer:
    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self.dialect = _dialect(dialect, fmtparams)
        self._write = csvfile.write

    def _field(self, value, is_only):
        dialect = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = dialect.delimiter + (dialect.quotechar or "") + (dialect.escapechar or "") + "\r\n"
        needs = any([c in special for c in text]) or (is_only and text == "")
        if dialect.quoting == QUOTE_NONE:
            if is_only and text == "":
                raise Error("single empty field record must be quoted")
            if not needs:
                return text
            if dialect.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            return "".join([dialect.escapechar + c if c in special else c for c in text])
        if dialect.quoting == QUOTE_ALL or (dialect.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))):
            needs = True
        if not needs:
            return text
        quote = dialect.quotechar
        if dialect.doublequote:
            text = text.replace(quote, quote + quote)
        elif dialect.escapechar is not None:
            text = text.replace(dialect.escapechar, dialect.escapechar * 2).replace(quote, dialect.escapechar + quote)
        elif quote in text:
            raise Error("need to escape, but no escapechar set")
        return quote + text + quote

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        line = self.dialect.delimiter.join([self._field(value, len(values) == 1) for value in values])
        return self._write(line + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


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
                return type("dialect", (Dialect,), {"delimiter": delimiter, "lineterminator": "\r\n"})
        raise Error("Could not determine delimiter")

    def has_header(self, sample):
        rows = list(reader(sample.split("\n")))
        return bool(rows) and not any([field.replace(".", "", 1).isdigit() for field in rows[0]])
