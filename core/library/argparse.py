"""argparse: options and positional arguments of a program, with their help."""

import os as _os
import re as _re
import sys as _sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "Action", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS",
           "ZERO_OR_MORE"]

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class Namespace:
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in vars(self)

    def __repr__(self):
        names = vars(self)
        parts = [f"{name}={names[name]!r}" for name in names if name.isidentifier()]
        others = {name: names[name] for name in names if not name.isidentifier()}
        return "Namespace(" + ", ".join(parts + ([f"**{others!r}"] if others else [])) + ")"


class ArgumentTypeError(Exception):
    pass


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _display_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return f"argument {self.argument_name}: {self.message}"


def _display_name(action):
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return "{" + ",".join([str(choice) for choice in action.choices]) + "}"
    return None


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == "-":
            if "r" not in self._mode and not any([letter in self._mode for letter in "wax"]):
                raise ValueError(f'argument "-" with mode {self._mode!r}')
            stream = _sys.stdin if "r" in self._mode else _sys.stdout
            return stream.buffer if "b" in self._mode else stream
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")

    def __repr__(self):
        parts = [repr(part) for part in (self._mode, self._bufsize) if part != -1]
        named = (("encoding", self._encoding), ("errors", self._errors))
        return f"FileType({', '.join(parts + [f'{name}={value!r}' for name, value in named if value is not None])})"


