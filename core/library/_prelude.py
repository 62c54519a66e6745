# What the built-in functions and operators do when Python code has to run on the way: a key function, a generator, an
# instance with a special method inside a container. The natives in core/vm handle plain values themselves and hand
# over to a function here by name (Vm::prelude) otherwise. Run once when the VM starts; needs the builtins only.

import _builtins_support as _support


# For natives that consume an iterable: they hand over here and are called again with a list in its place.
def with_collected(function, index, positional, keywords):
    positional[index] = [item for item in positional[index]]
    return function(*positional, **keywords)


def collect(iterable):
    return [item for item in iterable]


def truth(value):
    return True if value else False


# repr, str and format of values with instances inside.

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
        if len(value.args) == 1:
            return str(value.args[0])
        return repr(value.args)
    return repr(value)


def format_value(value, spec):
    special = _support.special(value, '__format__')
    if special is not None:
        return special(value, spec)
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


# Comparisons and membership with instances inside.

def equal_values(left, right):
    if left is right:
        return True
    return True if left == right else False


def equal_containers(left, right):
    kind = _support.kind(left)
    if kind == 'set' or kind == 'frozenset':
        return isinstance(right, (set, frozenset)) and len(left) == len(right) and set_relation('issubset', left, right)
    if kind != _support.kind(right):
        return False
    if len(left) != len(right):
        return False
    if kind == 'dict':
        for key in left:
            if key not in right or not equal_values(left[key], right[key]):
                return False
        return True
    for index in range(len(left)):
        if not equal_values(left[index], right[index]):
            return False
    return True


def order_containers(operator, left, right):
    if isinstance(left, (set, frozenset)) and isinstance(right, (set, frozenset)):
        small, large = (left, right) if operator[0] == '<' else (right, left)
        return (len(small) < len(large) or len(operator) == 2) and set_relation('issubset', small, large)
    index = -1
    # A comparison may change either.
    while (index := index + 1) < len(left) and index < len(right):
        first = left[index]
        second = right[index]
        if not equal_values(first, second):
            if operator == '<':
                return first < second
            if operator == '<=':
                return first <= second
            if operator == '>':
                return first > second
            return first >= second
    if operator == '<':
        return len(left) < len(right)
    if operator == '<=':
        return len(left) <= len(right)
    if operator == '>':
        return len(left) > len(right)
    return len(left) >= len(right)


def compare_values(operator, left, right):
    if operator == '==':
        return equal_containers(left, right)
    if operator == '!=':
        return not equal_containers(left, right)
    return order_containers(operator, left, right)


def contains_value(container, item):
    for other in container:
        if equal_values(other, item):
            return True
    return False


def index_value(sequence, item, start, stop):
    for index in range(start, stop):
        # a comparison may have shortened it
        if index >= len(sequence):
            break
        if equal_values(sequence[index], item):
            return index
    return -1


def list_index(sequence, item, start, stop):
    index = index_value(sequence, item, start, stop)
    if index < 0:
        raise ValueError(repr(item) + ' is not in list')
    return index


def tuple_index(sequence, item, start, stop):
    index = index_value(sequence, item, start, stop)
    if index < 0:
        raise ValueError('tuple.index(x): x not in tuple')
    return index


def list_remove(sequence, item):
    index = index_value(sequence, item, 0, len(sequence))
    if index < 0:
        raise ValueError('list.remove(x): x not in list')
    del sequence[index:index + 1]


def count_value(sequence, item):
    total = 0
    for other in sequence:
        if equal_values(other, item):
            total += 1
    return total


# Sorting: stable, with as few comparisons as a merge sort needs; only `<` is used.

def sort_list(items, key, reverse):
    values = list(items)
    ordered = values
    # What the key function and the comparisons see, and must leave so, is an empty list.
    items.clear()
    try:
        keys = values if key is None else [key(value) for value in values]
        order = _support.sort_order(keys, reverse)
        if order is None:
            order = _merge_order(keys, reverse)
        ordered = _support.arranged(values, order)
        if items:
            raise ValueError('list modified during sort')
    finally:
        items[:] = ordered


