# Warnings are shown once a place, on stderr; filters hide them, make them errors or count them all.
import warnings


def careless():
    warnings.warn("careless")


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    careless()
    careless()
    old()
print(len(caught), [str(entry.message) for entry in caught], caught[0].category.__name__, caught[0].lineno, caught[2].lineno)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        careless()
print(len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    careless()
print(len(caught))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        careless()
    except UserWarning as error:
        print("raised", error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="care")
    careless()
    warnings.warn(RuntimeWarning("an instance"))
print([entry.category.__name__ for entry in caught])
careless()
old()
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "  source()  "), end="")
# expect: 3 ['careless', 'careless', 'old() is deprecated'] UserWarning 6 17
# expect: 1
# expect: 0
# expect: raised careless
# expect: ['RuntimeWarning']
# expect: category must be a Warning subclass, not 'type'
# expect: file.py:3: UserWarning: text
# expect:   source()
# error: warnings_basic.py:6: UserWarning: careless
# error:   warnings.warn("careless")
# error: DeprecationWarning: old() is deprecated
# error:   old()
