# Values of JSON text, with hooks for objects and numbers.
import json

print(json.loads(' {"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "x\\n\\u00e9\\ud83d\\ude00\\/"}} '))
print(json.loads("[]"), json.loads("{}"), json.loads('""'), json.loads("0"), json.loads("-0.0"), json.loads("123456789012345678901"))
print(json.loads(b'{"bytes": 1}'), json.loads('"한글"'), json.loads("[NaN, Infinity, -Infinity]"))
print(json.loads('{"a": 1, "a": 2}'))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda found: sorted(found.items())))
print(json.loads('{"x": 1, "x": 2}', object_pairs_hook=list))
print(json.loads("[1, 2.50]", parse_int=str, parse_float=lambda text: "float " + text))
text = json.dumps({"deep": [[[[{"a": [1, {"b": None}]}]]]], "text": "tab\t\"quote\" \\ 안녕"})
print(json.loads(text) == {"deep": [[[[{"a": [1, {"b": None}]}]]]], "text": "tab\t\"quote\" \\ 안녕"})
# expect: {'a': [1, 2.5, -300.0, True, False, None], 'b': {'c': 'x\né😀/'}}
# expect: [] {}  0 -0.0 123456789012345678901
# expect: {'bytes': 1} 한글 [nan, inf, -inf]
# expect: {'a': 2}
# expect: [('x', 1), ('y', 2)]
# expect: [('x', 1), ('x', 2)]
# expect: ['1', 'float 2.50']
# expect: True
