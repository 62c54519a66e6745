# Operators, calls and the like on values that do not have them: the class is named as CPython names it.
import array
import collections
import datetime
import functools
import io
import itertools
import re
import threading


class Plain:
    pass


VALUES = [collections.deque(), collections.OrderedDict(), collections.defaultdict(int), collections.Counter(), itertools.count(),
          functools.partial(print), re.compile("a"), datetime.date(2020, 1, 1), datetime.timedelta(1), threading.Lock(),
          threading.local(), array.array("i"), io.StringIO(), Plain()]
TRIES = [lambda v: v + "x", lambda v: "a" + v, lambda v: [1] + v, lambda v: v(), lambda v: v["k"] if not isinstance(v, (dict, collections.deque)) else -None,
         lambda v: v < 1, lambda v: ~v, lambda v: 1 in v if not hasattr(v, "__iter__") else 0 // 0, lambda v: [1][v], lambda v: int(v) if not isinstance(v, array.array) else -None]
for value in VALUES:
    for one in TRIES:
        try:
            one(value)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
# expect: TypeError: can only concatenate deque (not "str") to deque
# expect: TypeError: can only concatenate str (not "collections.deque") to str
# expect: TypeError: can only concatenate list (not "collections.deque") to list
# expect: TypeError: 'collections.deque' object is not callable
# expect: TypeError: bad operand type for unary -: 'NoneType'
# expect: TypeError: '<' not supported between instances of 'collections.deque' and 'int'
# expect: TypeError: bad operand type for unary ~: 'collections.deque'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not collections.deque
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'collections.deque'
# expect: TypeError: unsupported operand type(s) for +: 'collections.OrderedDict' and 'str'
# expect: TypeError: can only concatenate str (not "collections.OrderedDict") to str
# expect: TypeError: can only concatenate list (not "collections.OrderedDict") to list
# expect: TypeError: 'collections.OrderedDict' object is not callable
# expect: TypeError: bad operand type for unary -: 'NoneType'
# expect: TypeError: '<' not supported between instances of 'collections.OrderedDict' and 'int'
# expect: TypeError: bad operand type for unary ~: 'collections.OrderedDict'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not collections.OrderedDict
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'collections.OrderedDict'
# expect: TypeError: unsupported operand type(s) for +: 'collections.defaultdict' and 'str'
# expect: TypeError: can only concatenate str (not "collections.defaultdict") to str
# expect: TypeError: can only concatenate list (not "collections.defaultdict") to list
# expect: TypeError: 'collections.defaultdict' object is not callable
# expect: TypeError: bad operand type for unary -: 'NoneType'
# expect: TypeError: '<' not supported between instances of 'collections.defaultdict' and 'int'
# expect: TypeError: bad operand type for unary ~: 'collections.defaultdict'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not collections.defaultdict
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'collections.defaultdict'
# expect: TypeError: unsupported operand type(s) for +: 'Counter' and 'str'
# expect: TypeError: can only concatenate str (not "Counter") to str
# expect: TypeError: can only concatenate list (not "Counter") to list
# expect: TypeError: 'Counter' object is not callable
# expect: TypeError: bad operand type for unary -: 'NoneType'
# expect: TypeError: '<' not supported between instances of 'Counter' and 'int'
# expect: TypeError: bad operand type for unary ~: 'Counter'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not Counter
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'Counter'
# expect: TypeError: unsupported operand type(s) for +: 'itertools.count' and 'str'
# expect: TypeError: can only concatenate str (not "itertools.count") to str
# expect: TypeError: can only concatenate list (not "itertools.count") to list
# expect: TypeError: 'itertools.count' object is not callable
# expect: TypeError: 'itertools.count' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 'itertools.count' and 'int'
# expect: TypeError: bad operand type for unary ~: 'itertools.count'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not itertools.count
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'itertools.count'
# expect: TypeError: unsupported operand type(s) for +: 'functools.partial' and 'str'
# expect: TypeError: can only concatenate str (not "functools.partial") to str
# expect: TypeError: can only concatenate list (not "functools.partial") to list
# expect:
# expect: TypeError: 'functools.partial' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 'functools.partial' and 'int'
# expect: TypeError: bad operand type for unary ~: 'functools.partial'
# expect: TypeError: argument of type 'functools.partial' is not iterable
# expect: TypeError: list indices must be integers or slices, not functools.partial
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'functools.partial'
# expect: TypeError: unsupported operand type(s) for +: 're.Pattern' and 'str'
# expect: TypeError: can only concatenate str (not "re.Pattern") to str
# expect: TypeError: can only concatenate list (not "re.Pattern") to list
# expect: TypeError: 're.Pattern' object is not callable
# expect: TypeError: 're.Pattern' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 're.Pattern' and 'int'
# expect: TypeError: bad operand type for unary ~: 're.Pattern'
# expect: TypeError: argument of type 're.Pattern' is not iterable
# expect: TypeError: list indices must be integers or slices, not re.Pattern
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 're.Pattern'
# expect: TypeError: unsupported operand type(s) for +: 'datetime.date' and 'str'
# expect: TypeError: can only concatenate str (not "datetime.date") to str
# expect: TypeError: can only concatenate list (not "datetime.date") to list
# expect: TypeError: 'datetime.date' object is not callable
# expect: TypeError: 'datetime.date' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 'datetime.date' and 'int'
# expect: TypeError: bad operand type for unary ~: 'datetime.date'
# expect: TypeError: argument of type 'datetime.date' is not iterable
# expect: TypeError: list indices must be integers or slices, not datetime.date
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'datetime.date'
# expect: TypeError: unsupported operand type(s) for +: 'datetime.timedelta' and 'str'
# expect: TypeError: can only concatenate str (not "datetime.timedelta") to str
# expect: TypeError: can only concatenate list (not "datetime.timedelta") to list
# expect: TypeError: 'datetime.timedelta' object is not callable
# expect: TypeError: 'datetime.timedelta' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 'datetime.timedelta' and 'int'
# expect: TypeError: bad operand type for unary ~: 'datetime.timedelta'
# expect: TypeError: argument of type 'datetime.timedelta' is not iterable
# expect: TypeError: list indices must be integers or slices, not datetime.timedelta
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'datetime.timedelta'
# expect: TypeError: unsupported operand type(s) for +: '_thread.lock' and 'str'
# expect: TypeError: can only concatenate str (not "_thread.lock") to str
# expect: TypeError: can only concatenate list (not "_thread.lock") to list
# expect: TypeError: '_thread.lock' object is not callable
# expect: TypeError: '_thread.lock' object is not subscriptable
# expect: TypeError: '<' not supported between instances of '_thread.lock' and 'int'
# expect: TypeError: bad operand type for unary ~: '_thread.lock'
# expect: TypeError: argument of type '_thread.lock' is not iterable
# expect: TypeError: list indices must be integers or slices, not _thread.lock
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not '_thread.lock'
# expect: TypeError: unsupported operand type(s) for +: '_thread._local' and 'str'
# expect: TypeError: can only concatenate str (not "_thread._local") to str
# expect: TypeError: can only concatenate list (not "_thread._local") to list
# expect: TypeError: '_thread._local' object is not callable
# expect: TypeError: '_thread._local' object is not subscriptable
# expect: TypeError: '<' not supported between instances of '_thread._local' and 'int'
# expect: TypeError: bad operand type for unary ~: '_thread._local'
# expect: TypeError: argument of type '_thread._local' is not iterable
# expect: TypeError: list indices must be integers or slices, not _thread._local
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not '_thread._local'
# expect: TypeError: can only append array (not "str") to array
# expect: TypeError: can only concatenate str (not "array.array") to str
# expect: TypeError: can only concatenate list (not "array.array") to list
# expect: TypeError: 'array.array' object is not callable
# expect: TypeError: array indices must be integers
# expect: TypeError: '<' not supported between instances of 'array.array' and 'int'
# expect: TypeError: bad operand type for unary ~: 'array.array'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not array.array
# expect: TypeError: bad operand type for unary -: 'NoneType'
# expect: TypeError: unsupported operand type(s) for +: '_io.StringIO' and 'str'
# expect: TypeError: can only concatenate str (not "_io.StringIO") to str
# expect: TypeError: can only concatenate list (not "_io.StringIO") to list
# expect: TypeError: '_io.StringIO' object is not callable
# expect: TypeError: '_io.StringIO' object is not subscriptable
# expect: TypeError: '<' not supported between instances of '_io.StringIO' and 'int'
# expect: TypeError: bad operand type for unary ~: '_io.StringIO'
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: TypeError: list indices must be integers or slices, not _io.StringIO
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not '_io.StringIO'
# expect: TypeError: unsupported operand type(s) for +: 'Plain' and 'str'
# expect: TypeError: can only concatenate str (not "Plain") to str
# expect: TypeError: can only concatenate list (not "Plain") to list
# expect: TypeError: 'Plain' object is not callable
# expect: TypeError: 'Plain' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 'Plain' and 'int'
# expect: TypeError: bad operand type for unary ~: 'Plain'
# expect: TypeError: argument of type 'Plain' is not iterable
# expect: TypeError: list indices must be integers or slices, not Plain
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'Plain'
