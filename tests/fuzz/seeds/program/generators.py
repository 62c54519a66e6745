def g():
    try:
        x = yield 1
        yield from range(3)
    finally:
        print('end')
it = g()
next(it)
it.send(2)
it.throw(ValueError('x'))
