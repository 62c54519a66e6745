def function(a: int, b: "text" = 5, *args: str, c: len = 1, **kw: dict) -> None:
    local: this_is_never_evaluated = 3
    return local


print(function(1), function.__annotations__)
# expect: 3 {'a': <class 'int'>, 'b': 'text', 'args': <class 'str'>, 'c': <built-in function len>, 'kw': <class 'dict'>, 'return': None}


class Record:
    name: str
    size: int = 0


print(Record.__annotations__, (lambda x: x).__annotations__)  # expect: {'name': <class 'str'>, 'size': <class 'int'>} {}
calls = []


def note(value):
    calls.append(value)
    return value


x: note("annotation") = note("value")
print(calls, __annotations__)  # expect: ['value', 'annotation'] {'x': 'annotation'}
try:
    y: undefined_type = 5
except NameError as error:
    print(error)  # expect: name 'undefined_type' is not defined
try:
    def broken(a: also_undefined):
        pass
except NameError as error:
    print(error)  # expect: name 'also_undefined' is not defined
