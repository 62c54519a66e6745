sources = [
    "print 'hello'", "if x = 1:\n    pass", "def f(:\n    pass", "x = (1, 2", "x = 1)", "for i in range(3)\n    pass", "while True\n    pass",
    "class A\n    pass", "  x = 1", "if True:\nx = 1", "def f():\n    x = 1\n  y = 2", "return 5", "break", "continue", "yield 1", "x = 'abc",
    "x = '''abc", "1x = 5", "x == 1 = 2", "f() = 1", "None = 1", "def f(a, a): pass", "def f(a=1, b): pass", "f(a=1, 2)", "f(**k, *a)",
    "x = {1: 2, 3}", "lambda: = 1", "import", "from x import", "from . import *x", "a, b += 1", "del f()", "x = 5 5", "try:\n    pass",
    "else:\n    pass", "raise from x", "assert", "global", "nonlocal x", "def f():\n    nonlocal x", "def f():\n    x = 1\n    global x",
    "f'{x'", "f'{}'", "f'{x!z}'", "f'}'", "x = 0777", "x = 1__0", "x = 0b12", "x = 0xg", "a b", "@", "x = $", "x = ?", "print(1", "async",
    "x = *a", "*a", "with open(x) as 5: pass", "[x for x in]", "{**a for a in b}", "x = 'a' b'c'", "def 5(): pass", "class 5: pass",
    "if:\n    pass", "elif x:\n    pass", "except:\n    pass", "x := 5", "(x := 5) = 1", "f(x for x in y, 1)", "a = yield = 1", "\\x", "x = \\",
    "\\", "if x:\n  \\", "(\\",
]
for source in sources:
    try:
        compile(source, "<test>", "exec")
        print("accepted", repr(source))
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset)
# expect: SyntaxError Missing parentheses in call to 'print'. Did you mean print(...)? 1 1
# expect: SyntaxError invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 4
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError '(' was never closed 1 5
# expect: SyntaxError unmatched ')' 1 6
# expect: SyntaxError expected ':' 1 18
# expect: SyntaxError expected ':' 1 11
# expect: SyntaxError expected ':' 1 8
# expect: IndentationError unexpected indent 1 2
# expect: IndentationError expected an indented block after 'if' statement on line 1 2 1
# expect: IndentationError unindent does not match any outer indentation level 3 8
# expect: SyntaxError 'return' outside function 1 1
# expect: SyntaxError 'break' outside loop 1 1
# expect: SyntaxError 'continue' not properly in loop 1 1
# expect: SyntaxError 'yield' outside function 1 1
# expect: SyntaxError unterminated string literal (detected at line 1) 1 5
# expect: SyntaxError unterminated triple-quoted string literal (detected at line 1) 1 5
# expect: SyntaxError invalid decimal literal 1 1
# expect: SyntaxError cannot assign to comparison 1 1
# expect: SyntaxError cannot assign to function call here. Maybe you meant '==' instead of '='? 1 1
# expect: SyntaxError cannot assign to None 1 1
# expect: SyntaxError duplicate argument 'a' in function definition 1 10
# expect: SyntaxError non-default argument follows default argument 1 12
# expect: SyntaxError positional argument follows keyword argument 1 9
# expect: SyntaxError iterable argument unpacking follows keyword argument unpacking 1 8
# expect: SyntaxError ':' expected after dictionary key 1 12
# expect: SyntaxError invalid syntax 1 9
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError invalid syntax 1 14
# expect: SyntaxError invalid syntax 1 16
# expect: SyntaxError 'tuple' is an illegal expression for augmented assignment 1 1
# expect: SyntaxError cannot delete function call 1 5
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError expected 'except' or 'finally' block 2 9
# expect: SyntaxError invalid syntax 1 1
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError nonlocal declaration not allowed at module level 1 1
# expect: SyntaxError no binding for nonlocal 'x' found 2 5
# expect: SyntaxError name 'x' is assigned to before global declaration 3 5
# expect: SyntaxError f-string: expecting '}' 1 6
# expect: SyntaxError f-string: empty expression not allowed 1 6
# expect: SyntaxError f-string: invalid conversion character: expected 's', 'r', or 'a' 1 9
# expect: SyntaxError f-string: single '}' is not allowed 1 5
# expect: SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1 5
# expect: SyntaxError invalid decimal literal 1 6
# expect: SyntaxError invalid digit '2' in binary literal 1 8
# expect: SyntaxError invalid hexadecimal literal 1 6
# expect: SyntaxError invalid syntax 1 3
# expect: SyntaxError invalid syntax 1 2
# expect: SyntaxError invalid syntax 1 5
# expect: SyntaxError invalid syntax 1 5
# expect: SyntaxError '(' was never closed 1 6
# expect: SyntaxError invalid syntax 1 6
# expect: SyntaxError can't use starred expression here 1 5
# expect: SyntaxError can't use starred expression here 1 1
# expect: SyntaxError cannot assign to literal 1 17
# expect: SyntaxError invalid syntax 1 12
# expect: SyntaxError dict unpacking cannot be used in dict comprehension 1 2
# expect: SyntaxError cannot mix bytes and nonbytes literals 1 13
# expect: SyntaxError invalid syntax 1 5
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError invalid syntax 1 3
# expect: SyntaxError invalid syntax 1 1
# expect: SyntaxError invalid syntax 1 1
# expect: SyntaxError invalid syntax 1 3
# expect: SyntaxError cannot assign to named expression here. Maybe you meant '==' instead of '='? 1 2
# expect: SyntaxError Generator expression must be parenthesized 1 3
# expect: SyntaxError assignment to yield expression not possible 1 5
# expect: SyntaxError unexpected character after line continuation character 1 2
# expect: SyntaxError unexpected EOF while parsing 1 6
# expect: SyntaxError unexpected EOF while parsing 1 2
# expect: SyntaxError unexpected EOF while parsing 2 4
# expect: SyntaxError '(' was never closed 1 1
# python: 3.11.7 (earlier ones point elsewhere)
