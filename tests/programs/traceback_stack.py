# Stacks and their lines: extract_tb, extract_stack, format_list, print_stack.
import os
import traceback


def deep(count):
    if count:
        return deep(count - 1)
    return traceback.extract_stack()


stack = deep(2)
print([(os.path.basename(frame.filename), frame.lineno, frame.name, frame.line) for frame in stack])
filename, lineno, name, line = stack[-1]
print(lineno, name, line, len(stack))
print(traceback.format_list([("prog.py", 3, "run", "run()"), ("prog.py", 7, "<module>", None)]))


def fail(count):
    if count == 0:
        raise RuntimeError("bottom")
    fail(count - 1)


try:
    fail(6)
except RuntimeError as error:
    lines = traceback.format_tb(error.__traceback__)
    print(len(lines), lines[-2].strip())
    summary = traceback.extract_tb(error.__traceback__, limit=-1)
    print(summary[0].lineno, summary[0].name, summary[0].line, repr(summary[0]).replace(__file__, "FILE"))
    whole = traceback.TracebackException.from_exception(error)
    print(whole.exc_type.__name__, str(whole), len(list(whole.format())))


def here():
    return traceback.format_stack()[-1]


print(here().replace(os.path.dirname(os.path.abspath(__file__)) + "/", ""), end="")
traceback.print_stack()
# expect: [('traceback_stack.py', 12, '<module>', 'stack = deep(2)'), ('traceback_stack.py', 8, 'deep', 'return deep(count - 1)'), ('traceback_stack.py', 8, 'deep', 'return deep(count - 1)'), ('traceback_stack.py', 9, 'deep', 'return traceback.extract_stack()')]
# expect: 9 deep return traceback.extract_stack() 4
# expect: ['  File "prog.py", line 3, in run\n    run()\n', '  File "prog.py", line 7, in <module>\n']
# expect: 6 [Previous line repeated 3 more times]
# expect: 21 fail raise RuntimeError("bottom") <FrameSummary file FILE, line 21 in fail>
# expect: RuntimeError bottom 8
# expect:   File "traceback_stack.py", line 37, in here
# expect:     return traceback.format_stack()[-1]
# error:   File 
# error: traceback.print_stack()
