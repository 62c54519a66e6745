# Dicts and sets whose keys have a __hash__ or __eq__ of their own: _support does the work of the table for a given
# hash, and finds a key by identity only. And what makes one mapping of another.

import _builtins_support as _support


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


def dict_missing(mapping, key, factory):
    value = factory()
    mapping[key] = value
    return value


def missing_item(table, key):
    return table.__missing__(key)


def hash_value(value):
    special = _support.special(value, '__hash__')
    if special is None and _support.kind(value) == 'tuple':
        return hash_tuple(value)
    number = special(value)
    if not isinstance(number, int):
        raise TypeError('__hash__ method should return an integer')
    number = int(number)
    if not -(1 << 63) <= number < 1 << 63:
        return hash(number)
    return -2 if number == -1 else number


def hash_tuple(value):
    return _support.hash_items([hash(item) for item in _support.items(value)])


def _key_in(table, key):
    """The key of the table that equals `key`, whether there is one, and the hash."""
    number = _support.hash_in_table(key)
    others = _support.same_hash(table, number)
    place = 0
    while place < len(others):
        other = others[place]
        if other is key:
            return other, True, number
        equal = other == key
        # The comparison, or another thread meanwhile, may have changed the table: it is searched anew.
        others = _support.same_hash(table, number)
        if place >= len(others) or others[place] is not other:
            place = 0
        elif equal:
            return other, True, number
        else:
            place += 1
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


def instance_fromkeys(cls, keys, value):
    made = cls()
    for key in keys:
        made[key] = value
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
        # The keys are those of the smaller one, or of what is no set.
        left_is_asked = not isinstance(right, (set, frozenset)) or len(right) <= len(left)
        asked, keys = (left, right) if left_is_asked else (right, left)
        return [key for key in keys if key in asked]
    right = make_set(right, False)
    rest = [key for key in left if key not in right]
    if how == 'symmetric_difference':
        rest += [key for key in right if key not in left]
    return rest


def set_combine(how, target, others, in_place):
    frozen = _support.kind(target) == 'frozenset'
    keys = target
    for other in others:
        keys = make_set(_combined(how, keys, other), False)
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
