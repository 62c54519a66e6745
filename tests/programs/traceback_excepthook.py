# What is printed of an uncaught exception is the program's to say.
import sys


def hook(kind, value, tb):
    print("uncaught:", kind.__name__, value, tb.tb_lineno, tb.tb_frame.f_code.co_name)


print(callable(sys.excepthook), sys.excepthook is sys.__excepthook__)
sys.excepthook = hook
raise ValueError("last words")
# expect: True True
# expect: uncaught: ValueError last words 11 <module>
# exit: 1
