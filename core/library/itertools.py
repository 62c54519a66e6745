"""itertools, as generators and small iterators. What the generators keep is in their parameters: after an exception they
begin anew with them; those that CPython ends then have `is_new` among them."""

import _builtins_support as _support

_nothing = object()


def _iterator(begin):
    """A class of iterators from the function that makes a generator of its arguments: programs see objects of the class."""

    def __new__(cls, *args, **keywords):
        return _support.show_as(begin(*args, **keywords), cls)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self)

    members = {"__new__": __new__, "__iter__": __iter__, "__next__": __next__, "__doc__": begin.__doc__,
               "__module__": "itertools"}
    return type(begin.__name__, (), members)


class count:
    """start, start + step, ... without end."""

    def __init__(self, start=0, step=1):
        if not isinstance(start, (int, float)) and not hasattr(start, "__add__"):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


@_iterator
def cycle(iterable, /):
    return _cycle(iter(iterable), [])


def _cycle(iterator, kept):
    for item in iterator:
        kept.append(item)
        yield item
    while kept:
        for item in kept:
            yield item


class repeat:
    """The same object, without end or so many times."""

    def __init__(self, object, times=None):
        self._object = object
        self._times = times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._times})"


@_iterator
def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, _nothing if initial is None else initial, True)


def _accumulate(iterator, func, total, is_first):
    if is_first:
        if total is _nothing:
            for total in iterator:
                break
            else:
                return
        is_first = False
        yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


@_iterator
def chain(*iterables):
    return _chain(iter(iterables), ())


def _chain(iterables, current):
    for item in current:
        yield item
    for iterable in iterables:
        current = ()
        current = iter(iterable)
        for item in current:
            yield item


def _from_iterable(cls, iterables):
    return _support.show_as(_chain(iter(iterables), ()), cls)


chain.from_iterable = classmethod(_from_iterable)


@_iterator
def compress(data, selectors):
    return _compress(zip(data, selectors))


def _compress(pairs):
    for item, selected in pairs:
        if selected:
            yield item


@_iterator
def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable), True)


def _dropwhile(predicate, iterator, drops):
    for item in iterator:
        if not drops or not predicate(item):
            drops = False
            yield item


@_iterator
def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            break
        yield item


@_iterator
def filterfalse(predicate, iterable, /):
    return _filterfalse(predicate, iter(iterable))


def _filterfalse(predicate, iterator):
    for item in iterator:
        if not (item if predicate is None else predicate(item)):
            yield item


class groupby:
    """Keys with the runs of items that have them. A run ends when the next one is asked for."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._current = self._target = _nothing
        self._value = None
        self._run = None

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._iterator)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._run = object()
        while self._current is _nothing or self._target is not _nothing and self._current == self._target:
            self._advance()
        self._target = self._current
        return self._current, self._items(self._target, self._run)

    def _items(self, target, run):
        while self._run is run and self._current == target:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._current = _nothing
                return


@_iterator
def islice(*args):
    if not 2 <= len(args) <= 4:
        raise TypeError(f"islice expected at {'least 2' if len(args) < 2 else 'most 4'} arguments, got {len(args)}")
    iterable, *bounds = args
    limits = slice(*bounds)
    for bound, name in ((limits.start, "Indices for"), (limits.stop, "Stop argument for")):
        if bound is not None and (not isinstance(bound, int) or bound < 0):
            raise ValueError((name if len(bounds) > 1 or name[0] == "S" else "Indices for")
                             + " islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if limits.step is not None and (not isinstance(limits.step, int) or limits.step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), limits.start or 0, limits.stop, limits.step or 1, True)


def _pass_over(iterator, count):
    for _ in zip(range(count), iterator):
        pass


def _islice(iterator, wanted, stop, step, is_new):
    if not is_new:
        return
    is_new = False
    place = 0
    if stop is not None and wanted >= stop:
        # The items before are taken all the same.
        _pass_over(iterator, wanted)
        return
    for item in iterator:
        if place == wanted:
            yield item
            wanted += step
            if stop is not None and wanted >= stop:
                _pass_over(iterator, stop - place - 1)
                return
        place += 1


@_iterator
def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*tuple(args))


class _tee:
    """One of several readers of an iterator: what the slower ones still need is in a chain of [item, next, whether the
    iterator is being asked for it]."""

    def __init__(self, iterator, link):
        self._iterator = iterator
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            if link[2]:
                raise RuntimeError("cannot re-enter the tee iterator")
            link[2] = True
            try:
                link[0] = next(self._iterator)
            finally:
                link[2] = False
            link[1] = [None, None, False]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._iterator, self._link)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    link = [None, None, False]
    return tuple([_tee(iterator, link) for _ in range(n)])


@_iterator
def pairwise(iterable, /):
    return _pairwise(iter(iterable), True)


def _pairwise(iterator, is_new):
    if not is_new:
        return
    is_new = False
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


@_iterator
def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue, True)


def _zip_longest(iterators, fillvalue, is_new):
    if not is_new:
        return
    is_new = False
    open_ones = len(iterators)
    ended = [False] * open_ones
    while open_ones:
        row = []
        for place, iterator in enumerate(iterators):
            value = fillvalue
            if not ended[place]:
                try:
                    value = next(iterator)
                except StopIteration:
                    ended[place] = True
                    open_ones -= 1
            row.append(value)
        if open_ones:
            yield tuple(row)


@_iterator
def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    places = [0] * len(pools)
    if any([not pool for pool in pools]):
        return
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        at = len(pools) - 1
        while at >= 0 and places[at] == len(pools[at]) - 1:
            places[at] = 0
            at -= 1
        if at < 0:
            return
        places[at] += 1


@_iterator
def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is not None and not isinstance(r, int):
        raise TypeError("Expected int as r")
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(n))
    left = list(range(n, n - r, -1))
    yield tuple([pool[place] for place in places[:r]])
    at = r - 1
    while at >= 0:
        left[at] -= 1
        if left[at] == 0:
            places[at:] = places[at + 1:] + places[at:at + 1]
            left[at] = n - at
            at -= 1
        else:
            other = n - left[at]
            places[at], places[other] = places[other], places[at]
            yield tuple([pool[place] for place in places[:r]])
            at = r - 1


@_iterator
def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[place] for place in places])
        at = r - 1
        while at >= 0 and places[at] == at + n - r:
            at -= 1
        if at < 0:
            return
        places[at] += 1
        for later in range(at + 1, r):
            places[later] = places[later - 1] + 1


@_iterator
def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if r and not n:
        return
    places = [0] * r
    while True:
        yield tuple([pool[place] for place in places])
        at = r - 1
        while at >= 0 and places[at] == n - 1:
            at -= 1
        if at < 0:
            return
        places[at:] = [places[at] + 1] * (r - at)
