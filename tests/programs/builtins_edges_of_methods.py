# Corners of built-in functions and methods.
def tried(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Whole(int):
    pass


class Real(float):
    pass


class Data(bytes):
    pass


print('{:08s}|{:08}|{:<08}|{:^08s}|{:08}|{:*<08}|{:>08}'.format('ab', 'ab', 'ab', 'ab', -3, 'ab', 3))
print('%((a)b)s %(c)s' % {'(a)b': 1, 'c': 2}, b'%(d(e))s' % {b'd(e)': b'x'})
tried(lambda: '%(a' % {'a': 1})
key = 'a'
tried(lambda: b'ab'[key])
tried(lambda: sum([bytearray()], bytearray()))
print(type(None)(), type(...)(), type(NotImplemented)())
tried(lambda: type(None)(1))
for text in ('1e_5', '1_e5', '1_0.2_5e1_0', '1_000', ' 1_0 ', '1__0'):
    tried(lambda: float(text))
print({}.__or__(None), {1}.__and__([1]), {}.__ror__([]), {1}.__rsub__({1, 2}), {1}.__rand__({1, 2}))
tried(lambda: {} | None)
print(type(Whole.from_bytes(b'a', 'big')).__name__, type(Data.fromhex('61')).__name__, type(Real.fromhex('0x1p3')).__name__)
print(Whole.from_bytes(b'\1\0', 'big'), bytearray.fromhex('61 62'), float.fromhex('-0x1.8p1'))
tried(lambda: b'abc'.hex('ab'))
tried(lambda: b'abc'.hex('\xe9'))
print(ord(bytearray(b'a')), float(bytearray(b'1.5')), int(memoryview(b'12')), float(memoryview(b'1')))
tried(lambda: ord(bytearray(b'ab')))
tried(lambda: 'a'.translate({97: 0x110000}))
tried(lambda: 'a'.translate({97: -1}))


class Emptying:
    def __init__(self, table):
        self.table = table

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.table.clear()
        return True


table = {}
table[Emptying(table)] = 0
print(table == {Emptying(table): 0})
# expect: ab000000|ab000000|ab000000|000ab000|-0000003|ab******|00000003
# expect: 1 2 b'x'
# expect: ValueError incomplete format key
# expect: TypeError byte indices must be integers or slices, not str
# expect: TypeError sum() can't sum bytearray [use b''.join(seq) instead]
# expect: None Ellipsis NotImplemented
# expect: TypeError NoneType takes no arguments
# expect: ValueError could not convert string to float: '1e_5'
# expect: ValueError could not convert string to float: '1_e5'
# expect: 102500000000.0
# expect: 1000.0
# expect: 10.0
# expect: ValueError could not convert string to float: '1__0'
# expect: NotImplemented NotImplemented NotImplemented {2} {1}
# expect: TypeError unsupported operand type(s) for |: 'dict' and 'NoneType'
# expect: Whole Data Real
# expect: 256 bytearray(b'ab') -3.0
# expect: ValueError sep must be length 1.
# expect: ValueError sep must be ASCII.
# expect: 97 1.5 12 1.0
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: ValueError character mapping must be in range(0x110000)
# expect: ValueError character mapping must be in range(0x110000)
# expect: True
