if True:
    text = '''two
lines'''
    print(repr(text), len(text))  # expect: 'two\nlines' 9

x = 1 + \
    2
print(x)  # expect: 3
