"""timeit: text and functions, setup, globals and how often they run."""
import timeit

runs = []
seconds = timeit.timeit(lambda: runs.append(1), number=5)
print(len(runs), isinstance(seconds, float), seconds >= 0)  # expect: 5 True True


def work(x):
    runs.append(x)


print(timeit.timeit("work(7)", globals=globals(), number=3) >= 0, runs[-3:])  # expect: True [7, 7, 7]
print(timeit.timeit("work(n)", setup="from __main__ import work; n = 9", number=2) >= 0, runs[-2:])
# expect: True [9, 9]
print(len(timeit.repeat("pass", number=10, repeat=4)))  # expect: 4
timer = timeit.Timer("total += 1", "total = 0")
print(timer.timeit(number=10) >= 0, len(timer.repeat(repeat=3, number=1)))  # expect: True 3
print(timeit.default_timer() > 0)  # expect: True
ticks = iter(range(100))
print(timeit.timeit("pass", timer=lambda: next(ticks), number=1))  # expect: 1
for statement in ("1 +", "undefined_name"):
    try:
        timeit.timeit(statement, number=1)
    except Exception as error:
        print(type(error).__name__)
# expect: SyntaxError
# expect: NameError
try:
    timeit.timeit(5)
except ValueError as error:
    print(error)
# expect: stmt is neither a string nor callable
