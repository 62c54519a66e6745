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

show(lambda: pformat(D))
# expect: "{'name': 'alpha',\n 'nested': {'a': [1, 2, 3],\n            'b': {'c': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',\n                  'd': (1,)}},\n 'values': [0,\n            1,\n            2,\n            3,\n            4,\n            5,\n            6,\n            7,\n            8,\n            9,\n            10,\n            11,\n            12,\n            13,\n            14,\n            15,\n            16,\n            17,\n            18,\n            19,\n            20,\n            21,\n            22,\n            23,\n            24,\n            25,\n            26,\n            27,\n            28,\n            29],\n 'z': {1, 2, 3}}"
show(lambda: pformat(D,width=40))
# expect: "{'name': 'alpha',\n 'nested': {'a': [1, 2, 3],\n            'b': {'c': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',\n                  'd': (1,)}},\n 'values': [0,\n            1,\n            2,\n            3,\n            4,\n            5,\n            6,\n            7,\n            8,\n            9,\n            10,\n            11,\n            12,\n            13,\n            14,\n            15,\n            16,\n            17,\n            18,\n            19,\n            20,\n            21,\n            22,\n            23,\n            24,\n            25,\n            26,\n            27,\n            28,\n            29],\n 'z': {1, 2, 3}}"
show(lambda: pformat(D,indent=4))
# expect: "{   'name': 'alpha',\n    'nested': {   'a': [1, 2, 3],\n                  'b': {   'c': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',\n                           'd': (1,)}},\n    'values': [   0,\n                  1,\n                  2,\n                  3,\n                  4,\n                  5,\n                  6,\n                  7,\n                  8,\n                  9,\n                  10,\n                  11,\n                  12,\n                  13,\n                  14,\n                  15,\n                  16,\n                  17,\n                  18,\n                  19,\n                  20,\n                  21,\n                  22,\n                  23,\n                  24,\n                  25,\n                  26,\n                  27,\n                  28,\n                  29],\n    'z': {1, 2, 3}}"
show(lambda: pformat(D,compact=True))
# expect: "{'name': 'alpha',\n 'nested': {'a': [1, 2, 3],\n            'b': {'c': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',\n                  'd': (1,)}},\n 'values': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,\n            19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],\n 'z': {1, 2, 3}}"
show(lambda: pformat(D,depth=1))  # expect: "{'name': 'alpha', 'nested': {...}, 'values': [...], 'z': {1, 2, 3}}"
show(lambda: pformat(D,depth=2))
# expect: "{'name': 'alpha',\n 'nested': {'a': [...], 'b': {...}},\n 'values': [0,\n            1,\n            2,\n            3,\n            4,\n            5,\n            6,\n            7,\n            8,\n            9,\n            10,\n            11,\n            12,\n            13,\n            14,\n            15,\n            16,\n            17,\n            18,\n            19,\n            20,\n            21,\n            22,\n            23,\n            24,\n            25,\n            26,\n            27,\n            28,\n            29],\n 'z': {1, 2, 3}}"
show(lambda: pformat([S]))
# expect: "['The quick brown fox jumped over the lazy dogs and ran away from the big bad '\n 'wolf in the woods']"
show(lambda: pformat(S,width=30))
# expect: "('The quick brown fox jumped '\n 'over the lazy dogs and ran '\n 'away from the big bad wolf '\n 'in the woods')"
show(lambda: pformat({'a':S},width=40))
# expect: "{'a': 'The quick brown fox jumped over '\n      'the lazy dogs and ran away from '\n      'the big bad wolf in the woods'}"
show(lambda: pformat(rec).split('id')[0])  # expect: '[1, <Recursion on list with '
show(lambda: pformat({2:1,1:2,'a':3}))  # expect: "{1: 2, 2: 1, 'a': 3}"
show(lambda: pformat({'b':1,'a':2},sort_dicts=False))  # expect: "{'b': 1, 'a': 2}"
show(lambda: pformat([list(range(20)) for _ in range(5)],width=50,compact=True))
# expect: '[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,\n  14, 15, 16, 17, 18, 19],\n [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,\n  14, 15, 16, 17, 18, 19],\n [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,\n  14, 15, 16, 17, 18, 19],\n [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,\n  14, 15, 16, 17, 18, 19],\n [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,\n  14, 15, 16, 17, 18, 19]]'
show(lambda: pformat((1,)))  # expect: '(1,)'
show(lambda: pformat(tuple('abcdefgh'*12)))
# expect: "('a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h')"
show(lambda: pformat(b'abcdefgh'*20))
# expect: "(b'abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcd'\n b'efghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh'\n b'abcdefgh')"
show(lambda: pformat(set('abcdefghijklmnopqrstuvwxyz'*3),width=30))
# expect: "{'a',\n 'b',\n 'c',\n 'd',\n 'e',\n 'f',\n 'g',\n 'h',\n 'i',\n 'j',\n 'k',\n 'l',\n 'm',\n 'n',\n 'o',\n 'p',\n 'q',\n 'r',\n 's',\n 't',\n 'u',\n 'v',\n 'w',\n 'x',\n 'y',\n 'z'}"
show(lambda: pformat(frozenset(range(40))))
# expect: 'frozenset({0,\n           1,\n           2,\n           3,\n           4,\n           5,\n           6,\n           7,\n           8,\n           9,\n           10,\n           11,\n           12,\n           13,\n           14,\n           15,\n           16,\n           17,\n           18,\n           19,\n           20,\n           21,\n           22,\n           23,\n           24,\n           25,\n           26,\n           27,\n           28,\n           29,\n           30,\n           31,\n           32,\n           33,\n           34,\n           35,\n           36,\n           37,\n           38,\n           39})'
show(lambda: pformat([]))  # expect: '[]'
show(lambda: pformat({}))  # expect: '{}'
show(lambda: isreadable(D))  # expect: True
show(lambda: isrecursive(rec))  # expect: True
show(lambda: saferepr({'b':1,'a':2}))  # expect: "{'a': 2, 'b': 1}"
show(lambda: pformat('a\nb\nc'*20,width=30))
# expect: "('a\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'ca\\n'\n 'b\\n'\n 'c')"
show(lambda: pformat([{'id':i,'name':'n%d'%i,'tags':['x','y']} for i in range(5)]))
# expect: "[{'id': 0, 'name': 'n0', 'tags': ['x', 'y']},\n {'id': 1, 'name': 'n1', 'tags': ['x', 'y']},\n {'id': 2, 'name': 'n2', 'tags': ['x', 'y']},\n {'id': 3, 'name': 'n3', 'tags': ['x', 'y']},\n {'id': 4, 'name': 'n4', 'tags': ['x', 'y']}]"
