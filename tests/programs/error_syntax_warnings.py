# What is legal and surely a mistake is told before the program runs.
count = 5
if count is 5:
    print("five")
assert (count > 9, "never checked")
try:
    print(["a", "b"] ("c"))
except TypeError as error:
    print(error)
try:
    print([[1, 2] [3, 4]])
except TypeError as error:
    print(error)
print(count is not None)
# expect: five
# expect: 'list' object is not callable
# expect: list indices must be integers or slices, not tuple
# expect: True
# error: error_syntax_warnings.py:3: SyntaxWarning: "is" with a literal. Did you mean "=="?
# error:   if count is 5:
# error: error_syntax_warnings.py:5: SyntaxWarning: assertion is always true, perhaps remove parentheses?
# error: error_syntax_warnings.py:7: SyntaxWarning: 'list' object is not callable; perhaps you missed a comma?
# error: error_syntax_warnings.py:11: SyntaxWarning: list indices must be integers or slices, not tuple; perhaps you missed a comma?
