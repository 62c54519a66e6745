"""The module textwrap: calls and their results."""
from textwrap import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


TEXT = 'The quick brown fox jumped over the lazy dog. A well-known e-mail--really, semi-detached house, one--two.'

show(lambda: wrap(TEXT,3))
# expect: ['The', 'qui', 'ck ', 'bro', 'wn', 'fox', 'jum', 'ped', 'ove', 'r', 'the', 'laz', 'y d', 'og.', 'A w', 'ell', '-kn', 'own', 'e-', 'mai', 'l--', 'rea', 'lly', ', s', 'emi', '-de', 'tac', 'hed', 'hou', 'se,', 'one', '--t', 'wo.']
show(lambda: wrap(TEXT,4))
# expect: ['The ', 'quic', 'k br', 'own', 'fox ', 'jump', 'ed', 'over', 'the', 'lazy', 'dog.', 'A we', 'll-k', 'nown', 'e-', 'mail', '--re', 'ally', ', se', 'mi-d', 'etac', 'hed ', 'hous', 'e,', 'one', '--', 'two.']
show(lambda: wrap(TEXT,5))
# expect: ['The', 'quick', 'brown', 'fox j', 'umped', 'over', 'the', 'lazy', 'dog.', 'A', 'well-', 'known', 'e-', 'mail', '--rea', 'lly,', 'semi-', 'detac', 'hed h', 'ouse,', 'one--', 'two.']
show(lambda: wrap(TEXT,6))
# expect: ['The', 'quick', 'brown', 'fox', 'jumped', 'over', 'the', 'lazy', 'dog. A', 'well-', 'known', 'e-mail', '--real', 'ly,', 'semi-d', 'etache', 'd', 'house,', 'one--', 'two.']
show(lambda: wrap(TEXT,12))
# expect: ['The quick', 'brown fox', 'jumped over', 'the lazy', 'dog. A well-', 'known e-mail', '--really,', 'semi-', 'detached', 'house, one--', 'two.']
show(lambda: wrap(TEXT,21))
# expect: ['The quick brown fox', 'jumped over the lazy', 'dog. A well-known', 'e-mail--really, semi-', 'detached house, one--', 'two.']
show(lambda: wrap(TEXT,30))
# expect: ['The quick brown fox jumped', 'over the lazy dog. A well-', 'known e-mail--really, semi-', 'detached house, one--two.']
show(lambda: wrap(TEXT,39))
# expect: ['The quick brown fox jumped over the', 'lazy dog. A well-known e-mail--really,', 'semi-detached house, one--two.']
show(lambda: wrap(TEXT,48))
# expect: ['The quick brown fox jumped over the lazy dog. A', 'well-known e-mail--really, semi-detached house,', 'one--two.']
show(lambda: wrap(TEXT,57))
# expect: ['The quick brown fox jumped over the lazy dog. A well-', 'known e-mail--really, semi-detached house, one--two.']
show(lambda: wrap(TEXT,58))
# expect: ['The quick brown fox jumped over the lazy dog. A well-known', 'e-mail--really, semi-detached house, one--two.']
show(lambda: wrap(TEXT,59))
# expect: ['The quick brown fox jumped over the lazy dog. A well-known', 'e-mail--really, semi-detached house, one--two.']
show(lambda: fill(TEXT,20,initial_indent='* ',subsequent_indent='  '))
# expect: '* The quick brown\n  fox jumped over\n  the lazy dog. A\n  well-known e-mail\n  --really, semi-\n  detached house,\n  one--two.'
show(lambda: shorten(TEXT,30))  # expect: 'The quick brown fox [...]'
show(lambda: shorten(TEXT,width=12,placeholder='..'))  # expect: 'The quick..'
show(lambda: shorten('a b',1))  # expect: ValueError: placeholder too large for max width
show(lambda: dedent('\n    a\n      b\n\n    c\n'))  # expect: '\na\n  b\n\nc\n'
show(lambda: indent('a\n\nb\n','> '))  # expect: '> a\n\n> b\n'
show(lambda: indent('a\n\nb\n','> ',lambda l: True))  # expect: '> a\n> \n> b\n'
show(lambda: wrap(TEXT,15,break_long_words=False))
# expect: ['The quick brown', 'fox jumped over', 'the lazy dog. A', 'well-known', 'e-mail--really,', 'semi-detached', 'house, one--', 'two.']
show(lambda: wrap(TEXT,15,break_on_hyphens=False))
# expect: ['The quick brown', 'fox jumped over', 'the lazy dog. A', 'well-known', 'e-mail--really,', 'semi-detached', 'house,', 'one--two.']
show(lambda: wrap(''))  # expect: []
show(lambda: wrap('a\tb\nc',3))  # expect: ['a', 'b c']
show(lambda: wrap(TEXT,15,max_lines=2))  # expect: ['The quick brown', 'fox [...]']
show(lambda: wrap('x',0))  # expect: ValueError: invalid width 0 (must be > 0)
