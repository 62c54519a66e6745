# expect: no newline
if True:
    print('no newline')