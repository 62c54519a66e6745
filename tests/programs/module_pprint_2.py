"""The module pprint: calls and their results."""
import collections
from pprint import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


D = {'name': 'alpha', 'values': list(range(30)), 'nested': {'a': [1, 2, 3], 'b': {'c': 'x' * 60, 'd': (1,)}}, 'z': {3, 1, 2}}
rec = [1]
rec.append(rec)
S = 'The quick brown fox jumped over the lazy dogs and ran away from the big bad wolf in the woods'

show(lambda: pformat(collections.OrderedDict((str(i),i) for i in range(20))))
# expect: "OrderedDict([('0', 0),\n             ('1', 1),\n             ('2', 2),\n             ('3', 3),\n             ('4', 4),\n             ('5', 5),\n             ('6', 6),\n             ('7', 7),\n             ('8', 8),\n             ('9', 9),\n             ('10', 10),\n             ('11', 11),\n             ('12', 12),\n             ('13', 13),\n             ('14', 14),\n             ('15', 15),\n             ('16', 16),\n             ('17', 17),\n             ('18', 18),\n             ('19', 19)])"
show(lambda: pformat(collections.Counter('abracadabra'*10),width=20))
# expect: "Counter({'a': 50,\n         'b': 20,\n         'r': 20,\n         'c': 10,\n         'd': 10})"
show(lambda: pformat(collections.defaultdict(int,{str(i):i for i in range(20)})))
# expect: "defaultdict(<class 'int'>,\n            {'0': 0,\n             '1': 1,\n             '10': 10,\n             '11': 11,\n             '12': 12,\n             '13': 13,\n             '14': 14,\n             '15': 15,\n             '16': 16,\n             '17': 17,\n             '18': 18,\n             '19': 19,\n             '2': 2,\n             '3': 3,\n             '4': 4,\n             '5': 5,\n             '6': 6,\n             '7': 7,\n             '8': 8,\n             '9': 9})"
show(lambda: pformat(collections.deque(range(50))))
# expect: 'deque([0,\n       1,\n       2,\n       3,\n       4,\n       5,\n       6,\n       7,\n       8,\n       9,\n       10,\n       11,\n       12,\n       13,\n       14,\n       15,\n       16,\n       17,\n       18,\n       19,\n       20,\n       21,\n       22,\n       23,\n       24,\n       25,\n       26,\n       27,\n       28,\n       29,\n       30,\n       31,\n       32,\n       33,\n       34,\n       35,\n       36,\n       37,\n       38,\n       39,\n       40,\n       41,\n       42,\n       43,\n       44,\n       45,\n       46,\n       47,\n       48,\n       49])'
show(lambda: pformat(1000000,underscore_numbers=True))  # expect: '1_000_000'
show(lambda: pformat([1.5,None,True]))  # expect: '[1.5, None, True]'
show(lambda: pformat({'k':'a b '*30}))
# expect: "{'k': 'a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b '\n      'a b a b a b a b a b a b a b a b a b a b a b a b '}"
