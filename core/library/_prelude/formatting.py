# str.format, text % values, and str.translate where Python code has to run.


# Fields are names or numbers with attributes and items behind them, `!r` and a format spec.
def format_text(text, positional, keywords):
    return _format_fields(text, positional, keywords, [0], 2)


def _format_fields(text, positional, keywords, counter, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    parts = []
    place = 0
    while place < len(text):
        literal, field, spec, conversion, place = _next_field(text, place)
        if literal:
            parts.append(literal)
        if field is not None:
            value = _field_value(field, positional, keywords, counter)
            if conversion is not None:
                value = _converted(value, conversion)
            if '{' in spec or '}' in spec:
                spec = _format_fields(spec, positional, keywords, counter, depth - 1)
            parts.append(format(value, spec))
    return ''.join(parts)


# (the text before a field, its name or None, its spec, its conversion or None, the place behind it)
def _next_field(text, place):
    end = place
    while end < len(text) and text[end] != '{' and text[end] != '}':
        end += 1
    if end == len(text):
        return text[place:], None, None, None, end
    mark = text[end]
    following = text[end + 1:end + 2]
    if following == mark:
        return text[place:end + 1], None, None, None, end + 2
    if mark == '}' or not following:
        raise ValueError(f"Single '{mark}' encountered in format string")
    literal = text[place:end]
    start = end = end + 1
    while end < len(text) and text[end] not in '{}:!':
        if text[end] == '[':
            end = text.find(']', end)
            if end < 0:
                end = len(text)
                break
        end += 1
    if end == len(text):
        raise ValueError("expected '}' before end of string")
    if text[end] == '{':
        raise ValueError("unexpected '{' in field name")
    field = text[start:end]
    if text[end] == '}':
        return literal, field, '', None, end + 1
    conversion = None
    if text[end] == '!':
        conversion = text[end + 1:end + 2]
        if not conversion:
            raise ValueError('end of string while looking for conversion specifier')
        end += 2
        if text[end:end + 1] == '}':
            return literal, field, '', conversion, end + 1
        if end < len(text) and text[end] != ':':
            raise ValueError("expected ':' after conversion specifier")
    start = end = end + 1
    depth = 1
    while end < len(text):
        if text[end] == '{':
            depth += 1
        elif text[end] == '}':
            depth -= 1
            if depth == 0:
                return literal, field, text[start:end], conversion, end + 1
        end += 1
    raise ValueError("unmatched '{' in format spec")


def _converted(value, conversion):
    if conversion == 'r':
        return repr(value)
    if conversion == 's':
        return str(value)
    if conversion == 'a':
        return ascii(value)
    shown = conversion if ' ' < conversion < '\x7f' else '\\x' + format(ord(conversion), 'x')
    raise ValueError('Unknown conversion specifier ' + shown)


def _field_value(name, positional, keywords, counter):
    first, rest = formatter_field_name_split(name)
    if first == '':
        if counter[0] is None:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        first = counter[0]
        counter[0] += 1
    elif isinstance(first, int):
        if counter[0]:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        counter[0] = None
    if isinstance(first, str):
        value = keywords[first]
    elif positional is None:
        raise ValueError('Format string contains positional fields')
    elif first < len(positional):
        value = positional[first]
    else:
        raise IndexError('Replacement index ' + str(first) + ' out of range for positional args tuple')
    for is_attribute, key in rest:
        value = getattr(value, key) if is_attribute else value[key]
    return value


# 'a.b[c]' -> 'a', [(True, 'b'), (False, 'c')]; what consists of digits is an int, but for attributes.
def formatter_field_name_split(name):
    end = 0
    while end < len(name) and name[end] != '.' and name[end] != '[':
        end += 1
    first = name[:end]
    return int(first) if first.isdecimal() else first, _field_steps(name, end) if end < len(name) else ()


def _field_steps(name, end):
    while end < len(name):
        start = end + 1
        is_attribute = name[end] == '.'
        if is_attribute:
            end = start
            while end < len(name) and name[end] != '.' and name[end] != '[':
                end += 1
            key = name[start:end]
        elif name[end] == '[':
            close = name.find(']', end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = name[start:close]
            end = close + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == '':
            raise ValueError('Empty attribute in format string')
        yield is_attribute, int(key) if not is_attribute and key.isdecimal() else key


# As string.Formatter.parse() gives the pieces of a text.
def formatter_parser(text):
    place = 0
    while place < len(text):
        literal, field, spec, conversion, place = _next_field(text, place)
        yield literal, field, spec, conversion


# Where Python code has to run on the way: each conversion by itself, of values that need none.
def percent_format(text, values):
    is_mapping = not isinstance(values, (tuple, str)) and hasattr(type(values), '__getitem__')
    given = list(values) if isinstance(values, tuple) else [values]
    parts = []
    place = 0
    percent = text.find('%')
    while percent >= 0:
        parts.append(text[place:percent])
        end = percent + 1
        if text[end:end + 1] == '%':
            parts.append('%')
        else:
            if text[end:end + 1] == '(':
                if not is_mapping:
                    raise TypeError('format requires a mapping')
                key, end = _percent_key(text, end + 1)
                given = [values[key]]
            sizes = []
            start = end
            while end < len(text) and text[end] in '#0- +.*0123456789hlL':
                if text[end] == '*':
                    sizes.append(_next_given(given))
                end += 1
            if end == len(text):
                raise ValueError('incomplete format')
            letter = text[end]
            value = _percent_value(letter, end, _next_given(given))
            form = '%' + text[start:end] + ('s' if letter in 'ra' else letter)
            parts.append(form % (*sizes, value))
        place = end + 1
        percent = text.find('%', place)
    if given and not is_mapping:
        raise TypeError('not all arguments converted during string formatting')
    parts.append(text[place:])
    return ''.join(parts)


def _percent_key(text, start):
    depth = 1
    end = start
    while depth and end < len(text):
        depth += (text[end] == '(') - (text[end] == ')')
        end += 1
    if depth:
        raise ValueError('incomplete format key')
    return text[start:end - 1], end


def _next_given(given):
    if not given:
        raise TypeError('not enough arguments for format string')
    return given.pop(0)


def _percent_value(letter, place, value):
    if letter == 's':
        return str(value)
    if letter == 'r':
        return repr(value)
    if letter == 'a':
        return ascii(value)
    if letter not in 'diouxXeEfFgGc':
        raise ValueError(f"unsupported format character '{letter}' ({ord(letter):#x}) at index {place}")
    kind = type(value)
    if letter == 'c' and isinstance(value, str):
        return str(value)
    if letter in 'eEfFgG':
        if not hasattr(kind, '__float__') and not hasattr(kind, '__index__'):
            raise TypeError(f'must be real number, not {kind.__name__}')
        return float.__float__(value) if isinstance(value, float) else float(value)
    if letter in 'diu' and isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, int):
        return int.__index__(value)
    if hasattr(kind, '__index__'):
        return kind.__index__(value)
    if letter in 'diu' and hasattr(kind, '__int__'):
        return kind.__int__(value)
    if letter == 'c':
        raise TypeError('%c requires int or char')
    wanted = 'a real number' if letter in 'diu' else 'an integer'
    raise TypeError(f'%{letter} format: {wanted} is required, not {kind.__name__}')


def translate_text(text, table):
    parts = []
    for character in text:
        try:
            replaced = table[ord(character)]
        except LookupError:
            replaced = character
        if isinstance(replaced, int):
            replaced = chr(replaced)
        elif replaced is not None and not isinstance(replaced, str):
            raise TypeError('character mapping must return integer, None or str')
        if replaced is not None:
            parts.append(replaced)
    return ''.join(parts)
