def tried(text):
    try:
        return compile(text, "<deep>", "eval") and "compiled"
    except (SyntaxError, RecursionError, MemoryError) as error:
        return type(error).__name__


print(tried("(" * 150 + "1" + ")" * 150), tried("(" * 250 + "1" + ")" * 250))  # expect: compiled SyntaxError
print(tried("[" * 100 + "]" * 100), tried("+".join(["1"] * 500)))  # expect: compiled compiled
print(tried("not " * 90 + "1"), tried("-" * 100000 + "1") != "compiled")  # expect: compiled True
try:
    compile("if 1:\n" + "".join(" " * i + "if 1:\n" for i in range(1, 101)) + " " * 101 + "pass", "<deep>", "exec")
except IndentationError as error:
    print(error.msg)  # expect: too many levels of indentation
try:
    compile("x = " + "(" * 201, "<deep>", "exec")
except SyntaxError as error:
    print(error.msg)  # expect: too many nested parentheses
