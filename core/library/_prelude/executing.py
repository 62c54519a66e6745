# eval() and exec(); files and input().

import _builtins_support as _support


# `run` is the code as a function, `names` where its names are if not in its globals.
def evaluate(run, names):
    return run() if names is None else _support.run_in(run, names)


def execute(run, names):
    evaluate(run, names)


def sorted_keys(mapping):
    return sorted(mapping.keys())


def open_file(*positional, **keywords):
    import _files
    return _files.open(*positional, **keywords)


def read_line(prompt):
    import sys
    sys.stdout.write(str(prompt))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if line == '':
        raise EOFError('EOF when reading a line')
    if line.endswith('\n'):
        line = line[:-1]
    return line


# Of the standard streams.

def write_lines(stream, lines):
    for line in lines:
        stream.write(line)


def read_lines(stream, hint):
    from _files import IOBase
    return IOBase.readlines(stream, hint)


def refuse_operation(message):
    from _files import UnsupportedOperation
    raise UnsupportedOperation(message)
