# ExceptionGroup and BaseExceptionGroup, and what `except*` does between its clauses.

import builtins as _builtins
import _builtins_support as _support


class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    __module__ = 'builtins'
    __slots__ = ('_message', '_exceptions')

    def __new__(cls, *args, **keywords):
        if len(args) != 2:
            raise TypeError('BaseExceptionGroup.__new__() takes exactly 2 arguments (' + str(len(args)) + ' given)')
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError('BaseExceptionGroup.__new__() argument 1 must be str, not ' + _support.type_name(message))
        exceptions = _checked(exceptions)
        if not all([isinstance(each, Exception) for each in exceptions]):
            if issubclass(cls, Exception):
                raise TypeError('Cannot nest BaseExceptions in '
                                + ('an ExceptionGroup' if cls is ExceptionGroup else repr(cls.__name__)))
        elif cls is BaseExceptionGroup:
            cls = ExceptionGroup
        made = BaseException.__new__(cls, *args)
        made._message = message
        made._exceptions = exceptions
        return made

    @property
    def message(self):
        return self._message

    @property
    def exceptions(self):
        return self._exceptions

    def __str__(self):
        count = len(self._exceptions)
        return self._message + ' (' + str(count) + ' sub-exception' + ('' if count == 1 else 's') + ')'

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def derive(self, excs, /):
        return BaseExceptionGroup(self._message, excs)

    def subgroup(self, *condition):
        return _split(self, _condition('subgroup', condition))[0]

    def split(self, *condition):
        return _split(self, _condition('split', condition))


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = 'builtins'
    __slots__ = ()


_builtins.BaseExceptionGroup = BaseExceptionGroup
_builtins.ExceptionGroup = ExceptionGroup


def _checked(exceptions):
    if not hasattr(exceptions, '__getitem__') or isinstance(exceptions, dict):
        raise TypeError('second argument (exceptions) must be a sequence')
    exceptions = tuple(exceptions)
    if not exceptions:
        raise ValueError('second argument (exceptions) must be a non-empty sequence')
    for index, each in enumerate(exceptions):
        if not isinstance(each, BaseException):
            raise ValueError('Item ' + str(index) + ' of second argument (exceptions) is not an exception')
    return exceptions


def _is_exception_class(value):
    return isinstance(value, type) and issubclass(value, BaseException)


def _condition(method, given):
    """A function of an exception, from the argument of split() and subgroup()."""
    if len(given) != 1:
        raise TypeError(method + ' expected 1 argument, got ' + str(len(given)))
    condition = given[0]
    if _is_exception_class(condition) or isinstance(condition, tuple) and all([_is_exception_class(each) for each in condition]):
        return lambda error: isinstance(error, condition)
    if not callable(condition):
        raise TypeError('expected a function, exception type or tuple of exception types')
    return condition


def _split(error, condition):
    """The part of a group, or of a single exception, that meets the condition, and the rest; None where there is none."""
    if condition(error):
        return error, None
    if not isinstance(error, BaseExceptionGroup):
        return None, error
    parts = [_split(each, condition) for each in error._exceptions]
    return (_part_of(error, [taken for taken, left in parts if taken is not None]),
            _part_of(error, [left for taken, left in parts if left is not None]))


def _part_of(group, exceptions):
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    part.__suppress_context__ = group.__suppress_context__
    if hasattr(group, '__notes__'):
        part.__notes__ = list(group.__notes__)
    return part


def match_group(rest, classes):
    """What a clause of `except*` takes of the exceptions that are left, or None; and what is left then."""
    for each in classes if isinstance(classes, tuple) else (classes,):
        if not _is_exception_class(each):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(each, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if rest is None:
        return None, None
    if isinstance(rest, BaseExceptionGroup):
        return _split(rest, lambda error: isinstance(error, classes))
    if not isinstance(rest, classes):
        return None, rest
    group = BaseExceptionGroup('', (rest,))
    group.__traceback__ = rest.__traceback__
    return group, None


def join_groups(caught, results):
    """What the statement raises in the end, of what its clauses raised and what none of them took; None: nothing."""
    results = [each for each in results if each is not None]
    if not results:
        return None
    if not isinstance(caught, BaseExceptionGroup):
        return results[0]
    again = [each for each in results if _is_part_of(each, caught)]
    raised = [each for each in results if not _is_part_of(each, caught)]
    if again:
        leaves = []
        for each in again:
            _collect_leaves(each, leaves)
        raised.append(_split(caught, lambda error: any([error is leaf for leaf in leaves]))[0])
    return raised[0] if len(raised) == 1 else BaseExceptionGroup('', raised)


def _is_part_of(error, group):
    return (isinstance(error, BaseExceptionGroup) and error.__cause__ is group.__cause__
            and error.__context__ is group.__context__ and _places(error) == _places(group)
            and getattr(error, '__notes__', None) == getattr(group, '__notes__', None))


def _places(error):
    places = []
    entry = error.__traceback__
    while entry is not None:
        places.append((entry.tb_frame.f_code, entry.tb_lasti))
        entry = entry.tb_next
    return places


def _collect_leaves(error, leaves):
    if isinstance(error, BaseExceptionGroup):
        for each in error._exceptions:
            _collect_leaves(each, leaves)
    else:
        leaves.append(error)
