# Templates of one's own: other signs, names and whole patterns.
import re
from string import Template


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


values = {"who": "Ann", "city": "Rome", "Who": "Bob", "a.b": "dotted", "été": "summer"}
text = Template("$who in ${city}, $$5 for $missing")
attempt(lambda: text.substitute(values))
attempt(lambda: text.substitute(values, missing="all"))
attempt(lambda: text.safe_substitute(values))
attempt(lambda: (text.get_identifiers(), text.is_valid()))
attempt(lambda: Template("one\n two $1").substitute())
attempt(lambda: Template("one\n two ${a b}").safe_substitute(a=1))
attempt(lambda: Template("$été $self").substitute(self="it"))
attempt(lambda: Template("$x").substitute(None))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+(?:[.][a-z]+)?"


class Inside(Template):
    braceidpattern = "[A-Z ]+"


class Capitals(Template):
    flags = 0
    idpattern = "[A-Z][a-z]*"


class Brackets(Template):
    pattern = r"""
    \[(?:
      (?P<escaped>\[)   |   # two brackets are one
      (?P<named>[a-z]+)\] |
      (?P<braced>:[a-z]+:)\] |
      (?P<invalid>)
    )
    """


attempt(lambda: Percent("%who %% %a.b $who %{city}").substitute(values))
attempt(lambda: Inside("$who ${THE CITY} ${city}").safe_substitute({"who": 1, "THE CITY": 2, "city": 3}))
attempt(lambda: Capitals("$Who $who").safe_substitute(values))
attempt(lambda: Capitals("$who").substitute(values))
attempt(lambda: Brackets("[[ [who] [:x:] [Q").safe_substitute({"who": "W", ":x:": "X"}))
attempt(lambda: Brackets("[who] [Q").substitute(values))
attempt(lambda: (Template.pattern.groupindex["braced"], Template.flags == re.IGNORECASE, Percent.pattern.flags & re.VERBOSE != 0))


class Lookup:
    def __getitem__(self, name):
        return name.upper()


attempt(lambda: Template("$any ${thing}").substitute(Lookup()))
attempt(lambda: Template("$any ${thing}").substitute(Lookup(), thing="other"))

# expect: KeyError 'missing'
# expect: Ann in Rome, $5 for all
# expect: Ann in Rome, $5 for $missing
# expect: (['who', 'city', 'missing'], True)
# expect: ValueError Invalid placeholder in string: line 2, col 6
# expect: one
# expect:  two ${a b}
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: TypeError 'NoneType' object is not subscriptable
# expect: Ann % dotted $who Rome
# expect: 1 2 3
# expect: Bob $who
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: $ W X [Q
# expect: ValueError Invalid placeholder in string: line 1, col 7
# expect: (3, True, True)
# expect: ANY THING
# expect: ANY other
