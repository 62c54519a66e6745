"""inspect: what functions take, what objects have, where they were written."""

import collections
import collections.abc
import enum
import functools
import os
import re
import sys
import types
from keyword import iskeyword

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType) and hasattr(object, "__func__")


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isgeneratorfunction(obj):
    function = _plain_function(obj)
    return isfunction(function) and bool(function.__code__.co_flags & CO_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def iscoroutinefunction(obj):
    return False


def isasyncgenfunction(obj):
    return False


def iscoroutine(object):
    return False


def isawaitable(object):
    return isinstance(object, collections.abc.Awaitable)


def isframe(object):
    return hasattr(object, "f_code") and hasattr(object, "f_lineno")


def istraceback(object):
    return hasattr(object, "tb_frame") and hasattr(object, "tb_next")


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    kind = type(obj)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not isinstance(obj, property)


def getmembers(object, predicate=None):
    """(name, value) of all that dir() names, sorted."""
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, *default):
    """As it is stored, without any __get__ or __getattr__."""
    places = [obj, *obj.__mro__] if isclass(obj) else [obj, *type(obj).__mro__]
    for place in places:
        try:
            names = vars(place)
        except TypeError:
            continue
        if attr in names:
            return names[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def _plain_function(obj):
    while isinstance(obj, functools.partial):
        obj = obj.func
    return obj.__func__ if ismethod(obj) else obj


def cleandoc(doc):
    """Without the indentation that it has in the source."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _inherited_doc(object):
    owner = None
    if ismethod(object):
        owner = object.__self__ if isclass(object.__self__) else type(object.__self__)
    elif isfunction(object) and "." in object.__qualname__:
        owner = sys.modules.get(object.__module__)
        for part in object.__qualname__.split(".")[:-1]:
            owner = getattr(owner, part, None)
    if not isclass(owner):
        return None
    for place in owner.__mro__:
        doc = getattr(vars(place).get(object.__name__), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for base in object.__mro__:
            doc = vars(base).get("__doc__") if base.__bases__ else None
            if doc is not None:
                break
    elif doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


class _empty:
    """Stands for what is not there."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return {0: "positional-only", 1: "positional or keyword", 2: "variadic positional", 3: "keyword-only",
                4: "variadic keyword"}[self._value_]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return re.sub(r"[\w\.]+typing\.|^typing\.", "", repr(annotation)).replace("typing.", "")


