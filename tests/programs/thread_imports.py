# A module that another thread is loading is waited for, whichever way it is imported.
import sys
import threading

import import_package

found = []


def whole():
    import import_package.slow_body
    found.append(import_package.slow_body.value)


def renamed():
    import import_package.slow_body as body
    found.append(body.value)


def part():
    from import_package import slow_body
    found.append(slow_body.value)


def name():
    from import_package.slow_body import value
    found.append(value)


def by_name():
    found.append(__import__("import_package.slow_body", None, None, ["value"]).value)


def of_the_library():
    import argparse
    import csv
    import decimal
    from fractions import Fraction
    import logging.handlers
    import statistics
    return argparse.ArgumentParser, csv.reader, decimal.Decimal, Fraction, logging.handlers.RotatingFileHandler, statistics.mean


def failing():
    try:
        import import_package.slow_failure
    except ValueError:
        pass
    except (AttributeError, ImportError):  # CPython shows what is left of it to those that waited
        pass


def crossed_a():
    import import_package.crossed_a


def crossed_b():
    import import_package.crossed_b


def together(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


together(whole, renamed, part, name, by_name)
print(found)
together(failing, failing, failing)
print("import_package.slow_failure" in sys.modules)
# Neither of two that would wait for each other waits for ever.
together(crossed_a, crossed_b)
print(import_package.crossed_a.value, import_package.crossed_b.value)
sys.setswitchinterval(1e-5)
together(*[of_the_library] * 4)
print("end")
# expect: [5, 5, 5, 5, 5]
# expect: False
# expect: a b
# expect: end
