# The match statement. A pattern is a tuple:
#   ('any',) | ('capture',) | ('is', value) | ('equal', value)
#   ('sequence', patterns, index of the one with a star or -1) | ('mapping', keys, patterns, has **rest)
#   ('class', value, patterns, names of the last ones)
#   ('any of', ((pattern, where the captures of the first alternative are in this one's), ...), whether all is captured)
# A value is an index into `values`.

_SELF_MATCHING = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


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
    names = ('array', 'deque', 'memoryview', 'MutableSequence', 'Sequence')
    return any([kind.__name__ in names for kind in type(subject).__mro__])


def _matches_mapping(subject, pattern, values, captured):
    kinds = [kind.__name__ for kind in type(subject).__mro__]
    if not isinstance(subject, dict) and 'Mapping' not in kinds:
        return False
    keys = [values[index] for index in pattern[1]]
    if len(subject) < len(keys):
        return False
    missing = object()
    seen = set()
    items = []
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        item = subject.get(key, missing)
        if item is missing:
            return False
        items.append(item)
    for item, inner in zip(items, pattern[2]):
        if not _matches(item, inner, values, captured):
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
    items = _attributes(subject, kind, names + keywords)
    if items is None:
        return False
    for item, inner in zip(items, patterns):
        if not _matches(item, inner, values, captured):
            return False
    return True


def _attributes(subject, kind, names):
    missing = object()
    seen = set()
    items = []
    for name in names:
        if not isinstance(name, str):
            raise TypeError('__match_args__ elements must be strings (got ' + type(name).__name__ + ')')
        if name in seen:
            raise TypeError(f'{kind.__name__}() got multiple sub-patterns for attribute {name!r}')
        seen.add(name)
        item = getattr(subject, name, missing)
        if item is missing:
            return None
        items.append(item)
    return items
