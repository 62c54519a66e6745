# For natives that consume what Python code has to yield, and what they do with the items.

import _builtins_support as _support

# For natives that consume an iterable: they hand over here and are called again with a list in its place.
def with_collected(function, index, positional, keywords):
    positional[index] = [item for item in positional[index]]
    return function(*positional, **keywords)


def collect(iterable):
    return [item for item in iterable]


def truth(value):
    return True if value else False


def without_result(function, *positional):
    function(*positional)


def _as_index(value):
    if value is None or isinstance(value, int):
        return value
    special = _support.special(value, '__index__')
    if special is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return special(value)


def _by_index(key):
    if isinstance(key, slice):
        return slice(_as_index(key.start), _as_index(key.stop), _as_index(key.step))
    return _as_index(key)


def subscript_by_index(sequence, key):
    return sequence[_by_index(key)]


def store_by_index(sequence, key, value):
    sequence[_by_index(key)] = value


def delete_by_index(sequence, key):
    del sequence[_by_index(key)]


def slice_indices(key, length):
    return _by_index(key).indices(length)


def extend_list(target, iterable):
    target.extend([item for item in iterable])
    return target


def update_dict(target, pairs):
    dict.update(target, pairs)
    return target


def store_slice(iterable, target, key):
    target[key] = [item for item in iterable]


def deque_index(sequence, item, start, stop):
    count = len(sequence)
    for index in range(start, stop):
        is_equal = equal_values(sequence[index], item)
        if len(sequence) != count:
            raise RuntimeError('deque mutated during iteration')
        if is_equal:
            return index
    raise ValueError(repr(item) + ' is not in deque')


def deque_remove(sequence, item):
    index = index_value(sequence, item, 0, len(sequence))
    if index < 0:
        raise ValueError(repr(item) + ' is not in deque')
    del sequence[index]


def range_index(sequence, item):
    index = index_value(sequence, item, 0, len(sequence))
    if index < 0:
        raise ValueError('sequence.index(x): x not in sequence')
    return index


def int_from_items(items, little, signed):
    return int.from_bytes(bytes(items), 'little' if little else 'big', signed=signed)
