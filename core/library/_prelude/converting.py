# Instances in the place of numbers: __index__ and __complex__; what object's own __reduce_ex__ and __dir__ answer.

import _builtins_support as _support


def index_of(value):
    special = _support.special(value, '__index__')
    if special is None:
        raise TypeError("'" + _support.type_name(value) + "' object cannot be interpreted as an integer")
    number = special(value)
    if not isinstance(number, int):
        raise TypeError('__index__ returned non-int (type ' + _support.type_name(number) + ')')
    return number


def float_of(value):
    special = _support.special(value, '__float__')
    if special is None:
        return float(index_of(value))
    number = special(value)
    if not isinstance(number, float):
        raise TypeError(f'{_support.type_name(value)}.__float__ returned non-float (type {_support.type_name(number)})')
    return number


def length_of(special):
    """What len() makes of the answer of __len__."""
    size = special()
    if not isinstance(size, int):
        size = index_of(size)
    if size < 0:
        raise ValueError('__len__() should return >= 0')
    if size >= 1 << 63:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return int(size)


def truth_of_length(special):
    return length_of(special) > 0


def truth_said(special):
    answer = special()
    if answer is not True and answer is not False:
        raise TypeError('__bool__ should return bool, returned ' + _support.type_name(answer))
    return answer


# For natives that want an int: they hand over here and are called again with what the value's __index__ gives, in the
# place of the value.
def with_index(function, value, positional, keywords):
    number = index_of(value)
    is_item = not any(argument is value for argument in [*positional, *keywords.values()])

    def replaced(argument):
        if argument is value:
            return number
        if is_item and type(argument) in (list, tuple):
            return [number if item is value else item for item in argument]
        return argument

    return function(*[replaced(argument) for argument in positional],
                    **{name: replaced(argument) for name, argument in keywords.items()})


def repeat_by_index(sequence, count):
    return sequence * index_of(count)


def complex_of(real, imaginary):
    special = _support.special(real, '__complex__')
    if special is not None:
        real = special(real)
        if not isinstance(real, complex):
            raise TypeError(_support.type_name(real) + '.__complex__() returned non-complex')
    elif _support.special(real, '__float__') is not None or _support.special(real, '__index__') is not None:
        real = float(real)
    if _support.special(imaginary, '__float__') is not None or _support.special(imaginary, '__index__') is not None:
        imaginary = float(imaginary)
    return complex(real, imaginary)


def size_of(value, collected):
    size = type(value).__sizeof__(value)
    if not isinstance(size, int):
        raise TypeError("'" + _support.type_name(size) + "' object cannot be interpreted as an integer")
    return size + collected


def own_names(value):
    return sorted(_support.special(value, '__dir__')(value))


def built_in_reversed(value):
    """What list.__reversed__ and its kin answer, whatever a class derived from them says."""
    if isinstance(value, dict):
        return reversed([key for key in dict.keys(value)])
    return iter(value[::-1]) if isinstance(value, range) else reversed(_support.items(value))


def default_names(value):
    return _support.names(value)


def default_state(value):
    from copyreg import _default_state
    return _default_state(value)


def rest_of_iterator(iterator):
    return iter, ([item for item in iterator],)


def reduced_value(value, arguments, *items):
    """What makes an object of a built-in class anew, or of one derived from it, which may have attributes."""
    from copyreg import _state
    return type(value), arguments, _state(value), *items


def reduce_object(value):
    from pickle import _built_in_parts
    return _built_in_parts(value, 0)


def reduce_object_ex(value, protocol):
    from pickle import _object_reduce_ex
    return _object_reduce_ex(value, protocol)
