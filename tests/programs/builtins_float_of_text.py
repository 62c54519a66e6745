"""float() of texts."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (float('1.5'), float(' 1e5 '), float('inf'), float('-infinity'), float('nan'), float('1_0.5'), float('.5'), float('5.')))
# expect: (1.5, 100000.0, inf, -inf, nan, 10.5, 0.5, 5.0)
show(lambda: float(''))  # expect: ValueError: could not convert string to float: ''
show(lambda: float('abc'))  # expect: ValueError: could not convert string to float: 'abc'
show(lambda: float('1.5.2'))  # expect: ValueError: could not convert string to float: '1.5.2'
show(lambda: float([]))  # expect: TypeError: float() argument must be a string or a real number, not 'list'
show(lambda: (float('1e400'), float('-1e-400')))  # expect: (inf, -0.0)
