"""Code that needs the variables of a function around it cannot be run by exec() or eval(); other code can."""


def make(step):
    return lambda number: number + step


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: eval(make(1).__code__))
# expect: TypeError: code object passed to eval() may not contain free variables
show(lambda: exec(make(1).__code__, {}))
# expect: TypeError: code object requires a closure of exactly length 1
show(lambda: eval((lambda: 40 + 2).__code__))  # expect: 42
