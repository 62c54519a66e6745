# What CPython does in C leaves no line in a traceback, though here it is written in Python.
import bisect
import collections
import copy
import csv
import datetime
import decimal
import functools
import heapq
import io
import itertools
import json
import operator
import pickle
import queue
import re
import struct
import traceback


def boom(*arguments):
    raise ValueError("boom")


class Bad:
    def __lt__(self, other):
        raise ValueError("less")

    def __reduce__(self):
        raise ValueError("reduce")


@functools.lru_cache
def kept(x):
    return boom()


for text in ("functools.reduce(boom, [1, 2])", "functools.partial(boom, 1)()", "kept(1)",
             "sorted([2, 1], key=functools.cmp_to_key(boom))", "list(itertools.takewhile(boom, [1]))",
             "list(itertools.groupby([1], boom))", "list(itertools.chain([1], map(boom, [1])))",
             "list(itertools.product(map(boom, [1])))", "heapq.heappush([Bad()], Bad())", "bisect.insort([1], 2, key=boom)",
             "operator.methodcaller('x')(1)", "struct.pack('i', 'x')", "datetime.date(2020, 13, 1)",
             "datetime.datetime.strptime('x', '%Y')", "decimal.Decimal('x')", "decimal.Decimal(1) / 0", "json.loads('[1, {]')",
             "json.dumps({'a': [{1}]})", "json.dumps([1j], default=boom)", "list(csv.reader(map(boom, [1])))",
             "csv.writer(io.StringIO()).writerow(5)", "collections.Counter(5)", "collections.OrderedDict().popitem()",
             "collections.namedtuple('P', 'x')(1, 2)", "re.sub('a', boom, 'a')", "copy.copy(Bad())", "pickle.dumps(Bad())",
             "pickle.loads(b'x')", "io.StringIO(5)", "queue.SimpleQueue().get_nowait()"):
    try:
        exec(compile(text, "text", "exec"))
    except Exception as error:
        names = [frame.name for frame in traceback.extract_tb(error.__traceback__)[1:]]
        print(text, type(error).__name__, names)

# expect: functools.reduce(boom, [1, 2]) ValueError ['<module>', 'boom']
# expect: functools.partial(boom, 1)() ValueError ['<module>', 'boom']
# expect: kept(1) ValueError ['<module>', 'kept', 'boom']
# expect: sorted([2, 1], key=functools.cmp_to_key(boom)) ValueError ['<module>', 'boom']
# expect: list(itertools.takewhile(boom, [1])) ValueError ['<module>', 'boom']
# expect: list(itertools.groupby([1], boom)) ValueError ['<module>', 'boom']
# expect: list(itertools.chain([1], map(boom, [1]))) ValueError ['<module>', 'boom']
# expect: list(itertools.product(map(boom, [1]))) ValueError ['<module>', 'boom']
# expect: heapq.heappush([Bad()], Bad()) ValueError ['<module>', '__lt__']
# expect: bisect.insort([1], 2, key=boom) ValueError ['<module>', 'boom']
# expect: operator.methodcaller('x')(1) AttributeError ['<module>']
# expect: struct.pack('i', 'x') error ['<module>']
# expect: datetime.date(2020, 13, 1) ValueError ['<module>']
# expect: datetime.datetime.strptime('x', '%Y') ValueError ['<module>', '_strptime_datetime', '_strptime']
# expect: decimal.Decimal('x') InvalidOperation ['<module>']
# expect: decimal.Decimal(1) / 0 DivisionByZero ['<module>']
# expect: json.loads('[1, {]') JSONDecodeError ['<module>', 'loads', 'decode', 'raw_decode']
# expect: json.dumps({'a': [{1}]}) TypeError ['<module>', 'dumps', 'encode', 'iterencode', 'default']
# expect: json.dumps([1j], default=boom) ValueError ['<module>', 'dumps', 'encode', 'iterencode', 'boom']
# expect: list(csv.reader(map(boom, [1]))) ValueError ['<module>', 'boom']
# expect: csv.writer(io.StringIO()).writerow(5) Error ['<module>']
# expect: collections.Counter(5) TypeError ['<module>', '__init__', 'update']
# expect: collections.OrderedDict().popitem() KeyError ['<module>']
# expect: collections.namedtuple('P', 'x')(1, 2) TypeError ['<module>']
# expect: re.sub('a', boom, 'a') ValueError ['<module>', 'sub', 'boom']
# expect: copy.copy(Bad()) ValueError ['<module>', 'copy', '__reduce__']
# expect: pickle.dumps(Bad()) ValueError ['<module>', '__reduce__']
# expect: pickle.loads(b'x') UnpicklingError ['<module>']
# expect: io.StringIO(5) TypeError ['<module>']
# expect: queue.SimpleQueue().get_nowait() Empty ['<module>']
