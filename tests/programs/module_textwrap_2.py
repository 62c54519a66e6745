"""The module textwrap: calls and their results."""
from textwrap import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


TEXT = 'The quick brown fox jumped over the lazy dog. A well-known e-mail--really, semi-detached house, one--two.'

show(lambda: wrap('a  b   c', 3, drop_whitespace=False))  # expect: ['a  ', 'b', '   ', 'c']
