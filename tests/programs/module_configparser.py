"""configparser: reading, values of every kind, references between them, writing, and what is refused."""
import configparser
import io

TEXT = """
# a comment
[DEFAULT]
base = /srv
level: 3

[server]
Host = localhost
port = 8080
path = %(base)s/data
deep = %(path)s/x
percent = 100%%
debug = yes
ratio = 0.5
many = one
    two

    three
empty =

[client]
level = 5
wrong = %(nothing)s
loop = %(loop)s
odd = %z
open = %(base
flag = maybe
"""


def attempt(function, *arguments, **details):
    try:
        print(repr(function(*arguments, **details)))
    except (configparser.Error, ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, error)


config = configparser.ConfigParser()
config.read_string(TEXT)
print(config.sections(), config.defaults(), len(config), list(config))
print(config.options("server"))
for name in ("host", "HOST", "port", "path", "deep", "percent", "many", "empty", "level"):
    print(name, repr(config.get("server", name)))
print(config.getint("server", "port") + 1, config.getfloat("server", "ratio"), config.getboolean("server", "debug"))
print(config["server"]["path"], "host" in config["server"], config["client"].getint("level"), config["server"].get("none", "x"))
print(config.get("server", "none", fallback=None), config.getint("none", "none", fallback=7), config.get("server", "path", raw=True))
print(config.get("server", "path", vars={"base": "/other"}), config.has_option("server", "level"), config.has_section("DEFAULT"))
print(config["server"], config["DEFAULT"], [name for name, section in config.items()])
for name in ("wrong", "loop", "odd", "open", "missing"):
    attempt(config.get, "client", name)
attempt(config.getboolean, "client", "flag")
attempt(config.getint, "server", "host")
attempt(config.get, "nowhere", "x")
attempt(config.__getitem__, "nowhere")
attempt(config["server"].__getitem__, "nowhere")
attempt(config.add_section, "server")
attempt(config.add_section, "DEFAULT")
attempt(config.set, "server", "x", 5)
attempt(config.set, "server", "x", "50%")
attempt(config.set, "nowhere", "x", "1")
for text in ("x = 1\n", "[a]\nx = 1\nx = 2\n", "[a]\n[a]\n", "[a]\nno value\nworse\n"):
    attempt(configparser.ConfigParser().read_string, text)

made = configparser.ConfigParser(allow_no_value=True)
made["one"] = {"A": "1", "text": "two\nlines"}
made.read_dict({"two": {"x": 5, "y": None}})
made.set("one", "b", "%(a)s%%")
print(made.items("one"), made.items("two"), made.remove_option("one", "a"), made.remove_section("zero"))
out = io.StringIO()
made.write(out)
print(out.getvalue().replace("\t", "<tab>"), end="")

extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), inline_comment_prefixes="#")
extended.read_string("[a]\nx = ${b:y}/${z} # comment\nz = 1\nbad = ${c:d}\n[b]\ny = $$${z2}\nz2 = deep\n")
print(extended["a"]["x"], extended["b"]["y"])
attempt(extended.get, "a", "bad")
raw = configparser.RawConfigParser(converters={"list": lambda text: text.split(",")})
raw.optionxform = str
raw.read_string("[S]\nKey = a,%b,c\n")
print(raw.items("S"), raw.getlist("S", "Key"), raw["S"].getlist("Key"), raw.getlist("S", "no", fallback=[]))
# expect: ['server', 'client'] {'base': '/srv', 'level': '3'} 3 ['DEFAULT', 'server', 'client']
# expect: ['host', 'port', 'path', 'deep', 'percent', 'debug', 'ratio', 'many', 'empty', 'base', 'level']
# expect: host 'localhost'
# expect: HOST 'localhost'
# expect: port '8080'
# expect: path '/srv/data'
# expect: deep '/srv/data/x'
# expect: percent '100%'
# expect: many 'one\ntwo\n\nthree'
# expect: empty ''
# expect: level '3'
# expect: 8081 0.5 True
# expect: /srv/data True 5 x
# expect: None 7 %(base)s/data
# expect: /other/data True False
# expect: <Section: server> <Section: DEFAULT> ['DEFAULT', 'server', 'client']
# expect: InterpolationMissingOptionError Bad value substitution: option 'wrong' in section 'client' contains an interpolation key 'nothing' which is not a valid option name. Raw value: '%(nothing)s'
# expect: InterpolationDepthError Recursion limit exceeded in value substitution: option 'loop' in section 'client' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(loop)s'
# expect: InterpolationSyntaxError '%' must be followed by '%' or '(', found: '%z'
# expect: InterpolationSyntaxError bad interpolation variable reference '%(base'
# expect: NoOptionError No option 'missing' in section: 'client'
# expect: ValueError Not a boolean: maybe
# expect: ValueError invalid literal for int() with base 10: 'localhost'
# expect: NoSectionError No section: 'nowhere'
# expect: KeyError 'nowhere'
# expect: KeyError 'nowhere'
# expect: DuplicateSectionError Section 'server' already exists
# expect: ValueError Invalid section name: 'DEFAULT'
# expect: TypeError option values must be strings
# expect: ValueError invalid interpolation syntax in '50%' at position 2
# expect: NoSectionError No section: 'nowhere'
# expect: MissingSectionHeaderError File contains no section headers.
# expect: file: '<string>', line: 1
# expect: 'x = 1\n'
# expect: DuplicateOptionError While reading from '<string>' [line  3]: option 'x' in section 'a' already exists
# expect: DuplicateSectionError While reading from '<string>' [line  2]: section 'a' already exists
# expect: ParsingError Source contains parsing errors: '<string>'
# expect: 	[line  2]: 'no value\n'
# expect: 	[line  3]: 'worse\n'
# expect: [('a', '1'), ('text', 'two\nlines'), ('b', '1%')] [('x', '5'), ('y', '')] True False
# expect: [one]
# expect: text = two
# expect: <tab>lines
# expect: b = %(a)s%%
# expect:
# expect: [two]
# expect: x = 5
# expect: y
# expect:
# expect: $deep/1 $deep
# expect: InterpolationMissingOptionError Bad value substitution: option 'bad' in section 'a' contains an interpolation key 'c:d' which is not a valid option name. Raw value: '${c:d}'
# expect: [('Key', 'a,%b,c')] ['a', '%b', 'c'] ['a', '%b', 'c'] []
