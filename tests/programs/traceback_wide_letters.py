# python: 3.11.7 (before, carets were counted in letters)
# exit: 1
# error:     값 = "가나" + str(위 / 아래)  
# error:                       ~~~^~~~~~
# error:     나누기(1, 0)  
# error:     ^^^^^^^^^^^^
"""Carets stand under what they are about where a letter takes two cells, and where blanks end a line: the interpreter keeps these,
the module cuts them off and takes them for a part of the indentation."""
import traceback


def 나누기(위, 아래):
    값 = "가나" + str(위 / 아래)  
    return 값


def plain():
    x = ("ｗ", "é", 나누기(1, 0))
    return x


try:
    plain()
except ZeroDivisionError:
    for line in traceback.format_exc().splitlines():
        if "File" not in line:
            print(line)
# expect: Traceback (most recent call last):
# expect:     plain()
# expect:     x = ("ｗ", "é", 나누기(1, 0))
# expect:                     ^^^^^^^^^^^^
# expect:     값 = "가나" + str(위 / 아래)
# expect:                     ~~~^~~~~~
# expect: ZeroDivisionError: division by zero
나누기(1, 0)  
