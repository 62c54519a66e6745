"""string: constants and templates."""
import string

print(string.ascii_lowercase, string.digits, string.hexdigits, string.octdigits, string.punctuation)
# expect: abcdefghijklmnopqrstuvwxyz 0123456789 0123456789abcdefABCDEF 01234567 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~
print(string.Template("$who owes ${sum} $$").substitute(who="Tim", sum=5), string.Template("$a $b").safe_substitute(a=1))
# expect: Tim owes 5 $ 1 $b
for text in ("$missing", "$", "a $1"):
    try:
        string.Template(text).substitute()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
# expect: KeyError 'missing'
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 1, col 3
print(string.capwords("hello  big world"), string.Formatter().format("{0}-{a}", 1, a=2))
# expect: Hello Big World 1-2
