"""Upper and lower case, and what kind of characters a text has."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: 'Hello World'.upper())  # expect: 'HELLO WORLD'
show(lambda: 'straße'.upper())  # expect: 'STRASSE'
show(lambda: 'straße'.casefold())  # expect: 'strasse'
show(lambda: 'hello world'.title())  # expect: 'Hello World'
show(lambda: "they're bill's".title())  # expect: "They'Re Bill'S"
show(lambda: 'hELLO'.capitalize())  # expect: 'Hello'
show(lambda: 'Hello'.swapcase())  # expect: 'hELLO'
show(lambda: '한글'.upper())  # expect: '한글'
show(lambda: '한글'.isalpha())  # expect: True
show(lambda: '한글 abc'.isalpha())  # expect: False
show(lambda: ('é'.isalpha(), 'ñ'.islower(), 'Ñ'.isupper(), 'я'.isalpha()))  # expect: (True, True, True, True)
show(lambda: ('123'.isdigit(), ''.isdigit(), '12a'.isdigit(), '-1'.isdigit()))  # expect: (True, False, False, False)
show(lambda: ('abc123'.isalnum(), 'abc 123'.isalnum(), ''.isalnum()))  # expect: (True, False, False)
show(lambda: (' \t\n'.isspace(), ''.isspace(), '\x1c'.isspace(), '\u2003'.isspace(), 'a '.isspace()))
# expect: (True, False, True, True, False)
show(lambda: ('Hello World'.istitle(), 'hello'.istitle(), ''.istitle(), 'A1b'.istitle(), 'A1B'.istitle()))
# expect: (True, False, False, False, True)
show(lambda: ('abc'.isidentifier(), '1a'.isidentifier(), 'a b'.isidentifier(), '_'.isidentifier(), 'def'.isidentifier(), 'é'.isidentifier(), '한'.isidentifier()))
# expect: (True, False, False, True, True, True, True)
show(lambda: ('ABC'.isupper(), 'ABc'.isupper(), '123'.isupper(), 'A1'.isupper()))  # expect: (True, False, False, True)
