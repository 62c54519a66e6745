"""random: seeds of all kinds, and numbers that are not whole."""
import random
import warnings

warnings.simplefilter("ignore")


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


for seed in (True, False, b"bytes", bytearray(b"bytes"), "text", -7, 2 ** 100, 3.5, 0):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(40))
# expect: True 0.13436424411240122 884107995871
# expect: False 0.8444218515250481 978212965548
# expect: b'bytes' 0.37075677971469856 1085210805742
# expect: bytearray(b'bytes') 0.37075677971469856 1085210805742
# expect: 'text' 0.8711565613554825 927668196116
# expect: -7 0.32383276483316237 434439589175
# expect: 1267650600228229401496703205376 0.7586581712996778 91163343951
# expect: 3.5 0.3039190124834461 1018895712284
# expect: 0 0.8444218515250481 978212965548
for text in ("text", "", b"abc"):
    random.seed(text, version=1)
    print(random.random())
# expect: 0.325292252951765
# expect: 0.8444218515250481
# expect: 0.09639374978773074
random.seed(1)
show(lambda: (random.randrange(10.0), random.randint(1.0, 5), random.randrange(0, 10.0, 2)))  # expect: (2, 5, 0)
show(lambda: random.randrange(1.5))  # expect: ValueError: non-integer arg 1 for randrange()
show(lambda: random.randrange(0, 9.5))  # expect: ValueError: non-integer stop for randrange()
show(lambda: random.randrange("5"))  # expect: ValueError: non-integer arg 1 for randrange()
show(lambda: random.randrange("x"))  # expect: ValueError: invalid literal for int() with base 10: 'x'
