# expect: error missing ), unterminated subpattern at position 0
# expect: error unbalanced parenthesis at position 1
# expect: error nothing to repeat at position 0
# expect: error multiple repeat at position 2
# expect: error unterminated character set at position 0
# expect: error bad character range z-a at position 1
# expect: error bad escape \q at position 0
# expect: error bad escape (end of pattern) at position 1
# expect: error unknown group name 'x' at position 4
# expect: error redefinition of group name 'a' as group 2; was group 1 at position 12
# expect: error invalid group reference 2 at position 4
# expect: error look-behind requires fixed-width pattern
# expect: error unknown extension ?z at position 1
# expect: error min repeat greater than max repeat at position 2
# expect: error missing >, unterminated name at position 4
# expect: error bad character in group name '1a' at position 4
# expect: error global flags not at the start of the expression at position 1
# expect: error missing ), unterminated subpattern at position 2 (line 2, column 1)
# expect: error invalid group reference 3 at position 1
# expect: IndexError no such group
# expect: IndexError unknown group name 'n'
# expect: TypeError expected string or bytes-like object, got 'int'
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError first argument must be string or compiled pattern
# expect: TypeError cannot pickle 're.Match' object
import pickle
import re


def attempt(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


for pattern in ("(a", "a)", "*a", "a**", "[a", "[z-a]", r"\q", "a\\", "(?P=x)", "(?P<a>.)(?P<a>.)", r"(a)\2", "(?<=a+)b", "(?za)",
                "a{3,1}", "(?P<a", "(?P<1a>b)", "a(?i)", "a\n(b"):
    attempt(re.compile, pattern)
attempt(re.sub, "(a)", r"\3", "a")
attempt(re.match("a", "a").group, 1)
attempt(re.sub, "(a)", r"\g<n>", "a")
attempt(re.match, "a", 1)
attempt(re.match, "a", b"a")
attempt(re.match, b"a", "a")
attempt(re.compile, 1)
attempt(pickle.dumps, re.match("a", "a"))
