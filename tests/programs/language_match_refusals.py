# What a match statement refuses: keys and attributes named twice, before it runs or when it finds out; and the built-in
# classes that match themselves.


def tell(text):
    try:
        exec(text, {})
    except Exception as error:
        print(type(error).__name__, error)


def case(pattern, subject="{'a': 1}", before=""):
    tell(before + f"\nmatch {subject}:\n    case {pattern}: print('matched')\n    case _: print('no match')\n")


for keys in ("'a': 1, 'a': 2", "1: 1, 2: 2, 1: 3", "-1: 1, -1: 2", "None: 1, None: 2", "True: 1, 1: 2", "1: 1, 1.0: 2"):
    case("{" + keys + "}")
keys = "class Keys:\n    first = 'a'\n    second = 'a'"
case("{Keys.first: 1, Keys.second: 1}", before=keys)
case("{Keys.first: 1, Keys.second: 1}", "{'a': 1, 'b': 2}", keys)
case("{Keys.first: 1, **rest}", "{'a': 1, 'b': 2}", keys)
case("{**_}")
point = "class Point:\n    x = 1\n    y = 2\n"
case("Point(1, x=1)", "Point()", point + "    __match_args__ = ('x', 'y')")
case("Point(1, 2)", "Point()", point + "    __match_args__ = ('x', 'x')")
case("Point(1, 2)", "Point()", point + "    __match_args__ = ('x', 3)")
case("Point(1, 2)", "Point()", point + "    __match_args__ = ('x', 'y')")
case("Point(1, y=2)", "Point()", point + "    __match_args__ = ('x', 'y')")
case("Point(x=1, x=1)", "Point()", point)


def kinds(value):
    found = []
    match value:
        case bool(inner):
            found.append(inner)
    match value:
        case bytearray(inner):
            found.append(inner)
    match value:
        case bytes(inner):
            found.append(inner)
    match value:
        case dict(inner):
            found.append(inner)
    match value:
        case float(inner):
            found.append(inner)
    match value:
        case frozenset(inner) | set(inner):
            found.append(inner)
    match value:
        case int(inner) | str(inner):
            found.append(inner)
    match value:
        case list(inner) | tuple(inner):
            found.append(inner)
    return found


for value in (True, bytearray(b"ab"), b"ab", {1: 2}, 1.5, frozenset([1]), {1}, 7, "text", [1], (1,), 2j, None):
    print(kinds(value))
match bytearray(b"ab"):
    case [*_]:
        print("a sequence")
    case bytearray(b"ab"):
        print("bytes that change")
match memoryview(b"ab"):
    case [97, last]:
        print(last)
# expect: SyntaxError mapping pattern checks duplicate key ('a') (<string>, line 3)
# expect: SyntaxError mapping pattern checks duplicate key (1) (<string>, line 3)
# expect: SyntaxError mapping pattern checks duplicate key (-1) (<string>, line 3)
# expect: SyntaxError mapping pattern checks duplicate key (None) (<string>, line 3)
# expect: SyntaxError mapping pattern checks duplicate key (1) (<string>, line 3)
# expect: SyntaxError mapping pattern checks duplicate key (1.0) (<string>, line 3)
# expect: no match
# expect: ValueError mapping pattern checks duplicate key ('a')
# expect: matched
# expect: SyntaxError invalid syntax (<string>, line 3)
# expect: TypeError Point() got multiple sub-patterns for attribute 'x'
# expect: TypeError Point() got multiple sub-patterns for attribute 'x'
# expect: TypeError __match_args__ elements must be strings (got int)
# expect: matched
# expect: matched
# expect: SyntaxError attribute name repeated in class pattern: x (<string>, line 6)
# expect: [True, True]
# expect: [bytearray(b'ab')]
# expect: [b'ab']
# expect: [{1: 2}]
# expect: [1.5]
# expect: [frozenset({1})]
# expect: [{1}]
# expect: [7]
# expect: ['text']
# expect: [[1]]
# expect: [(1,)]
# expect: []
# expect: []
# expect: bytes that change
# expect: 98
