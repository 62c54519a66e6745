# Iterators that call Python code: generators that programs see as what CPython makes there. After an exception one that is
# shown as something else begins anew, with its parameters as they are: they are all that it keeps.

import _builtins_support as _support


def _shown_as(name):
    def shown(generator_function):
        def make(*arguments):
            return _support.show_as(generator_function(*arguments), name)

        return make

    return shown


def iterator_from(method):
    iterator = method()
    _support.check_iterator(iterator)
    return iterator


def map_values(function, iterable):
    return _mapped(function, iter(iterable))


@_shown_as("map")
def _mapped(function, iterator):
    for value in iterator:
        yield function(value)


def map_several(function, iterables):
    return _mapped_several(function, zip(*iterables))


@_shown_as("map")
def _mapped_several(function, iterator):
    for values in iterator:
        yield function(*values)


def filter_values(function, iterable):
    return _filtered(function, iter(iterable))


@_shown_as("filter")
def _filtered(function, iterator):
    for value in iterator:
        if (value if function is None else function(value)):
            yield value


def enumerate_values(iterable, start):
    return _enumerated(iter(iterable), start)


@_shown_as("enumerate")
def _enumerated(iterator, count):
    for value in iterator:
        count += 1
        yield (count - 1, value)


def zip_values(iterables, strict):
    return _zipped([iter(iterable) for iterable in iterables], strict)


@_shown_as("zip")
def _zipped(iterators, strict):
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


def reversed_items(sequence):
    return _reversed(sequence, len(sequence) - 1)


@_shown_as("reversed")
def _reversed(sequence, index):
    while index >= 0:
        at, index = index, -1  # whatever is raised here ends it
        try:
            value = sequence[at]
        except (IndexError, StopIteration):
            return
        index = at - 1
        yield value


def reversed_native(sequence):
    """From the end of a deque."""
    size = len(sequence)
    for index in range(size - 1, -1, -1):
        if len(sequence) != size:
            raise RuntimeError("deque mutated during iteration")
        yield sequence[index]


def indexed_items(sequence):
    index = 0
    while True:
        try:
            value = sequence[index]
        except (IndexError, StopIteration):
            return
        yield value
        index += 1


@_shown_as("callable_iterator")
def call_until(function, sentinel):
    while True:
        try:
            value = function()
            if value == sentinel:
                return
        except StopIteration:
            return
        yield value


def next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


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
