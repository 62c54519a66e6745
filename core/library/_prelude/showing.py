# repr, str, format and print of values with instances inside.

import _builtins_support as _support

# The containers whose repr is being made, by thread: a cycle is met when one is found here again.
_open = {}


def repr_value(value):
    special = _support.special(value, '__repr__')
    if special is not None:
        text = special(value)
        if not isinstance(text, str):
            raise TypeError('__repr__ returned non-string (type ' + type(text).__name__ + ')')
        return text
    return built_in_repr(value)


def built_in_repr(value):
    """What the built-in kind shows, also where a subclass has a __repr__ of its own: what super() means."""
    thread = _support.thread()
    in_progress = _open.setdefault(thread, [])
    for other in in_progress:
        if other is value:
            return _support.repr_recursive(value)
    in_progress.append(value)
    try:
        return _repr_container(value)
    finally:
        in_progress.pop()
        if not in_progress:
            del _open[thread]


def _repr_container(value):
    kind = _support.kind(value)
    if kind == 'list':
        return '[' + _join(value) + ']'
    if kind == 'tuple':
        if len(value) == 1 and not _support.is_named(value):
            return '(' + repr(value[0]) + ',)'
        return _support.tuple_repr(value, [repr(item) for item in _support.items(value)])
    if kind == 'method':
        return f'<bound method {value.__func__.__qualname__} of {value.__self__!r}>'
    if kind == 'dict':
        pairs = [repr(key) + ': ' + repr(value[key]) for key in list(value)]
        return _support.around(value, '{' + ', '.join(pairs) + '}')
    if kind == 'set' or kind == 'frozenset':
        if len(value) == 0:
            return kind + '()'
        inner = '{' + _join(value) + '}'
        return inner if kind == 'set' else 'frozenset(' + inner + ')'
    if kind == 'exception':
        if len(value.args) == 1:
            return type(value).__name__ + '(' + repr(value.args[0]) + ')'
        return type(value).__name__ + repr(value.args)
    if kind == 'view':
        return _support.around(value, '[' + _join(value) + ']')
    if kind == 'native_object':
        return _support.around(value, '[' + _join(value) + ']')
    return _support.default_repr(value)


def _join(values):
    return ', '.join([repr(item) for item in values])


def str_value(value):
    special = _support.special(value, '__str__')
    if special is not None:
        text = special(value)
        if not isinstance(text, str):
            raise TypeError('__str__ returned non-string (type ' + type(text).__name__ + ')')
        return text
    if _support.kind(value) == 'exception' and _support.special(value, '__repr__') is None:
        return exception_text(value)
    return repr(value)


def format_value(value, spec):
    special = _support.special(value, '__format__')
    if special is not None:
        text = special(value, spec)
        if not isinstance(text, str):
            raise TypeError('__format__ must return a str, not ' + type(text).__name__)
        return text
    if spec == '':
        return str(value)
    raise TypeError('unsupported format string passed to ' + type(value).__name__ + '.__format__')


def ascii_value(value):
    return _support.ascii_text(repr(value))


def print_values(values, separator, end, file, flush):
    print(*[str(value) for value in values], sep=separator, end=end, file=file, flush=flush)


def print_to(file, text, flush):
    file.write(text)
    if flush:
        file.flush()


def repr_of(value):
    return repr(value)


def default_repr(value):
    return _support.default_repr(value)


def exception_text(error):
    if isinstance(error, OSError) and error.errno is not None:
        return f'[Errno {error.errno}] {error.strerror}' + ('' if error.filename is None else f': {error.filename!r}')
    if len(error.args) != 1:
        return repr(error.args)
    return repr(error.args[0]) if isinstance(error, KeyError) else str(error.args[0])


def format_exception(formatter, error, chain):
    if any([isinstance(link, BaseExceptionGroup) for link in chain]):
        import traceback
        return ''.join(traceback.format_exception(error))
    messages = []
    for link in chain:
        try:
            messages.append(str(link))
        except Exception:
            messages.append('<exception str() failed>')
    return formatter(error, messages)
