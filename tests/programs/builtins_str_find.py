"""Looking for texts in texts."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('hello'.find('l'), 'hello'.rfind('l'), 'hello'.find('z'), 'hello'.find('l', 3), 'hello'.find('l', 4), 'hello'.find(''), 'hello'.find('', 10), 'hello'.find('o', -2), 'hello'.rfind('l', 0, 3)))
# expect: (2, 3, -1, 3, -1, 0, -1, 4, 2)
show(lambda: ('hello'.index('l'), 'hello'.rindex('l')))  # expect: (2, 3)
show(lambda: 'hello'.index('z'))  # expect: ValueError: substring not found
show(lambda: 'hello'.rindex('z'))  # expect: ValueError: substring not found
show(lambda: 'hello'.find(1))  # expect: TypeError: must be str, not int
show(lambda: 'hello'.index(None))  # expect: TypeError: must be str, not NoneType
show(lambda: ('hello'.count('l'), 'hello'.count(''), 'aaaa'.count('aa'), 'hello'.count('l', 3), 'hello'.count('l', None, 3)))
# expect: (2, 6, 2, 1, 1)
show(lambda: 'hello'.count(1))  # expect: TypeError: must be str, not int
