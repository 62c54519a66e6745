# What a UnicodeError knows: which text or bytes, from where to where, and why.
import pickle

made = [UnicodeDecodeError('utf8', b'a\xffb', 1, 2, 'why'), UnicodeEncodeError('x', 'aé한', 1, 3, 'why'),
        UnicodeTranslateError('aé', 1, 2, 'why'), UnicodeDecodeError('utf8', bytearray(b'a\xffb'), 1, 3, 'why')]
for error in made:
    print(str(error), error.args, [getattr(error, name) for name in ('encoding', 'object', 'start', 'end', 'reason')])
    print(str(pickle.loads(pickle.dumps(error))) == str(error))

error = made[0]
error.reason, error.start = 'because', 0
print(error, error.start, error.args)


class Mine(UnicodeEncodeError):
    def __init__(self, text):
        super().__init__('mine', text, 0, len(text), 'not mine')


print(Mine('abc'), Mine('abc').object)
try:
    'né'.encode('ascii')
except UnicodeError as error:
    print(error.object[error.start:error.end], error.encoding, error.reason)
try:
    b'ab\xff\xfe'.decode()
except UnicodeDecodeError as error:
    print(error.object[error.start:error.end], error.encoding, error.reason, error.object[:error.start].decode())

for given in (('utf8',), ('utf8', 'x', 0, 1, 'x'), (1, b'x', 0, 1, 'x'), ('a', b'x', 'z', 1, 'x'), ('a', b'x', 0, 1, 3)):
    try:
        UnicodeDecodeError(*given)
    except TypeError as error:
        print(error)
try:
    UnicodeTranslateError(1, 2, 3, 4)
except TypeError as error:
    print(error)
print(UnicodeError(1, 2), hasattr(UnicodeError(1, 2), 'start'))
# expect: 'utf8' codec can't decode byte 0xff in position 1: why ('utf8', b'a\xffb', 1, 2, 'why') ['utf8', b'a\xffb', 1, 2, 'why']
# expect: True
# expect: 'x' codec can't encode characters in position 1-2: why ('x', 'aé한', 1, 3, 'why') ['x', 'aé한', 1, 3, 'why']
# expect: True
# expect: can't translate character '\xe9' in position 1: why ('aé', 1, 2, 'why') [None, 'aé', 1, 2, 'why']
# expect: True
# expect: 'utf8' codec can't decode bytes in position 1-2: why ('utf8', bytearray(b'a\xffb'), 1, 3, 'why') ['utf8', b'a\xffb', 1, 3, 'why']
# expect: True
# expect: 'utf8' codec can't decode bytes in position 0-1: because 0 ('utf8', b'a\xffb', 1, 2, 'why')
# expect: 'mine' codec can't encode characters in position 0-2: not mine abc
# expect: é ascii ordinal not in range(128)
# expect: b'\xff' utf-8 invalid start byte ab
# expect: function takes exactly 5 arguments (1 given)
# expect: a bytes-like object is required, not 'str'
# expect: argument 1 must be str, not int
# expect: 'str' object cannot be interpreted as an integer
# expect: argument 5 must be str, not int
# expect: argument 1 must be str, not int
# expect: (1, 2) False
