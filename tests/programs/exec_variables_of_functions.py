# A function has one dict that locals() gives: what exec() defines stays in it, and each look brings it up to date, though
# nothing that is put into it changes a variable.
def one_dict():
    x = 1
    exec("y = x + 1")
    print(locals()["y"], eval("y"), "y" in dir(), vars() is locals())
    exec("x = 5; z = y * 2")
    print(x, sorted(locals().items()))
    kept = locals()
    kept["w"] = 3
    later = 4
    print("later" in kept, eval("w"))
    print(kept is locals(), kept["later"], sorted(kept))
    exec("del y")
    del x
    print(sorted(locals()))


def defines_functions():
    exec("def double(n): return 2 * n\nimport math")
    return locals()["double"](21), locals()["math"].floor(1.5)


def captured():
    value = 1

    def get():
        return value

    exec("value = 2")
    print(value, get(), locals()["value"])
    value = 7
    print(eval("value"), locals()["value"])


def generator():
    exec("first = 1")
    yield sorted(locals())
    second = 2
    yield sorted(locals())


def nothing_of_its_own():
    exec("only = 1")
    return locals()


def elsewhere():
    exec("there = 1", {})
    exec("here = 1", globals(), locals())
    return sorted(locals())


def calls_itself(depth):
    exec(f"level{depth} = depth")
    if depth > 0:
        calls_itself(depth - 1)
    print(sorted(locals()))


one_dict()
print(defines_functions())
captured()
print(list(generator()))
print(nothing_of_its_own(), elsewhere())
calls_itself(2)
# expect: 2 2 True True
# expect: 1 [('x', 1), ('y', 2), ('z', 4)]
# expect: False 3
# expect: True 4 ['kept', 'later', 'w', 'x', 'y', 'z']
# expect: ['kept', 'later', 'w', 'z']
# expect: (42, 1)
# expect: 1 1 1
# expect: 7 7
# expect: [['first'], ['first', 'second']]
# expect: {'only': 1} ['here']
# expect: ['depth', 'level0']
# expect: ['depth', 'level1']
# expect: ['depth', 'level2']
