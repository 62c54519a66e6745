# JSON text of all kinds of values, with indentation, sorted keys, other separators.
import json

data = {"name": "김 \"Kim\"\n", "numbers": [1, -2.5, 1e100, 10**20], "none": None, "flags": (True, False), "empty": [{}, [], ""]}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps({"b": 1, "a": {"d": [1, {"x": 2}], "c": []}}, indent=2, sort_keys=True))
print(json.dumps([1, {"a": 2}], indent="--"))
print(json.dumps({"a": [1, 2], "b": 3}, separators=(",", ":")))
print(json.dumps({1: "int", 2.5: "float", None: "none"}))
print(json.dumps([float("inf"), float("-inf"), float("nan")]))
print(json.dumps("\u0001\t\x7f\U0001F600/"))
print(json.dumps({(1, 2): "tuple", "kept": 1}, skipkeys=True))
print(json.dumps({1, 2}, default=sorted), json.dumps([object], default=lambda value: "<%s>" % value.__name__))
# expect: {"name": "\uae40 \"Kim\"\n", "numbers": [1, -2.5, 1e+100, 100000000000000000000], "none": null, "flags": [true, false], "empty": [{}, [], ""]}
# expect: {"name": "김 \"Kim\"\n", "numbers": [1, -2.5, 1e+100, 100000000000000000000], "none": null, "flags": [true, false], "empty": [{}, [], ""]}
# expect: {
# expect:   "a": {
# expect:     "c": [],
# expect:     "d": [
# expect:       1,
# expect:       {
# expect:         "x": 2
# expect:       }
# expect:     ]
# expect:   },
# expect:   "b": 1
# expect: }
# expect: [
# expect: --1,
# expect: --{
# expect: ----"a": 2
# expect: --}
# expect: ]
# expect: {"a":[1,2],"b":3}
# expect: {"1": "int", "2.5": "float", "null": "none"}
# expect: [Infinity, -Infinity, NaN]
# expect: "\u0001\t\u007f\ud83d\ude00/"
# expect: {"kept": 1}
# expect: [1, 2] ["<object>"]


# The pieces that a file is written with, and what is there of them when something cannot be written.
print(list(json.JSONEncoder().iterencode({"a": [1, {"b": None}], "c": []})))
print(list(json.JSONEncoder(indent=1).iterencode([1, "x", [2.5]])))
pieces = []
try:
    for piece in json.JSONEncoder().iterencode([1, {"a": object()}]):
        pieces.append(piece)
except TypeError as error:
    print(error, pieces)


class Pieces(list):
    def write(self, text):
        self.append(text)


written = Pieces()
json.dump({"k": [True, {}]}, written)
print(written)
# expect: ['{', '"a"', ': ', '[1', ', ', '{', '"b"', ': ', 'null', '}', ']', ', ', '"c"', ': ', '[]', '}']
# expect: ['[\n 1', ',\n "x"', ',\n ', '[\n  2.5', '\n ', ']', '\n', ']']
# expect: Object of type object is not JSON serializable ['[1', ', ', '{', '"a"', ': ']
# expect: ['{', '"k"', ': ', '[true', ', ', '{}', ']', '}']
