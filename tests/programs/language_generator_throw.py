def worker():
    received = []
    while True:
        try:
            received.append((yield len(received)))
        except ValueError as error:
            received.append("caught " + str(error))
        except GeneratorExit:
            print("closing with", received)
            raise
        finally:
            pass


w = worker()
print(next(w), w.send("a"), w.throw(ValueError("bad")), w.throw(ValueError, "old style"))  # expect: 0 1 2 3
w.close()  # expect: closing with ['a', 'caught bad', 'caught old style']
w.close()
try:
    next(w)
except StopIteration as error:
    print("stopped", error.value)  # expect: stopped None


def outer():
    try:
        result = yield from inner()
        print("inner gave", result)
    except KeyError as error:
        print("outer caught", error)
        yield "after"


def inner():
    try:
        yield 1
    except ValueError:
        print("inner caught ValueError")
        yield 2
    try:
        yield 3
    finally:
        print("inner cleans up")
    return "done"


g = outer()
print(next(g), g.throw(ValueError), next(g), g.throw(KeyError("k")))
# expect: inner caught ValueError
# expect: inner cleans up
# expect: outer caught 'k'
# expect: 1 2 3 after
g = outer()
next(g)
g.close()
g = outer()
print(next(g), g.throw(ValueError), next(g))
# expect: inner caught ValueError
# expect: 1 2 3
print(next(g, "end"))
# expect: inner cleans up
# expect: inner gave done
# expect: end


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)  # expect: generator ignored GeneratorExit
try:
    worker().send(5)
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started generator
try:
    worker().throw(5)
except TypeError as error:
    print(error)  # expect: exceptions must be classes or instances deriving from BaseException, not int
