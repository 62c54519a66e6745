# eval(), exec() and globals(); files and input().


class _NamesView:
    """What keys(), values() and items() of globals() give."""

    def __init__(self, names, show):
        self._names = names
        self._show = show

    def __iter__(self):
        for name in self._names:
            yield self._show(name)

    def __len__(self):
        return len(self._names)

    def __repr__(self):
        return 'dict_' + self._show.__name__ + '(' + repr(list(self)) + ')'


class GlobalNames(InstanceDict):
    """What globals() returns: the names of a module as they are now, for reading and writing."""

    def __getitem__(self, key):
        names = vars(self._owner)
        if key not in names:
            raise KeyError(key)
        return names[key]

    def __delitem__(self, key):
        dict.update(self, vars(self._owner))
        InstanceDict.__delitem__(self, key)

    def __contains__(self, key):
        return key in vars(self._owner)

    def __iter__(self):
        names = vars(self._owner)
        for name in names:
            if len(vars(self._owner)) != len(names):
                raise RuntimeError('dictionary changed size during iteration')
            yield name

    def __len__(self):
        return len(vars(self._owner))

    def __eq__(self, other):
        return vars(self._owner) == (vars(other._owner) if isinstance(other, GlobalNames) else other)

    def __or__(self, other):
        return self.copy() | other

    def __repr__(self):
        return repr(vars(self._owner))

    def get(self, key, default=None):
        return vars(self._owner).get(key, default)

    def keys(self):
        def keys(name):
            return name
        return _NamesView(self, keys)

    def values(self):
        def values(name):
            return self[name]
        return _NamesView(self, values)

    def items(self):
        def items(name):
            return name, self[name]
        return _NamesView(self, items)

    def copy(self):
        return vars(self._owner)


GlobalNames.__name__ = GlobalNames.__qualname__ = 'dict'
GlobalNames.__module__ = 'builtins'


def global_names(module):
    made = GlobalNames(vars(module))
    made._owner = module
    return made


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
