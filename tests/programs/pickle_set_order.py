# A pickled set has its items in the order it yields them in, and so has what is made of it.
# expect: {33, 17, 40, 9, 8} [33, 40, 8, 9, 17] 8004950f000000000000008f94284b214b114b284b094b08902e
# expect: frozenset({33, 17, 40, 9, 8}) [33, 40, 8, 9, 17] 8004950e00000000000000284b214b114b284b094b0891942e
# expect: {0.5, 1180591620717411303424, (0, 8), (2, 1)} [0.5, 1180591620717411303424, (0, 8), (2, 1)] 80049525000000000000008f9428473fe00000000000008a090000000000000000404b004b0886944b024b018694902e
# expect: {-81, 2.25, 15} [2.25, 15, -81] 80049515000000000000008f94284aafffffff4740020000000000004b0f902e
# expect: [3865299749, 2542612112, 1785056962, 714673886]
# expect: [3434938951, 1960427486, 1989241723, 1708447161]
# expect: [1536170642, 266727042, 237760159, 746653879]
# expect: [2078357930, 2321792911, 197397928, 3529314600]
# expect: [1908649985, 2778385495, 3438433069, 4291818993]
# expect: [3561496591, 616540528, 527710141, 3117001124]
# expect: True True
import pickle
import zlib

grown = {33, 1, 17, 9} | {40, 8}
grown.discard(1)
many = set(range(9000, 0, -3)) - set(range(0, 9000, 7))
for numbers in (grown, frozenset(grown), {(2, 1), (0, 8), 0.5, 2**70}, {-81, 15, 2.25}):
    print(numbers, list(pickle.loads(pickle.dumps(numbers))), pickle.dumps(numbers, 4).hex())
for protocol in range(6):
    print([zlib.crc32(pickle.dumps(numbers, protocol)) for numbers in (grown, frozenset(grown), many, frozenset(many))])
print(pickle.loads(pickle.dumps(many)) == many, list(pickle.loads(pickle.dumps(many))) == list(set(list(many))))