def sorted_list(items, key, reverse):
    result = list(items)
    sort_list(result, key, reverse)
    return result


def _merge_order(keys, reverse):
    order = list(range(len(keys)))
    if reverse:
        order.reverse()
    width = 1
    while width < len(order):
        merged = []
        for start in range(0, len(order), 2 * width):
            merged.extend(_merge(keys, order[start:start + width], order[start + width:start + 2 * width]))
        order = merged
        width *= 2
    if reverse:
        order.reverse()
    return order


def _merge(keys, left, right):
    merged = []
    at_left = 0
    at_right = 0
    while at_left < len(left) and at_right < len(right):
        if keys[right[at_right]] < keys[left[at_left]]:
            merged.append(right[at_right])
            at_right += 1
        else:
            merged.append(left[at_left])
            at_left += 1
    merged.extend(left[at_left:])
    merged.extend(right[at_right:])
    return merged


def extreme(name, values, key, has_default, default):
    found = False
    best = None
    best_key = None
    for value in values:
        candidate = value if key is None else key(value)
        if not found:
            found = True
            better = True
        elif name == 'min':
            better = candidate < best_key
        else:
            better = candidate > best_key
        if better:
            best = value
            best_key = candidate
    if not found:
        if has_default:
            return default
        raise ValueError(name + '() arg is an empty sequence')
    return best


def sum_values(values, start):
    total = start
    for value in values:
        total = total + value
    return total


def any_value(values):
    for value in values:
        if value:
            return True
    return False


def all_values(values):
    for value in values:
        if not value:
            return False
    return True


# Iterators that call Python code: generators that programs see as what CPython makes there.

def _shown_as(name):
    def shown(generator_function):
        def make(*arguments):
            return _support.show_as(generator_function(*arguments), name)

        return make

    return shown


@_shown_as("map")
def map_values(function, iterable):
    for value in iterable:
        yield function(value)


@_shown_as("map")
def map_several(function, iterables):
    for values in zip(*iterables):
        yield function(*values)


@_shown_as("filter")
def filter_values(function, iterable):
    for value in iterable:
        if (value if function is None else function(value)):
            yield value


@_shown_as("enumerate")
def enumerate_values(iterable, start):
    count = start
    for value in iterable:
        yield (count, value)
        count += 1


@_shown_as("zip")
def zip_values(iterables, strict):
    iterators = [iter(iterable) for iterable in iterables]
    if not iterators:
        return
    while True:
        values = []
        for iterator in iterators:
            try:
                values.append(next(iterator))
            except StopIteration:
                if strict:
                    _check_zip(iterators, len(values))
                return
        yield tuple(values)


def _check_zip(iterators, position):
    if position > 0:
        before = 's 1-' + str(position) if position > 1 else ' 1'
        raise ValueError('zip() argument ' + str(position + 1) + ' is shorter than argument' + before)
    for index in range(1, len(iterators)):
        try:
            next(iterators[index])
        except StopIteration:
            continue
        before = 's 1-' + str(index) if index > 1 else ' 1'
        raise ValueError('zip() argument ' + str(index + 1) + ' is longer than argument' + before)


@_shown_as("reversed")
def reversed_items(sequence):
    index = len(sequence) - 1
    while index >= 0:
        yield sequence[index]
        index -= 1


def indexed_items(sequence):
    index = 0
    while True:
        try:
            value = sequence[index]
        except IndexError:
            return
        yield value
        index += 1


