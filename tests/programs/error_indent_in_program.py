# exit: 1
# error: IndentationError: expected an indented block after function definition on line 3
def f():
print(1)
