# exit: 1
# error: line 6
# error:     print('값' 5)
# error:           ^^^^^
# error: SyntaxError: invalid syntax. Perhaps you forgot a comma?
print('값' 5)
