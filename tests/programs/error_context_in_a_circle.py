"""A program can make the chain of contexts a circle; what is raised meanwhile is still raised."""


def run():
    try:
        raise ValueError("first")
    except ValueError as first:
        first.__context__ = KeyError("second")
        first.__context__.__context__ = first
        raise TypeError("third")


try:
    run()
except TypeError as error:
    first = error.__context__
    print(repr(first), repr(first.__context__), first.__context__.__context__ is first)
# expect: ValueError('first') KeyError('second') True

try:
    try:
        raise IndexError("alone")
    except IndexError as alone:
        alone.__context__ = alone
        raise OSError("after")
except OSError as error:
    print(repr(error.__context__), error.__context__.__context__ is error.__context__)
# expect: IndexError('alone') True