def _squeezed(text):
    """With one space where there is white space; one that must not be broken stays."""
    return _re.sub(r"\s+", " ", text, flags=_re.ASCII).strip()


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _terminal_width() - 2
        self._prog = prog
        self._width = width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent = 0
        self._action_max_length = 0
        self._indent_increment = indent_increment

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(_squeezed(text), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(_squeezed(text), width)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{" + ",".join([str(choice) for choice in action.choices]) + "}"
        if action.option_strings:
            return self._get_default_metavar_for_optional(action)
        return self._get_default_metavar_for_positional(action)

    def _format_args(self, action, default_metavar=None):
        metavar = self._metavar(action)

        def name(place):
            return metavar[place] if isinstance(metavar, tuple) else metavar
        if action.nargs is None:
            return name(0)
        if action.nargs == OPTIONAL:
            return f"[{name(0)}]"
        if action.nargs == ZERO_OR_MORE:
            return f"[{metavar[0]} [{metavar[1]} ...]]" if isinstance(metavar, tuple) and len(metavar) == 2 else f"[{name(0)} ...]"
        if action.nargs == ONE_OR_MORE:
            return f"{name(0)} [{name(1) if isinstance(metavar, tuple) else metavar} ...]"
        if action.nargs == REMAINDER:
            return "..."
        if action.nargs == PARSER:
            return f"{name(0)} ..."
        if action.nargs == SUPPRESS:
            return ""
        return " ".join([name(place) for place in range(action.nargs)])

    def _expand_help(self, action):
        params = {"prog": self._prog}
        for key, value in vars(action).items():
            if value is not SUPPRESS:
                params[key] = getattr(value, "__name__", value) if callable(value) else value
        if params.get("choices") is not None:
            params["choices"] = ", ".join([str(choice) for choice in params["choices"]])
        return self._get_help_string(action) % params

    def _format_action_invocation(self, action):
        if not action.option_strings:
            metavar = self._metavar(action)
            return metavar[0] if isinstance(metavar, tuple) else metavar
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        arguments = self._format_args(action)
        return ", ".join([f"{option} {arguments}" for option in action.option_strings])

    def action_length(self, action):
        return len(self._format_action_invocation(action)) + self._indent

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._indent - 2
        header = self._format_action_invocation(action)
        indent = " " * self._indent
        if not action.help:
            return indent + header + "\n"
        if not action.help.strip():
            return indent + header.ljust(action_width) + ("  \n" if len(header) <= action_width else "\n")
        lines = self._split_lines(self._expand_help(action), help_width)
        if len(header) <= action_width:
            text = indent + header.ljust(action_width) + "  " + (lines[0] if lines else "") + "\n"
            rest = lines[1:]
        else:
            text = indent + header + "\n"
            rest = lines
        return text + "".join([" " * help_position + line + "\n" for line in rest])

    def _format_usage(self, usage, actions, groups, prefix=None):
        if usage is SUPPRESS:
            return ""
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return prefix + usage % {"prog": self._prog} + "\n\n"
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        if not actions:
            return prefix + self._prog + "\n\n"
        usage = " ".join([self._prog] + self._usage_parts(optionals + positionals, groups))
        if len(prefix) + len(usage) > self._width:
            usage = self._wrapped_usage(prefix, self._usage_parts(optionals, groups), self._usage_parts(positionals, groups))
        return prefix + usage + "\n\n"

    def _usage_parts(self, actions, groups):
        """A part for each action, or for each group whose actions stand one after the other."""
        beginnings = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if members[0] in actions:
                place = actions.index(members[0])
                if actions[place:place + len(members)] == members:
                    beginnings[place] = group
        parts = []
        place = 0
        while place < len(actions):
            group = beginnings.get(place)
            members = [actions[place]] if group is None else group._group_actions
            place += len(members)
            shown = [self._usage_part(action, group is not None) for action in members if action.help is not SUPPRESS]
            text = " | ".join(shown)
            if group is not None and shown:
                text = f"[{text}]" if not group.required else f"({text})" if len(shown) > 1 else text
            if text:
                parts.append(text)
        return parts

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            part = self._format_args(action)
            return part[1:-1] if in_group and part[:1] == "[" and part[-1] == "]" else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f"{action.option_strings[0]} {self._format_args(action)}"
        return part if action.required or in_group else f"[{part}]"

    def _wrapped_usage(self, prefix, option_parts, positional_parts):
        def get_lines(parts, indent, start=None):
            lines, line = [], []
            length = (len(start) if start is not None else len(indent)) - 1
            for part in parts:
                if length + 1 + len(part) > self._width and line:
                    lines.append(indent + " ".join(line))
                    line = []
                    length = len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            if start is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            if option_parts:
                lines = get_lines([self._prog] + option_parts, indent, prefix)
                lines += get_lines(positional_parts, indent)
            elif positional_parts:
                lines = get_lines([self._prog] + positional_parts, indent, prefix)
            else:
                lines = [self._prog]
        else:
            indent = " " * len(prefix)
            lines = get_lines(option_parts + positional_parts, indent)
            if len(lines) > 1:
                lines = get_lines(option_parts, indent) + get_lines(positional_parts, indent)
            lines = [self._prog] + lines
        return "\n".join(lines)


def _terminal_width():
    try:
        return int(_os.environ["COLUMNS"])
    except (KeyError, ValueError):
        return 80


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def __repr__(self):
        names = ["option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar"]
        return type(self).__name__ + "(" + ", ".join([f"{name}={getattr(self, name)!r}" for name in names]) + ")"


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                             "true or store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _extended(namespace, name, values):
    items = getattr(namespace, name, None)
    items = [] if items is None else list(items)
    items.extend(values)
    setattr(namespace, name, items)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to append, the "
                             "append const action may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        _extended(namespace, self.dest, [values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _extended(namespace, self.dest, values)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _extended(namespace, self.dest, [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        count = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, (0 if count is None else count) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        formatter = parser._get_formatter()
        parser._print_message(formatter._fill_text(version % {"prog": parser.prog}, formatter._width, "") + "\n", _sys.stdout)
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        both = []
        for option in option_strings:
            both.append(option)
            if option.startswith("--"):
                both.append("--no-" + option[2:])
        super().__init__(both, dest, 0, default=default, type=type, choices=choices, required=required, help=help,
                         metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, aliases=(), help=None, **kwargs):
        kwargs.setdefault("prog", f"{self._prog_prefix} {name}")
        for each in (name,) + tuple(aliases):
            if each in self._name_parser_map:
                raise ArgumentError(self, f"conflicting subparser{'' if each == name else ' alias'}: {each}")
        if help is not None:
            shown = name + (" (" + ", ".join(aliases) + ")" if aliases else "")
            self._choices_actions.append(Action([], name, help=help, metavar=shown))
        parser = self._parser_class(**kwargs)
        for each in (name,) + tuple(aliases):
            self._name_parser_map[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        chosen = self._name_parser_map[name]
        found, extra = chosen.parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extra:
            _extended(namespace, _EXTRA, extra)


_EXTRA = "_unrecognized_args"
_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction,
            "count": _CountAction, "help": _HelpAction, "version": _VersionAction, "extend": _ExtendAction,
            "parsers": _SubParsersAction}


class _ActionsContainer:
    def __init__(self, parser, description=None):
        self._parser = parser
        self.description = description
        self._group_actions = []

    def add_argument(self, *args, **kwargs):
        parser = self._parser
        prefixed = args and args[0][:1] and args[0][0] in parser.prefix_chars
        if args and not prefixed:
            if len(args) > 1:
                raise ValueError(f"invalid option string {args[0]!r}: must start with a character "
                                 f"{parser.prefix_chars!r}")
            if "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            options, dest = [], args[0]
            if "required" in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE):
                kwargs["required"] = True
            if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
                kwargs["required"] = True
        elif args:
            options, dest = list(args), kwargs.pop("dest", None) or _dest_of(args, parser.prefix_chars)
        else:
            if "dest" not in kwargs:
                raise TypeError("add_argument() missing 1 required positional argument: 'dest'")
            options, dest = [], kwargs.pop("dest")
            kwargs.setdefault("required", True)
        if "default" not in kwargs:
            if dest in parser._defaults:
                kwargs["default"] = parser._defaults[dest]
            elif parser.argument_default is not None:
                kwargs["default"] = parser.argument_default
        name = kwargs.pop("action", None)
        action_class = parser._registries["action"].get(name, name)
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        if not options and action_class in (_StoreTrueAction, _StoreFalseAction, _StoreConstAction, _CountAction):
            kwargs.pop("required", None)
        action = action_class(option_strings=options, dest=dest, **kwargs)
        convert = parser._registries["type"].get(action.type, action.type)
        if convert is not None and not callable(convert):
            raise ValueError(f"{convert!r} is not callable")
        if convert is FileType:
            raise ValueError(f"{convert!r} is a FileType class object, instance of it must be passed")
        _check_metavar(action)
        return self._add_action(action)

    def _add_action(self, action):
        parser = self._parser
        for option in action.option_strings:
            if option in parser._option_string_actions:
                if parser.conflict_handler != "resolve":
                    raise ArgumentError(action, f"conflicting option string: {option}")
                parser._drop_option(option)
            parser._option_string_actions[option] = action
        parser._actions.append(action)
        self._group_actions.append(action)
        action.container = self
        return action

    def register(self, registry_name, value, object):
        self._parser._registries.setdefault(registry_name, {})[value] = object

    def add_mutually_exclusive_group(self, *, required=False):
        group = _MutuallyExclusiveGroup(self, required)
        self._parser._mutually_exclusive_groups.append(group)
        return group

    def set_defaults(self, **kwargs):
        self._parser._defaults.update(kwargs)
        for action in self._parser._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._parser._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._parser._defaults.get(dest)


