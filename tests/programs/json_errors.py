# Where and why a text is no JSON, and what has no JSON text.
import json

for text in ("", "{", '{"a"', '{"a":1', '{"a":1,}', "{'a': 1}", "[1, 2", "[1,]", '"abc', '"\\x"', '"\\u12"', "nul", "01", "1 2", '"a\nb"',
             '{\n  "a": 1,\n  b: 2\n}'):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error)
try:
    json.loads("[1,\n oops]")
except ValueError as error:
    print(type(error).__name__, error.msg, error.lineno, error.colno, error.pos, error.doc == "[1,\n oops]")
circle = []
circle.append(circle)
for value in ({1, 2}, object, b"bytes", {(1, 2): 3}, circle):
    try:
        json.dumps(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
for function, argument in ((json.loads, 5), (json.dumps, float("nan"))):
    try:
        print(function(argument) if function is json.loads else function(argument, allow_nan=False))
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: Expecting ':' delimiter: line 1 column 5 (char 4)
# expect: Expecting ',' delimiter: line 1 column 7 (char 6)
# expect: Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: Expecting ',' delimiter: line 1 column 6 (char 5)
# expect: Expecting value: line 1 column 4 (char 3)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Invalid \escape: line 1 column 2 (char 1)
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Extra data: line 1 column 2 (char 1)
# expect: Extra data: line 1 column 3 (char 2)
# expect: Invalid control character at: line 1 column 3 (char 2)
# expect: Expecting property name enclosed in double quotes: line 3 column 3 (char 14)
# expect: JSONDecodeError Expecting value 2 2 5 True
# expect: TypeError: Object of type set is not JSON serializable
# expect: TypeError: Object of type type is not JSON serializable
# expect: TypeError: Object of type bytes is not JSON serializable
# expect: TypeError: keys must be str, int, float, bool or None, not tuple
# expect: ValueError: Circular reference detected
# expect: TypeError: the JSON object must be str, bytes or bytearray, not int
# expect: ValueError: Out of range float values are not JSON compliant
