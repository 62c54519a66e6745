# eval(), exec() and globals(); files and input().


class _GlobalNames:
    """What globals() returns: the names of a module, for reading and writing."""

    def __init__(self, module):
        self._module = module

    def __getitem__(self, name):
        if not hasattr(self._module, name):
            raise KeyError(name)
        return getattr(self._module, name)

    def __setitem__(self, name, value):
        setattr(self._module, name, value)

    def __delitem__(self, name):
        delattr(self._module, name)

    def __contains__(self, name):
        return hasattr(self._module, name)

    def __iter__(self):
        return iter(dir(self._module))

    def __len__(self):
        return len(dir(self._module))

    def get(self, name, default=None):
        return getattr(self._module, name, default)

    def keys(self):
        return dir(self._module)

    def items(self):
        return [(name, getattr(self._module, name)) for name in dir(self._module)]

    def update(self, names):
        for name in names:
            setattr(self._module, name, names[name])


def global_names(module):
    return _GlobalNames(module)


# eval() and exec(): `run` is the code as a function of `module`. Where it ran in a module of its own, the names
# that it changed go to `target`.
def evaluate(run, module, target, before):
    try:
        return run()
    finally:
        if target is not None:
            _take_changes(vars(module), target, before)


def execute(run, module, target, before):
    evaluate(run, module, target, before)


def _take_changes(names, target, before):
    for name in names:
        if name not in before or before[name] is not names[name]:
            target[name] = names[name]
    for name in before:
        if name not in names and name in target:
            del target[name]


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
