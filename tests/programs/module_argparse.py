"""argparse: options, positionals, subcommands, help and errors."""
import argparse
import contextlib
import sys

parser = argparse.ArgumentParser(prog="tool", description="Counts things.", epilog="The end.")
parser.add_argument("number", type=int, help="how many")
parser.add_argument("names", nargs="*", help="whose")
parser.add_argument("-v", "--verbose", action="store_true", help="say more")
parser.add_argument("--workers", type=int, default=4, metavar="N", help="processes (default: %(default)s)")
parser.add_argument("--mode", choices=["fast", "slow"])
parser.add_argument("--add", action="append")
parser.print_help()
# expect: usage: tool [-h] [-v] [--workers N] [--mode {fast,slow}] [--add ADD]
# expect:             number [names ...]
# expect:
# expect: Counts things.
# expect:
# expect: positional arguments:
# expect:   number              how many
# expect:   names               whose
# expect:
# expect: options:
# expect:   -h, --help          show this help message and exit
# expect:   -v, --verbose       say more
# expect:   --workers N         processes (default: 4)
# expect:   --mode {fast,slow}
# expect:   --add ADD
# expect:
# expect: The end.
print(parser.parse_args(["5"]))
# expect: Namespace(number=5, names=[], verbose=False, workers=4, mode=None, add=None)
print(parser.parse_args(["5", "a", "b", "-v", "--workers", "2", "--mode=fast", "--add", "x", "--add", "y"]))
# expect: Namespace(number=5, names=['a', 'b'], verbose=True, workers=2, mode='fast', add=['x', 'y'])
print(parser.parse_known_args(["1", "--unknown"]))
# expect: (Namespace(number=1, names=[], verbose=False, workers=4, mode=None, add=None), ['--unknown'])
for words in (["x"], [], ["5", "--mode", "odd"], ["5", "--workers"], ["5", "--bogus"]):
    try:
        with contextlib.redirect_stderr(sys.stdout):
            parser.parse_args(words)
    except SystemExit as stop:
        print("exit", stop.code)
# expect: usage: tool [-h] [-v] [--workers N] [--mode {fast,slow}] [--add ADD]
# expect:             number [names ...]
# expect: tool: error: argument number: invalid int value: 'x'
# expect: exit 2
# expect: usage: tool [-h] [-v] [--workers N] [--mode {fast,slow}] [--add ADD]
# expect:             number [names ...]
# expect: tool: error: the following arguments are required: number, names
# expect: exit 2
# expect: usage: tool [-h] [-v] [--workers N] [--mode {fast,slow}] [--add ADD]
# expect:             number [names ...]
# expect: tool: error: argument --mode: invalid choice: 'odd' (choose from 'fast', 'slow')
# expect: exit 2
# expect: usage: tool [-h] [-v] [--workers N] [--mode {fast,slow}] [--add ADD]
# expect:             number [names ...]
# expect: tool: error: argument --workers: expected one argument
# expect: exit 2
# expect: usage: tool [-h] [-v] [--workers N] [--mode {fast,slow}] [--add ADD]
# expect:             number [names ...]
# expect: tool: error: unrecognized arguments: --bogus
# expect: exit 2
commands = argparse.ArgumentParser(prog="git")
parts = commands.add_subparsers(dest="command", required=True)
clone = parts.add_parser("clone", help="copy it")
clone.add_argument("url")
push = parts.add_parser("push")
push.add_argument("--force", action="store_true")
print(commands.parse_args(["clone", "here"]), commands.parse_args(["push", "--force"]).force)
# expect: Namespace(command='clone', url='here') True
