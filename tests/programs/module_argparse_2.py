# Groups of which one may be given, arguments from files, options between arguments, and help as CPython lays it out.
import argparse
import os
import sys
import tempfile

# simulated: no (it reads a file)


def attempt(label, work):
    try:
        print(label, work())
    except (Exception, SystemExit) as error:
        print(label, type(error).__name__, error)


def parser_of(**options):
    parser = argparse.ArgumentParser(prog="tool", exit_on_error=False, **options)
    parser.error = lambda message: (_ for _ in ()).throw(ValueError(message))
    return parser


parent = argparse.ArgumentParser(add_help=False)
output = parent.add_argument_group("output", "Where it goes.")
choice = output.add_mutually_exclusive_group(required=True)
choice.add_argument("--file")
choice.add_argument("--screen", action="store_true")
child = parser_of(parents=[parent], epilog="That is all.")
print(child.format_help())
attempt("both", lambda: child.parse_args(["--file", "a", "--screen"]))
attempt("none", lambda: child.parse_args([]))
attempt("one", lambda: child.parse_args(["--screen"]))

mixed = parser_of()
group = mixed.add_mutually_exclusive_group()
group.add_argument("--first", help=argparse.SUPPRESS)
group.add_argument("--second")
group.add_argument("rest", nargs="*", default=["x"], help=" ")
print(mixed.format_help())

words = parser_of(prefix_chars="-+")
words.add_argument("+a", action="store_true")
words.add_argument("+b", action="count")
words.add_argument("+c")
words.add_argument("x", nargs="*")
words.add_argument("y", nargs="?")
for line in ("+abbc 3", "+bc=4 1 2", "1 2 +a 3", "-- +a 1", "1 +a -- 2 +b", "+bz"):
    attempt(line, lambda: words.parse_known_args(line.split()))
between = parser_of()
between.add_argument("--flag", action="store_true")
between.add_argument("command")
between.add_argument("items", nargs="*", type=int)
attempt("intermixed", lambda: between.parse_intermixed_args("run 1 --flag 2 3".split()))
attempt("not intermixed", lambda: between.parse_known_args("run 1 --flag 2 3".split()))
remainder = parser_of()
remainder.add_argument("--flag", action="store_true")
remainder.add_argument("command")
remainder.add_argument("all", nargs=argparse.REMAINDER)
attempt("remainder", lambda: remainder.parse_args("--flag run --other x --flag".split()))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "arguments")
    with open(path, "w") as file:
        file.write("--name\nAnn Bell\n7\n")
    reading = parser_of(fromfile_prefix_chars="@")
    reading.add_argument("--name")
    reading.register("type", "hex", lambda text: int(text, 16))
    reading.add_argument("number", type="hex")
    attempt("file", lambda: reading.parse_args(["@" + path]))

tools = parser_of()
commands = tools.add_subparsers(dest="command", required=True)
commands.add_parser("add", aliases=["a"])
attempt("twice", lambda: commands.add_parser("add"))
attempt("alias", lambda: commands.add_parser("b", aliases=["a"]))


class Short(argparse.HelpFormatter):
    def _format_action_invocation(self, action):
        return "/".join(action.option_strings) or super()._format_action_invocation(action)

    def _get_default_metavar_for_positional(self, action):
        return action.dest.title()


shown = parser_of(formatter_class=Short, usage=argparse.SUPPRESS, description="Much space,\n     one\u00a0piece.")
shown.add_argument("--long", "-l", help="with %(prog)s")
shown.add_argument("thing")
print(shown.format_help())

for options in ({"nargs": "x"}, {"nargs": 2, "metavar": ("A",)}, {"type": argparse.FileType}, {"action": "none"},
                {"action": "append", "nargs": 0}, {"type": "text"}):
    attempt(sorted(options), lambda: parser_of().add_argument("--option", **options))
attempt("dashes", lambda: parser_of().add_argument("--"))
attempt("handler", lambda: argparse.ArgumentParser(conflict_handler="ignore"))
print(argparse.Namespace(a=1, **{"b-c": 2}), argparse.FileType("r", encoding="ascii"))
sys.stdout.flush()

# expect: usage: tool [-h] (--file FILE | --screen)
# expect:
# expect: options:
# expect:   -h, --help   show this help message and exit
# expect:   --file FILE
# expect:   --screen
# expect:
# expect: output:
# expect:   Where it goes.
# expect:
# expect: That is all.
# expect:
# expect: both ArgumentError argument --screen: not allowed with argument --file
# expect: none ValueError one of the arguments --file --screen is required
# expect: one Namespace(file=None, screen=True)
# expect: usage: tool [-h] [--second SECOND | rest ...]
# expect:
# expect: positional arguments:
# expect:   rest             
# expect:
# expect: options:
# expect:   -h, --help       show this help message and exit
# expect:   --second SECOND
# expect:
# expect: +abbc 3 (Namespace(a=True, b=2, c='3', x=[], y=None), [])
# expect: +bc=4 1 2 (Namespace(a=False, b=1, c='=4', x=['1', '2'], y=None), [])
# expect: 1 2 +a 3 (Namespace(a=True, b=None, c=None, x=['1', '2'], y=None), ['3'])
# expect: -- +a 1 (Namespace(a=False, b=None, c=None, x=['+a', '1'], y=None), [])
# expect: 1 +a -- 2 +b (Namespace(a=True, b=None, c=None, x=['1'], y=None), ['--', '2', '+b'])
# expect: +bz ArgumentError argument +b: ignored explicit argument 'z'
# expect: intermixed Namespace(flag=True, command='run', items=[1, 2, 3])
# expect: not intermixed (Namespace(flag=True, command='run', items=[1]), ['2', '3'])
# expect: remainder Namespace(flag=True, command='run', all=['--other', 'x', '--flag'])
# expect: file Namespace(name='Ann Bell', number=7)
# expect: twice ArgumentError argument command: conflicting subparser: add
# expect: alias ArgumentError argument command: conflicting subparser alias: a
# expect: Much space, one piece.
# expect:
# expect: positional arguments:
# expect:   Thing
# expect:
# expect: options:
# expect:   -h/--help  show this help message and exit
# expect:   --long/-l  with tool
# expect:
# expect: ['nargs'] ValueError invalid nargs value
# expect: ['metavar', 'nargs'] ValueError length of metavar tuple does not match nargs
# expect: ['type'] ValueError <class 'argparse.FileType'> is a FileType class object, instance of it must be passed
# expect: ['action'] ValueError unknown action "none"
# expect: ['action', 'nargs'] ValueError nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append const action may be more appropriate
# expect: ['type'] ValueError 'text' is not callable
# expect: dashes ValueError dest= is required for options like '--'
# expect: handler ValueError invalid conflict_resolution value: 'ignore'
# expect: Namespace(a=1, **{'b-c': 2}) FileType('r', encoding='ascii')
