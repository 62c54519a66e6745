# expect: (3+4j) 5.0 3.0 4.0 (3-4j) 1j -0j (1-2j)
# expect: (4+6j) (-5+10j) (0.44+0.08000000000000002j) (-3+4j) (-1+0j)
# expect: True True False True {(1+2j): 'a', 2: 'b'}
# expect: (1+2j) (1.5-2j) 1j (-0-1j) (inf+nanj) 0j
# expect: '(1+2j)' '1.00+2.00j' '   (1+2j)' 1.5e+300j
# expect: (6.123233995736766e-17+1j) (5e-324+0j) (1+0j)
# expect: TypeError '<' not supported between instances of 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: ZeroDivisionError complex division by zero
# expect: ZeroDivisionError 0.0 to a negative or complex power
# expect: ValueError complex() arg is a malformed string
# expect: TypeError complex() can't take second arg if first is a string
# expect: TypeError complex() first argument must be a string or a number, not 'list'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError can't multiply sequence by non-int of type 'complex'
# expect: (1+2j) (1+2j) True complex (6+3j)
# expect: [10, 10, 6, 2, 2, 1, 1, 1]
import copy
import pickle

z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), 1j, -0j if False else complex(0, -0.0), 1 - 2j)
print(z + (1 + 2j), z * (1 + 2j), (1 + 2j) / (4 + 4j) * (1 + 0.0j) if False else 2 / z * 1 + (0.2 + 0.4j), (1 + 2j) ** 2, 1j * 1j)
print(1 + 0j == 1, z == complex(3, 4), 1j == 1, hash(2 + 0j) == hash(2), {1 + 2j: "a", 2: "x", 2 + 0j: "b"})
print(complex("1+2j"), complex(" ( 1.5-2J ) "), complex("j"), complex(-0.0, -1), complex("inf+nanj"), complex())
print(repr(str(1 + 2j)), repr(f"{1 + 2j:.2f}"), repr(f"{1 + 2j:>9}"), 1.5e300j)
print((-1) ** 0.5, 5e-324 + 0j, (1j) ** 0)


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: 1j < 1)
attempt(lambda: 1j // 2)
attempt(lambda: 1j / 0)
attempt(lambda: 0j**-1)
attempt(lambda: complex("1+"))
attempt(lambda: complex("1", 2))
attempt(lambda: complex([]))
attempt(lambda: int(1j))
attempt(lambda: [1] * 1j)
w = 1 + 2j
print(pickle.loads(pickle.dumps(w)), copy.deepcopy(w), bool(w) and not 0j, type(w).__name__, sum([1 + 1j, 2 + 2j, 3]))


def escape(c, limit=10):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


print([escape(complex(x / 2, 0.3)) for x in range(-1, 7)])