class Parameter:
    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier() or iskeyword(name) and self._kind is not Parameter.POSITIONAL_ONLY:
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, *, name=None, kind=None, annotation=_empty, default=_empty):
        return Parameter(self._name if name is None else name, self._kind if kind is None else kind,
                         default=self._default if default is _empty else default,
                         annotation=self._annotation if annotation is _empty else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return {Parameter.VAR_POSITIONAL: "*", Parameter.VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default,
                                                                             other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    """Which parameter got which argument."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is Parameter.VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        is_behind_gap = False
        for name, parameter in self._signature.parameters.items():
            if name not in self.arguments:
                is_behind_gap = True
            elif parameter.kind is Parameter.VAR_KEYWORD:
                found.update(self.arguments[name])
            elif is_behind_gap or parameter.kind is Parameter.KEYWORD_ONLY:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind is Parameter.VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind is Parameter.VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = types.MappingProxyType({each.name: each for each in parameters or ()})
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return _signature_of(obj, follow_wrapped)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=None, return_annotation=_empty):
        return Signature(self._parameters.values() if parameters is None else parameters,
                         return_annotation=self._return_annotation if return_annotation is _empty else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bound(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bound(args, kwargs, True)

    def _bound(self, args, kwargs, is_partial):
        arguments, rest = {}, list(args)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is Parameter.VAR_POSITIONAL:
                if rest:
                    arguments[name], rest = tuple(rest), []
            elif kind is Parameter.VAR_KEYWORD:
                continue
            elif rest and kind is not Parameter.KEYWORD_ONLY:
                if name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = rest.pop(0)
            elif name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                arguments[name] = kwargs[name]
            elif kind is Parameter.POSITIONAL_ONLY and name in kwargs:
                raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
            elif parameter.default is _empty and not is_partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        self._bind_keywords(arguments, kwargs)
        return BoundArguments(self, arguments)

    def _bind_keywords(self, arguments, kwargs):
        known = [name for name, each in self._parameters.items()
                 if each.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)]
        more = {name: value for name, value in kwargs.items() if name not in known}
        collector = [name for name, each in self._parameters.items() if each.kind is Parameter.VAR_KEYWORD]
        if more and not collector:
            raise TypeError(f"got an unexpected keyword argument {next(iter(more))!r}")
        if more:
            arguments[collector[0]] = more

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()), self._return_annotation) == (list(other._parameters.values()),
                                                                              other._return_annotation)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __str__(self):
        pieces = []
        has_slash_to_come, needs_star = False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is Parameter.POSITIONAL_ONLY:
                has_slash_to_come = True
            elif has_slash_to_come:
                pieces.append("/")
                has_slash_to_come = False
            if kind is Parameter.VAR_POSITIONAL:
                needs_star = False
            elif kind is Parameter.KEYWORD_ONLY and needs_star:
                pieces.append("*")
                needs_star = False
            pieces.append(str(parameter))
        if has_slash_to_come:
            pieces.append("/")
        text = "(" + ", ".join(pieces) + ")"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped)


def _signature_of(obj, follow_wrapped):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__") or ismethod(each))
        if ismethod(obj):
            return _signature_of(obj, follow_wrapped)
    own = getattr(obj, "__signature__", None)
    if isinstance(own, Signature):
        return own
    if isinstance(obj, functools.partial):
        return _signature_of_partial(obj, follow_wrapped)
    if isfunction(obj):
        return _signature_of_function(obj)
    if isclass(obj):
        return _signature_of_class(obj, follow_wrapped)
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_signature_of(call, follow_wrapped))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not Parameter.VAR_POSITIONAL:
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _signature_of_class(cls, follow_wrapped):
    for place in cls.__mro__:
        for name in ("__new__", "__init__"):
            function = vars(place).get(name)
            function = getattr(function, "__func__", function)
            if isfunction(function):
                return _without_first(_signature_of(function, follow_wrapped))
    if cls.__mro__[1:] == (object,) or cls is object:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _signature_of_function(function):
    code, annotations = function.__code__, function.__annotations__
    names = code.co_varnames
    defaults, keyword_defaults = function.__defaults__ or (), function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    first_default = code.co_argcount - len(defaults)
    for at in range(code.co_argcount):
        kind = Parameter.POSITIONAL_ONLY if at < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        add(names[at], kind, defaults[at - first_default] if at >= first_default else _empty)
    at = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], Parameter.VAR_POSITIONAL)
        at += 1
    for name in names[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], Parameter.VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _signature_of_partial(obj, follow_wrapped):
    inner = _signature_of(obj.func, follow_wrapped)
    given = inner.bind_partial(*obj.args).arguments
    parameters = []
    has_keyword = False
    for name, parameter in inner.parameters.items():
        kind = parameter.kind
        if name in given and kind is not Parameter.VAR_POSITIONAL:
            continue
        if name in obj.keywords:
            has_keyword = True
            parameter = parameter.replace(default=obj.keywords[name])
        if has_keyword and kind is Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        elif has_keyword and kind is Parameter.VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return inner.replace(parameters=parameters)


FullArgSpec = collections.namedtuple("FullArgSpec",
                                     "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    try:
        function = _plain_function(func)
        found = _signature_of_function(function) if isfunction(function) else _signature_of(func, False)
    except (TypeError, ValueError) as error:
        raise TypeError("unsupported callable") from error
    args, defaults, kwonlyargs, kwonlydefaults = [], [], [], {}
    varargs = varkw = None
    annotations = {}
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
        if parameter.kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is Parameter.VAR_KEYWORD:
            varkw = name
        elif parameter.kind is Parameter.KEYWORD_ONLY:
            kwonlyargs.append(name)
            if parameter.default is not _empty:
                kwonlydefaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonlyargs, kwonlydefaults or None, annotations)


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name, suffix = os.path.splitext(os.path.basename(path))
    return name if suffix == ".py" else None


def _code_of(object):
    object = unwrap(object) if isfunction(object) else object
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getfile(object):
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    module = getmodule(object)
    if module is not None and getattr(module, "__file__", None):
        return module.__file__
    if ismodule(object) or isclass(object):
        raise TypeError(f"{object!r} is a built-in {'module' if ismodule(object) else 'class'}")
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    f"{type(object).__name__}")


getsourcefile = getfile


def _file_lines(object):
    try:
        with open(getfile(object)) as file:
            lines = file.read().splitlines(keepends=True)
    except OSError:
        raise OSError("could not get source code") from None
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines


def findsource(object):
    """All lines of its file, and the index of the one with which it begins."""
    lines = _file_lines(object)
    if ismodule(object):
        return lines, 0
    code = _code_of(object)
    if code is not None:
        return lines, code.co_firstlineno - 1
    pattern = re.compile(r"^(\s*)class\s*" + object.__name__ + r"\b")
    places = [(match.group(1), at) for at, match in enumerate([pattern.match(line) for line in lines]) if match]
    if not places:
        raise OSError("could not find class definition")
    at = min(places)[1]
    while at > 0 and lines[at - 1].lstrip().startswith("@"):
        at -= 1
    return lines, at


def _indentation(line):
    return len(line) - len(line.lstrip())


def getblock(lines):
    """The first block of code: up to a line that is indented no more than its head."""
    depth = _indentation(lines[0])
    head = 0
    while lines[head].lstrip().startswith("@"):
        head += 1
    end = head + 1
    open_brackets = sum([lines[head].count(each) for each in "([{"]) - sum([lines[head].count(each) for each in ")]}"])
    while end < len(lines) and open_brackets > 0:
        open_brackets += sum([lines[end].count(each) for each in "([{"]) - sum([lines[end].count(each) for each in ")]}"])
        end += 1
    if not lines[end - 1].rstrip().endswith(":") and not lines[head].lstrip().startswith(("def", "class", "@")):
        return lines[:end]
    last = end
    while end < len(lines):
        line = lines[end]
        if line.strip() and not line.lstrip().startswith("#") and _indentation(line) <= depth:
            break
        end += 1
        if line.strip() and (not line.lstrip().startswith("#") or _indentation(line) > depth):
            last = end
    return lines[:last]


def getsourcelines(object):
    """Its lines, and the number of the first in its file."""
    object = unwrap(object) if isfunction(object) else object
    lines, at = findsource(object)
    return (lines, 0) if ismodule(object) else (getblock(lines[at:]), at + 1)


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    lines, at = findsource(object)
    comments = []
    while at > 0 and lines[at - 1].lstrip().startswith("#"):
        at -= 1
        comments.insert(0, lines[at].lstrip())
    return "".join(comments) or None


Traceback = collections.namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = collections.namedtuple("FrameInfo", "frame filename lineno function code_context index")
ArgInfo = collections.namedtuple("ArgInfo", "args varargs keywords locals")


def currentframe():
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    filename, number = frame.f_code.co_filename, frame.f_lineno
    try:
        lines = _file_lines(frame)
    except (OSError, TypeError):
        return Traceback(filename, number, frame.f_code.co_name, None, None)
    start = max(0, min(number - 1 - context // 2, len(lines) - context))
    return Traceback(filename, number, frame.f_code.co_name, lines[start:start + context], number - 1 - start)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def stack(context=1):
    """The frames of this thread, the caller's first."""
    return getouterframes(sys._getframe(1), context)