def _dest_of(options, prefix_chars):
    for option in options:
        if option[:1] not in prefix_chars or option == "":
            raise ValueError(f"invalid option string {option!r}: must start with a character {prefix_chars!r}")
    long = [option for option in options if len(option) > 1 and option[1] in prefix_chars]
    option = (long or list(options))[0]
    dest = option.lstrip(prefix_chars)
    if not dest:
        raise ValueError(f"dest= is required for options like {option!r}")
    return dest.replace("-", "_")


def _check_metavar(action):
    if not isinstance(action.nargs, int) and action.nargs not in _WANTED:
        raise ValueError("invalid nargs value")
    sizes = {None: (1,), OPTIONAL: (1,), ZERO_OR_MORE: (1, 2), ONE_OR_MORE: (2,), PARSER: (1,)}
    wanted = (action.nargs,) if isinstance(action.nargs, int) else sizes.get(action.nargs)
    if isinstance(action.metavar, tuple) and wanted is not None and len(action.metavar) not in wanted:
        raise ValueError("length of metavar tuple does not match nargs")


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, parser, title=None, description=None):
        super().__init__(parser, description)
        self.title = title


class _MutuallyExclusiveGroup(_ActionsContainer):
    def __init__(self, container, required):
        super().__init__(container._parser)
        self._container = container
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action) if not isinstance(self._container, ArgumentParser) else \
            self._parser._group_of(action)._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(self, description)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        if conflict_handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self._registries = {"action": dict(_ACTIONS), "type": {}}
        self._actions = []
        self._option_string_actions = {}
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._subparsers = None
        self._positionals = _ArgumentGroup(self, "positional arguments")
        self._optionals = _ArgumentGroup(self, "options")
        self._action_groups = [self._positionals, self._optionals]
        if add_help:
            first = prefix_chars[0] if "-" not in prefix_chars else "-"
            self.add_argument(first + "h", first * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._take_over(parent)

    def __repr__(self):
        return (f"ArgumentParser(prog={self.prog!r}, usage={self.usage!r}, description={self.description!r}, "
                f"formatter_class={self.formatter_class!r}, conflict_handler={self.conflict_handler!r}, "
                f"add_help={self.add_help!r})")

    def _take_over(self, parent):
        """The arguments of another parser, in groups of the same titles."""
        homes = {group.title: group for group in self._action_groups}
        places = {}
        for group in parent._action_groups:
            if group.title not in homes:
                homes[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                places[action] = homes[group.title]
        for group in parent._mutually_exclusive_groups:
            made = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                places[action] = made
        for action in parent._actions:
            places.get(action, self)._add_action(action)
        self._defaults.update(parent._defaults)

    def _group_of(self, action):
        return self._optionals if action.option_strings else self._positionals

    def _add_action(self, action):
        return self._group_of(action)._add_action(action)

    def _drop_option(self, option):
        old = self._option_string_actions.pop(option)
        old.option_strings = [each for each in old.option_strings if each != option]
        if not old.option_strings:
            self._actions.remove(old)
            old.container._group_actions.remove(old)

    def add_argument_group(self, title=None, description=None):
        group = _ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None,
                       metavar=None, parser_class=None):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        group = self._positionals
        if title or description:
            group = self.add_argument_group(title or "subcommands", description)
        if prog is None:
            formatter = self._get_formatter()
            positionals = [action for action in self._actions if not action.option_strings]
            prog = formatter._format_usage(self.usage, positionals, self._mutually_exclusive_groups, "").strip()
        self._subparsers = _SubParsersAction([], prog, parser_class or type(self), dest, required, help, metavar)
        return group._add_action(self._subparsers)

    # Help.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        text = self._get_formatter()._format_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return text.rstrip("\n") + "\n" if text else ""

    def format_help(self):
        formatter = self._get_formatter()
        usage = formatter._format_usage(self.usage, self._actions, self._mutually_exclusive_groups).strip("\n")
        sections = [usage] if usage else []
        if self.description:
            sections.append(formatter._fill_text(self.description % {"prog": self.prog}, formatter._width, "").rstrip("\n"))
        formatter._action_max_length = self._longest_action(formatter)
        for group in self._action_groups:
            text = self._format_group(formatter, group)
            if text:
                sections.append(text.rstrip("\n"))
        if self.epilog:
            sections.append(formatter._fill_text(self.epilog % {"prog": self.prog}, formatter._width, "").rstrip("\n"))
        return _re.sub("\n\n\n+", "\n\n", "\n\n".join(sections)).strip("\n") + "\n"

    def _shown(self, group):
        return [action for action in group._group_actions if action.help is not SUPPRESS]

    def _longest_action(self, formatter):
        longest = 0
        formatter._indent = 2
        for group in self._action_groups:
            for action in self._shown(group):
                longest = max(longest, formatter.action_length(action))
                for sub in getattr(action, "_choices_actions", ()):
                    longest = max(longest, formatter.action_length(sub) + 2)
        formatter._indent = 0
        return longest

    def _format_group(self, formatter, group):
        actions = self._shown(group)
        parts = []
        if group.description:
            parts.append(formatter._fill_text(group.description % {"prog": self.prog}, formatter._width - 2, "  ") + "\n")
            if actions:
                parts.append("\n")
        formatter._indent = 2
        for action in actions:
            parts.append(formatter._format_action(action))
            formatter._indent += 2
            for sub in getattr(action, "_choices_actions", ()):
                parts.append(formatter._format_action(sub))
            formatter._indent -= 2
        formatter._indent = 0
        if not parts:
            return ""
        return (group.title + ":\n" if group.title else "") + "".join(parts)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (_sys.stderr if file is None else file).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    # Parsing.

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return namespace

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """First the options, as if there were no positionals; then these, from what is left."""
        positionals = [action for action in self._actions if not action.option_strings]
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
            if any([action in group._group_actions for group in self._mutually_exclusive_groups]):
                raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        changed = []

        def change(owner, name, value):
            changed.append((owner, name, getattr(owner, name)))
            setattr(owner, name, value)

        def change_back():
            while changed:
                setattr(*changed.pop())

        usage = self.usage
        try:
            self.usage = self.format_usage()[7:] if usage is None else usage
            for action in positionals:
                change(action, "nargs", SUPPRESS)
                change(action, "default", SUPPRESS)
            namespace, rest = self.parse_known_args(args, namespace)
            change_back()
            for owner in [action for action in self._actions if action.option_strings] + self._mutually_exclusive_groups:
                change(owner, "required", False)
            return self.parse_known_args(rest, namespace)
        finally:
            change_back()
            self.usage = usage

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _with_files(self, args):
        """The words, with those of a file in the place of its name."""
        words = []
        for word in args:
            if not word or word[0] not in self.fromfile_prefix_chars:
                words.append(word)
                continue
            try:
                with open(word[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                self.error(str(error))
            words += self._with_files([part for line in lines for part in self.convert_arg_line_to_args(line)])
        return words

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if self.fromfile_prefix_chars is not None:
            args = self._with_files(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                rest = _Parsing(self, args, namespace).run()
            except ArgumentError as error:
                self.error(str(error))
        else:
            rest = _Parsing(self, args, namespace).run()
        if hasattr(namespace, _EXTRA):
            rest += getattr(namespace, _EXTRA)
            delattr(namespace, _EXTRA)
        return namespace, rest

    def _find_option(self, text):
        """The action a word names, the option as written in full, and the value behind '='; None: it is no option."""
        if not text or text[0] not in self.prefix_chars:
            return None
        if text in self._option_string_actions:
            return self._option_string_actions[text], text, None
        if len(text) == 1:
            return None
        name, mark, value = text.partition("=")
        if mark and name in self._option_string_actions:
            return self._option_string_actions[name], name, value
        matches = self._abbreviated(text)
        if len(matches) > 1:
            names = ", ".join([match[1] for match in matches])
            self.error(f"ambiguous option: {text} could match {names}")
        if matches:
            return matches[0]
        if _is_negative_number(text) and not self._has_negative_options():
            return None
        if " " in text:
            return None
        return None, text, None

    def _has_negative_options(self):
        return any([_is_negative_number(option) for option in self._option_string_actions])

    def _abbreviated(self, text):
        matches = []
        if text[1] in self.prefix_chars:
            if self.allow_abbrev:
                name, mark, value = text.partition("=")
                for option, action in self._option_string_actions.items():
                    if option.startswith(name):
                        matches.append((action, option, value if mark else None))
            return matches
        short, value = text[:2], text[2:]
        for option, action in self._option_string_actions.items():
            if option == short:
                matches.append((action, option, value))
            elif option.startswith(text):
                matches.append((action, option, None))
        return matches

    def _get_value(self, action, text):
        convert = self._registries["type"].get(action.type, action.type)
        if convert is None:
            return text
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}")

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")

    def _get_values(self, action, words):
        if action.nargs == SUPPRESS:
            return SUPPRESS
        if action.nargs not in (PARSER, REMAINDER) and "--" in words:
            words = list(words)
            words.remove("--")
        if not words and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not words and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return words if action.default is None else action.default
        if action.nargs in (None, OPTIONAL):
            value = self._get_value(action, words[0])
            self._check_value(action, value)
            return value
        values = [self._get_value(action, word) for word in words]
        if action.nargs == PARSER:
            if values[0] not in action.choices:
                choices = ", ".join([repr(choice) for choice in action.choices])
                raise ArgumentError(action, f"invalid choice: {values[0]!r} (choose from {choices})")
            return values
        if action.nargs != REMAINDER:
            for value in values:
                self._check_value(action, value)
        return values


def _is_negative_number(text):
    if text[:1] != "-":
        return False
    whole, point, decimals = text[1:].partition(".")
    if point:
        return decimals.isdigit() and (whole == "" or whole.isdigit())
    return whole.isdigit()


class _Parsing:
    """One run of parse_args(): words are taken in turn by options and by positionals.

    What may be taken is decided on `kinds`, a letter a word: O an option, A an argument, - the mark behind which there are no options.
    """

    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.rest = []
        self.seen = []
        self.given = []
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.options = {}
        self.kinds = ""
        for place, word in enumerate(args):
            if word == "--":
                self.kinds += "-" + "A" * (len(args) - place - 1)
                break
            found = parser._find_option(word)
            if found is not None:
                self.options[place] = found
            self.kinds += "A" if found is None else "O"

    def run(self):
        place = 0
        while place <= max(self.options, default=-1):
            following = min([option for option in self.options if option >= place])
            if place != following:
                end = self._take_positionals(place)
                if end > place:
                    place = end
                    continue
                self.rest += self.args[place:following]
            place = self._take_option(following)
        self.rest += self.args[self._take_positionals(place):]
        self._check_required()
        return self.rest

    def _take_option(self, place):
        action, name, value = self.options[place]
        if action is None:
            self.rest.append(self.args[place])
            return place + 1
        flags = []
        while value is not None and _count(action, "A") == 0 and name[1] not in self.parser.prefix_chars and value:
            # -abc: each letter an option, the last may have a value
            flags.append((action, name))
            name = name[0] + value[0]
            following = self.parser._option_string_actions.get(name)
            if following is None:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            action, value = following, value[1:] or None
        if value is None:
            words = self.args[place + 1:place + 1 + _count(action, self.kinds[place + 1:])]
        elif _count(action, "A") == 1:
            words = [value]
        else:
            raise ArgumentError(action, f"ignored explicit argument {value!r}")
        for flag, flag_name in flags:
            self._apply(flag, [], flag_name)
        self._apply(action, list(words), name)
        return place + 1 + (len(words) if value is None else 0)

    def _take_positionals(self, place):
        """As many of the next positionals as can have what they need take their words."""
        for number in range(len(self.positionals), 0, -1):
            taking = self.positionals[:number]
            found = _re.match("".join([_wanted(action) for action in taking]), self.kinds[place:])
            if found is not None:
                self.positionals = self.positionals[number:]
                for action, part in zip(taking, found.groups()):
                    self._apply(action, self.args[place:place + len(part)], None)
                    place += len(part)
                break
        return place

    def _apply(self, action, words, name):
        self.seen.append(action)
        values = self.parser._get_values(action, words)
        if values is not action.default or words:
            self.given.append(action)
            for group in self.parser._mutually_exclusive_groups:
                if action not in group._group_actions:
                    continue
                for other in group._group_actions:
                    if other is not action and other in self.given:
                        raise ArgumentError(action, "not allowed with argument " + _display_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, name)

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_display_name(action))
            elif isinstance(action.default, str) and action.dest is not SUPPRESS and \
                    getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            self.parser.error("the following arguments are required: " + ", ".join(missing))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any([action in self.given for action in group._group_actions]):
                names = [_display_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.parser.error("one of the arguments " + " ".join(names) + " is required")


_WANTED = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)", REMAINDER: "([-AO]*)",
           PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}


def _wanted(action):
    """The words that an action takes, as a pattern of their kinds; options do not look beyond a mark."""
    wanted = _WANTED.get(action.nargs) or "(-*" + "-*".join("A" * action.nargs) + "-*)"
    return wanted.replace("-*", "").replace("-", "") if action.option_strings else wanted


def _count(action, kinds):
    """How many of the words that follow an option it takes."""
    found = _re.match(_wanted(action), kinds)
    if found is None:
        raise ArgumentError(action, _missing_text(action))
    return len(found.group(1))


def _missing_text(action):
    texts = {None: "expected one argument", OPTIONAL: "expected at most one argument",
             ONE_OR_MORE: "expected at least one argument"}
    if action.nargs in texts:
        return texts[action.nargs]
    return f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
