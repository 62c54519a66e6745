# Sorting: stable, with as few comparisons as a merge sort needs; only `<` is used. And what else goes through all
# items: the least, the sum.

import _builtins_support as _support


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


def power(left, right):
    return left ** right


# math.prod() and what else of math meets objects of Python classes.
def product(values, start):
    for value in values:
        start = start * value
    return start


_OF_INTEGERS = ('comb', 'factorial', 'gcd', 'isqrt', 'lcm', 'perm')


def math_of_others(function, values):
    name = function.__name__
    if name == 'prod':
        return product(values[0], 1)
    if name in ('ceil', 'floor', 'trunc') and len(values) == 1:
        special = _support.special(values[0], '__' + name + '__')
        if special is not None:
            return special(values[0])
        if name == 'trunc' and not isinstance(values[0], (int, float)):
            raise TypeError('type ' + type(values[0]).__name__ + " doesn't define __trunc__ method")
    if name in ('fsum', 'dist'):
        return function(*[[_plain_number(item, False) for item in items] for items in values])
    return function(*[_plain_number(value, name in _OF_INTEGERS) for value in values])


def _plain_number(value, is_index):
    if isinstance(value, (int, float)):
        return value
    if not is_index and _support.special(value, '__float__') is not None:
        return float(value)
    special = _support.special(value, '__index__')
    return value if special is None else special(value)


def power_modulo(base, exponent, modulus):
    special = _support.special(base, '__pow__')
    result = NotImplemented if special is None else special(base, exponent, modulus)
    if result is NotImplemented:
        raise TypeError("unsupported operand type(s) for ** or pow(): '" + type(base).__name__ + "', '"
                        + type(exponent).__name__ + "', '" + type(modulus).__name__ + "'")
    return result


def quotient_and_rest(left, right):
    own, other = type(left), type(right)
    methods = [(own, '__divmod__', left, right), (other, '__rdivmod__', right, left)]
    if own is not other and issubclass(other, own):
        methods.reverse()
    for kind, name, self, argument in methods:
        method = getattr(kind, name, None)
        if method is not None:
            result = method(self, argument)
            if result is not NotImplemented:
                return result
    raise TypeError(f"unsupported operand type(s) for divmod(): '{own.__name__}' and '{other.__name__}'")


def round_value(number, digits):
    special = _support.special(number, '__round__')
    if special is None:
        raise TypeError('type ' + type(number).__name__ + " doesn't define __round__ method")
    return special(number) if digits is None else special(number, digits)