@_shown_as("callable_iterator")
def call_until(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


def next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


# Attributes.

def getattr_or(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def has_attribute(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


# Mappings.

def dict_from(target, source):
    return dict_take(target, source, {})


def dict_take(target, source, more):
    if not hasattr(source, 'keys'):
        return dict_put_pairs(target, source, more)
    for key in source.keys():
        target[key] = source[key]
    for name in more:
        target[name] = more[name]
    return target


def without_result(function, *positional):
    function(*positional)


def dict_missing(mapping, key, factory):
    value = factory()
    mapping[key] = value
    return value


# str.format: fields are names or numbers with attributes and items behind them, `!r` and a format spec.

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


# text % values where an instance has to be shown: each %s, %r and %a gets its text here, the rest is done natively.

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


def power(left, right):
    return left ** right


class _GlobalNames:
    """What globals() returns: the names of a module, for reading and writing."""

    def __init__(self, module):
        self._module = module

    def __getitem__(self, name):
        if not hasattr(self._module, name):
            raise KeyError(name)
        return getattr(self._module, name)

    def __setitem__(self, name, value):
        setattr(self._module, name, value)

    def __delitem__(self, name):
        delattr(self._module, name)

    def __contains__(self, name):
        return hasattr(self._module, name)

    def __iter__(self):
        return iter(dir(self._module))

    def __len__(self):
        return len(dir(self._module))

    def get(self, name, default=None):
        return getattr(self._module, name, default)

    def keys(self):
        return dir(self._module)

    def items(self):
        return [(name, getattr(self._module, name)) for name in dir(self._module)]

    def update(self, names):
        for name in names:
            setattr(self._module, name, names[name])


def global_names(module):
    return _GlobalNames(module)


# eval() and exec(): `run` is the code as a function of `module`. Where it ran in a module of its own, the names
# that it changed go to `target`.

def evaluate(run, module, target, before):
    try:
        return run()
    finally:
        if target is not None:
            _take_changes(vars(module), target, before)


def execute(run, module, target, before):
    evaluate(run, module, target, before)


def _take_changes(names, target, before):
    for name in names:
        if name not in before or before[name] is not names[name]:
            target[name] = names[name]
    for name in before:
        if name not in names and name in target:
            del target[name]


def round_value(number, digits):
    special = _support.special(number, '__round__')
    if special is None:
        raise TypeError('type ' + type(number).__name__ + " doesn't define __round__ method")
    return special(number) if digits is None else special(number, digits)


def open_file(*positional, **keywords):
    import _files
    return _files.open(*positional, **keywords)


def read_line(prompt):
    import sys
    sys.stdout.write(str(prompt))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if line == '':
        raise EOFError('EOF when reading a line')
    if line.endswith('\n'):
        line = line[:-1]
    return line


# For the interpreter: what needs several calls in a row.

def make_instance(maker, initializer, positional, keywords):
    made = maker(*positional, **keywords)
    if initializer is not None and isinstance(made, positional[0]):
        initializer(made, *positional[1:], **keywords)
    return made


def construct(type, /, *positional, **keywords):
    return type(*positional, **keywords)


# Classes, as class_building.cc leaves them.

def extend_made(constructor, arguments, kind):
    return _support.extend(constructor(*arguments), kind)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
    return tuple(resolved)


def announce_class(made, named, has_hook, keywords):
    for name, member in named:
        try:
            type(member).__set_name__(member, made, name)
        except Exception as error:
            raise RuntimeError('Error calling __set_name__ on ' + repr(type(member).__name__) + ' instance '
                               + repr(name) + ' in ' + repr(made.__name__)) from error
    if has_hook:
        super(made, made).__init_subclass__(**keywords)
    return made


def instantiate(kind, positional, keywords):
    made = kind.__new__(kind, *positional, **keywords)
    if isinstance(made, kind):
        type(made).__init__(made, *positional, **keywords)
    return made


def raise_from(kind, cause):
    raise kind() from cause


# The match statement. A pattern is a tuple:
#   ('any',) | ('capture',) | ('is', value) | ('equal', value)
#   ('sequence', patterns, index of the one with a star or -1) | ('mapping', keys, patterns, has **rest)
#   ('class', value, patterns, names of the last ones)
#   ('any of', ((pattern, where the captures of the first alternative are in this one's), ...), whether all is captured)
# A value is an index into `values`.

_SELF_MATCHING = (bool, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_pattern(subject, pattern, values):
    captured = []
    return tuple(captured) if _matches(subject, pattern, values, captured) else None


def _matches(subject, pattern, values, captured):
    kind = pattern[0]
    if kind == 'any':
        return True
    if kind == 'capture':
        captured.append(subject)
        return True
    if kind == 'is':
        return subject is values[pattern[1]]
    if kind == 'equal':
        return True if subject == values[pattern[1]] else False
    if kind == 'sequence':
        return _matches_sequence(subject, pattern[1], pattern[2], values, captured)
    if kind == 'mapping':
        return _matches_mapping(subject, pattern, values, captured)
    if kind == 'class':
        return _matches_class(subject, pattern, values, captured)
    for alternative, order in pattern[1]:
        found = []
        if _matches(subject, alternative, values, found):
            captured.extend([found[index] for index in order])
            if pattern[2]:
                captured.append(subject)
            return True
    return False


def _matches_sequence(subject, patterns, star, values, captured):
    if isinstance(subject, (str, bytes)) or not _is_sequence(subject):
        return False
    size = len(subject)
    if size != len(patterns) if star < 0 else size < len(patterns) - 1:
        return False
    after = len(patterns) - star - 1
    for index, pattern in enumerate(patterns):
        if star < 0 or index < star:
            item = subject[index]
        elif index == star:
            if pattern[0] == 'any':
                continue
            item = [subject[at] for at in range(star, size - after)]
        else:
            item = subject[size - len(patterns) + index]
        if not _matches(item, pattern, values, captured):
            return False
    return True


def _is_sequence(subject):
    if isinstance(subject, (list, tuple, range)):
        return True
    return any([kind.__name__ in ('deque', 'Sequence', 'MutableSequence') for kind in type(subject).__mro__])


def _matches_mapping(subject, pattern, values, captured):
    kinds = [kind.__name__ for kind in type(subject).__mro__]
    if not isinstance(subject, dict) and 'Mapping' not in kinds:
        return False
    keys = [values[index] for index in pattern[1]]
    missing = object()
    for key, inner in zip(keys, pattern[2]):
        item = subject.get(key, missing)
        if item is missing or not _matches(item, inner, values, captured):
            return False
    if pattern[3]:
        captured.append({key: subject[key] for key in subject if key not in keys})
    return True


def _matches_class(subject, pattern, values, captured):
    kind, patterns, keywords = values[pattern[1]], pattern[2], pattern[3]
    if not isinstance(kind, type):
        raise TypeError('called match pattern must be a type')
    if not isinstance(subject, kind):
        return False
    count = len(patterns) - len(keywords)
    names = ()
    takes_itself = not hasattr(kind, '__match_args__') and any([base in _SELF_MATCHING for base in kind.__mro__])
    if count > 0 and takes_itself:
        if count > 1:
            raise TypeError(kind.__name__ + '() accepts 1 positional sub-pattern (' + str(count) + ' given)')
        if not _matches(subject, patterns[0], values, captured):
            return False
        patterns = patterns[1:]
    elif count > 0:
        names = getattr(kind, '__match_args__', ())
        if not isinstance(names, tuple):
            raise TypeError(kind.__name__ + '.__match_args__ must be a tuple (got ' + type(names).__name__ + ')')
        if count > len(names):
            raise TypeError(kind.__name__ + '() accepts ' + str(len(names)) + ' positional sub-pattern'
                            + ('' if len(names) == 1 else 's') + ' (' + str(count) + ' given)')
        names = names[:count]
    missing = object()
    for name, inner in zip(names + keywords, patterns):
        item = getattr(subject, name, missing)
        if item is missing or not _matches(item, inner, values, captured):
            return False
    return True


# [] with something that has __index__.

def _as_index(value):
    if value is None or isinstance(value, int):
        return value
    special = _support.special(value, '__index__')
    if special is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return special(value)


def subscript_by_index(sequence, key):
    if isinstance(key, slice):
        return sequence[slice(_as_index(key.start), _as_index(key.stop), _as_index(key.step))]
    return sequence[_as_index(key)]


# Generators.

def throw_into(generator, kind, value):
    if value is None:
        value = kind()
    elif not isinstance(value, kind):
        value = kind(*value) if isinstance(value, tuple) else kind(value)
    return generator.throw(value)


def close_and_raise(iterator, error):
    close = getattr(iterator, 'close', None)
    if close is not None:
        close()
    raise error


def attribute_or(getter, arguments, fallback, name):
    try:
        return getter(*arguments)
    except AttributeError:
        return fallback(name)


def repr_of(value):
    return repr(value)


def default_repr(value):
    return _support.default_repr(value)


def exception_text(error):
    return str(error.args[0]) if len(error.args) == 1 else repr(error.args)


# `in` and [] of built-in kinds where a class overrides them: what super() means.

def built_in_contains(container, item):
    for other in _support.items(container):
        if other is item or other == item:
            return True
    return False


def missing_item(table, key):
    return table.__missing__(key)


# What __dict__ gives: a copy of the attributes that changes them too.
class InstanceDict(dict):
    def __setitem__(self, key, value):
        _support.set_own(self, key, value)

    def __delitem__(self, key):
        _support.delete_own(self, key)

    def update(self, *sources, **more):
        for key, value in dict(*sources, **more).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def clear(self):
        for key in list(self):
            del self[key]


InstanceDict.__name__ = InstanceDict.__qualname__ = 'dict'
InstanceDict.__module__ = 'builtins'


class UnionType:
    def __init__(self, members):
        self.__args__ = members

    def __or__(self, other):
        return union_type(self, other)

    def __ror__(self, other):
        return union_type(other, self)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return ' | '.join(['None' if member is type(None) else member.__name__ for member in self.__args__])


def union_type(left, right):
    members = []
    for side in (left, right):
        for member in side.__args__ if isinstance(side, UnionType) else (side,):
            member = type(None) if member is None else member
            if member not in members:
                members.append(member)
    return UnionType(tuple(members))


def extend_list(target, iterable):
    target.extend([item for item in iterable])
    return target


def store_slice(iterable, target, key):
    target[key] = [item for item in iterable]


def format_exception(formatter, error, chain):
    messages = []
    for link in chain:
        try:
            messages.append(str(link))
        except Exception:
            messages.append('<exception str() failed>')
    return formatter(error, messages)


def deque_index(sequence, item):
    index = index_value(sequence, item, 0, len(sequence))
    if index < 0:
        raise ValueError(repr(item) + ' is not in deque')
    return index


def deque_remove(sequence, item):
    index = index_value(sequence, item, 0, len(sequence))
    if index < 0:
        raise ValueError('deque.remove(x): x not in deque')
    del sequence[index]


# Methods of the built-in types that meet values of Python code.

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


def range_index(sequence, item):
    index = index_value(sequence, item, 0, len(sequence))
    if index < 0:
        raise ValueError('sequence.index(x): x not in sequence')
    return index


def int_from_items(items, little, signed):
    return int.from_bytes(bytes(items), 'little' if little else 'big', signed=signed)


# Signals that cut a wait short: the program's handler runs, then the wait goes on.

def after_signal(handler, number, frame, waiting):
    handler(number, frame)
    if waiting is not None:
        return waiting()


def after_signal_in_wait(handler, number, frame, condition, count, seen, left):
    try:
        if handler is not None:
            handler(number, frame)
        elif number == 2:
            raise KeyboardInterrupt
    finally:
        condition._take_back(count)
    return condition._notified() != seen or condition.wait(left)


# Dicts and sets whose keys have a __hash__ or __eq__ of their own: _support does the work of the table for a given
# hash, and finds a key by identity only.

def hash_value(value):
    if _support.kind(value) == 'tuple':
        return _support.hash_items([hash(item) for item in value])
    number = _support.special(value, '__hash__')(value)
    if not isinstance(number, int):
        raise TypeError('__hash__ method should return an integer')
    number = int(number)
    if not -(1 << 63) <= number < 1 << 63:
        return hash(number)
    return -2 if number == -1 else number


def _key_in(table, key):
    """The key of the table that equals `key`, whether there is one, and the hash."""
    number = hash(key)
    for other in _support.same_hash(table, number):
        if other is key or other == key:
            return other, True, number
    return key, False, number


def table_contains(table, key):
    return _key_in(table, key)[1]


def dict_item(table, key):
    stored, found, number = _key_in(table, key)
    if found:
        return _support.stored(table, stored, number)
    missing = _support.special(table, '__missing__')
    if missing is None:
        raise KeyError(key)
    return missing(table, key)


def dict_set_item(table, key, value):
    stored, found, number = _key_in(table, key)
    _support.store(table, stored, number, value)


def dict_delete_item(table, key):
    stored, found, number = _key_in(table, key)
    if not found:
        raise KeyError(key)
    _support.erase(table, stored, number)


def dict_get(table, key, default):
    stored, found, number = _key_in(table, key)
    return _support.stored(table, stored, number) if found else default


def dict_setdefault(table, key, default):
    stored, found, number = _key_in(table, key)
    if found:
        return _support.stored(table, stored, number)
    _support.store(table, key, number, default)
    return default


def dict_pop(table, key, has_default, default):
    stored, found, number = _key_in(table, key)
    if not found:
        if has_default:
            return default
        raise KeyError(key)
    value = _support.stored(table, stored, number)
    _support.erase(table, stored, number)
    return value


def dict_put_pairs(table, pairs, more):
    for index, pair in enumerate(pairs):
        items = [item for item in pair]
        if len(items) != 2:
            raise ValueError('dictionary update sequence element #' + str(index) + ' has length ' + str(len(items))
                             + '; 2 is required')
        dict_set_item(table, items[0], items[1])
    for name in more:
        table[name] = more[name]
    return table


def dict_fromkeys(keys, value):
    made = {}
    for key in keys:
        dict_set_item(made, key, value)
    return made


def set_add(table, key):
    stored, found, number = _key_in(table, key)
    if not found:
        _support.store(table, key, number)


def set_update(table, keys):
    for key in keys:
        set_add(table, key)
    return table


def set_take(table, key, must_be_there):
    stored, found, number = _key_in(table, key)
    if found:
        _support.erase(table, stored, number)
    elif must_be_there:
        raise KeyError(key)


def make_set(keys, frozen):
    return set_update(frozenset(iter(())) if frozen else set(), keys)


def make_dict(items):
    made = {}
    for index in range(0, len(items), 2):
        dict_set_item(made, items[index], items[index + 1])
    return made


def _combined(how, left, right):
    if how == 'union':
        return list(left) + list(right)
    if how == 'intersection':
        return [key for key in left if key in right]
    rest = [key for key in left if key not in right]
    if how == 'symmetric_difference':
        rest += [key for key in right if key not in left]
    return rest


def set_combine(how, target, others, in_place):
    frozen = _support.kind(target) == 'frozenset'
    keys = target
    for other in others:
        keys = _combined(how, keys, make_set(other, False))
    result = make_set(keys, frozen)
    if not in_place:
        return result
    target.clear()
    set_update(target, result)


def set_relation(which, left, right):
    right = make_set(right, False)
    if which == 'issubset':
        return all([key in right for key in left])
    if which == 'issuperset':
        return all([key in left for key in right])
    return not any([key in right for key in left])


_OPERATIONS = {'|': 'union', '&': 'intersection', '-': 'difference', '^': 'symmetric_difference'}


def merge_tables(symbol, left, right, in_place):
    if _support.kind(left) == 'dict' and symbol == '|':
        merged = left if in_place else left.copy()
        for key in right:
            merged[key] = right[key]
        return merged
    if in_place and _support.kind(left) == 'set':
        set_combine(_OPERATIONS[symbol], left, [right], True)
        return left
    return make_set(_combined(_OPERATIONS[symbol], left, right), _support.kind(left) == 'frozenset')


def view_isdisjoint(view, other):
    for item in other:
        if item in view:
            return False
    return True


def check_classes(check, value, classes):
    """isinstance() and issubclass() where a metaclass has a say."""
    if isinstance(classes, UnionType):
        classes = classes.__args__
    if isinstance(classes, tuple):
        return any([check_classes(check, value, each) for each in classes])
    special = _support.special(classes, check)
    if special is not None:
        return True if special(classes, value) else False
    return isinstance(value, classes) if check == '__instancecheck__' else issubclass(value, classes)


# What dying objects leave to be done.


def run_finalizers():
    import _weakref
    for function, argument in _weakref.take():
        try:
            function(argument)
        except BaseException as error:
            _report_ignored(function, error)


def _report_ignored(function, error):
    import sys
    from _vm import format_exception
    sys.stderr.write('Exception ignored in: ' + repr(function) + '\n' + format_exception(error))
