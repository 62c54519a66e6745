# str.format, text % values, and str.translate where Python code has to run.


# Fields are names or numbers with attributes and items behind them, `!r` and a format spec.
def format_text(text, positional, keywords):
    return _format_fields(text, positional, keywords, [0])


def _format_fields(text, positional, keywords, counter):
    parts = []
    place = 0
    while place < len(text):
        character = text[place]
        if character == '{':
            if text[place + 1:place + 2] == '{':
                parts.append('{')
                place += 2
                continue
            end = _field_end(text, place + 1)
            parts.append(_format_field(text[place + 1:end], positional, keywords, counter))
            place = end + 1
        elif character == '}':
            if text[place + 1:place + 2] != '}':
                raise ValueError("Single '}' encountered in format string")
            parts.append('}')
            place += 2
        else:
            end = place
            while end < len(text) and text[end] != '{' and text[end] != '}':
                end += 1
            parts.append(text[place:end])
            place = end
    return ''.join(parts)


def _field_end(text, place):
    depth = 1
    while place < len(text):
        if text[place] == '{':
            depth += 1
        elif text[place] == '}':
            depth -= 1
            if depth == 0:
                return place
        place += 1
    raise ValueError("expected '}' before end of string" if text[-1:] != '{' else "Single '{' encountered in format string")


def _format_field(field, positional, keywords, counter):
    name, colon, spec = field.partition(':')
    conversion = ''
    if '!' in name:
        name, mark, conversion = name.partition('!')
    value = _field_value(name, positional, keywords, counter)
    if conversion == 'r':
        value = repr(value)
    elif conversion == 's':
        value = str(value)
    elif conversion == 'a':
        value = ascii(value)
    elif conversion:
        raise ValueError('Unknown conversion specifier ' + conversion)
    if '{' in spec:
        spec = _format_fields(spec, positional, keywords, counter)
    return format(value, spec)


def _field_value(name, positional, keywords, counter):
    end = 0
    while end < len(name) and name[end] != '.' and name[end] != '[':
        end += 1
    first = name[:end]
    if first == '':
        if counter[0] is None:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        index = counter[0]
        counter[0] += 1
    elif first.isdigit():
        if counter[0]:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        counter[0] = None
        index = int(first)
    else:
        index = None
    if index is None:
        value = keywords[first]
    elif index < len(positional):
        value = positional[index]
    else:
        raise IndexError('Replacement index ' + str(index) + ' out of range for positional args tuple')
    while end < len(name):
        if name[end] == '.':
            start = end + 1
            end = start
            while end < len(name) and name[end] != '.' and name[end] != '[':
                end += 1
            value = getattr(value, name[start:end])
        else:
            close = name.find(']', end)
            if close < 0:
                raise ValueError("expected '}' before end of string")
            key = name[end + 1:close]
            value = value[int(key) if key.isdigit() else key]
            end = close + 1
    return value


# Where an instance has to be shown: each %s, %r and %a gets its text here, the rest is done natively.
def percent_format(text, values):
    single = not isinstance(values, tuple)
    if single and isinstance(values, dict):
        return text % {name: str(value) for name, value in values.items()}
    given = [values] if single else list(values)
    shown = []
    place = text.find('%')
    new_text = text
    while place >= 0:
        end = place + 1
        while end < len(text) and text[end] in '#0- +.*0123456789':
            if text[end] == '*':
                shown.append(given.pop(0))
            end += 1
        letter = text[end:end + 1]
        if letter != '%':
            if not given:
                raise TypeError('not enough arguments for format string')
            value = given.pop(0)
            if letter == 's':
                value = str(value)
            elif letter == 'r' or letter == 'a':
                value = repr(value) if letter == 'r' else ascii(value)
                new_text = new_text[:end] + 's' + new_text[end + 1:]
            shown.append(value)
        place = text.find('%', end + 1)
    return new_text % tuple(shown + given)


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
