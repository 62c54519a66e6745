# Iterators that call Python code: generators that programs see as what CPython makes there.

import _builtins_support as _support


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
        try:
            value = sequence[index]
        except (IndexError, StopIteration):
            return
        yield value
        index -= 1


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
