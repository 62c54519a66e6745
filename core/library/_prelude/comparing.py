# Comparisons and membership with instances inside.

import _builtins_support as _support


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
        for key, value in list(dict.items(left)):
            stored, found, number = _key_in(right, key)
            if not found or not equal_values(value, _support.stored(right, stored, number)):
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


def _is_view_of_set(value):
    return _support.kind(value) == 'view' and not _support.type_name(value).endswith('values')


def _is_contained(left, right):
    for item in left:
        if item not in right:
            return False
    return True


def _compare_as_sets(operator, left, right):
    if operator == '==' or operator == '!=':
        return (len(left) == len(right) and _is_contained(left, right)) == (operator == '==')
    small, large = (left, right) if operator[0] == '<' else (right, left)
    return (len(small) < len(large) or len(operator) == 2 and len(small) == len(large)) and _is_contained(small, large)


def _smaller_last(left, right):
    """A view and what it is intersected with; of two views, the smaller one is gone through."""
    if not _is_view_of_set(left):
        return right, left
    return (right, left) if _is_view_of_set(right) and len(right) > len(left) else (left, right)


def combine_views(operator, left, right):
    if operator == '&':
        left, right = _smaller_last(left, right)
        if type(right) is set and len(left) <= len(right):
            return right.intersection(left)
        return {item for item in right if item in left}
    # Keys come from their dict, whose size is known.
    made = {item for item in left} if _support.type_name(left) == 'dict_items' else set(dict.fromkeys(left))
    if operator == '|':
        made.update(right)
    elif operator == '-':
        made.difference_update(right)
    else:
        made.symmetric_difference_update(right)
    return made


def compare_values(operator, left, right):
    if _is_view_of_set(left) or _is_view_of_set(right):
        return _compare_as_sets(operator, left, right)
    if operator == '==':
        return equal_containers(left, right)
    if operator == '!=':
        return not equal_containers(left, right)
    return order_containers(operator, left, right)


def contains_value(container, item):
    try:
        items = iter(container)
    except TypeError:
        raise TypeError(f"argument of type '{_support.type_name(container)}' is not iterable") from None
    for other in items:
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


def built_in_contains(container, item):
    for other in _support.items(container):
        if other is item or other == item:
            return True
    return False


def unequal(value, other):
    """object.__ne__ where the class has an __eq__ of its own: that, turned round."""
    answer = type(value).__eq__(value, other)
    return answer if answer is NotImplemented else not answer
