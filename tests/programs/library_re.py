# expect: <re.Match object; span=(0, 3), match='abc'> None <re.Match object; span=(1, 2), match='b'>
# expect: ('2024', '05') 2024 ('2024', '05') {'year': '2024', 'month': '05'} (5, 7) 2 month
# expect: ['1', '22'] [('a', '1'), ('b', '2')] ['', 'a', ''] ['a', '', 'b', '', '']
# expect: ['a', 'b', 'c'] ['a', ',', 'b', ';', 'c'] ['', 'a', 'b', ''] ['a', 'b;c']
# expect: x-x-x ('x1-x', 1) 2-1 [1][2] <a> b1a2 A.B
# expect: re.compile('a+', re.IGNORECASE|re.MULTILINE) re.compile(b'x') True
# expect: ['A', 'a'] ['b', 'c'] ['a\nb'] ['x1'] ['12']
# expect: ['é', 'ü', '_', '1'] ['_', '1'] ['٣'] []
# expect: abc abc None (0, 0) <re.Match object; span=(0, 1), match='\n'>
# expect: [('k', 'v')] ['aa'] ['foo'] ['bar'] (0, 2) None
# expect: a\.b\*c\ d True ['a', 'b']
# expect: b'2' [b'1', b'2'] b'x.x'
# expect: ('1', None) ('1', 'z') (None, '2') [(0, 1), (0, 1)]
# expect: 2 5 ell <re.Match object; span=(2, 5), match='llo'> None
# expect: True 5 ['NUMBER', 'OP', 'NAME']
import copy
import pickle
import re

print(re.match(r"[a-c]+", "abcd"), re.match("b", "abc"), re.search("b", "abc"))
m = re.fullmatch(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05")
print(m.groups(), m["year"], m.group("year", 2), m.groupdict(), m.span("month"), m.lastindex, m.lastgroup)
print(re.findall(r"\d+", "a1b22"), re.findall(r"(\w)=(\d)", "a=1,b=2"), re.findall("|a", "a"), re.findall("a|b|", "a-b-"))
print(re.split("[,;]", "a,b;c"), re.split("([,;])", "a,b;c"), re.split("", "ab"), re.split("[,;]", "a,b;c", maxsplit=1))
print(re.sub(r"\d", "x", "1-2-3"), re.subn(r"\d$", "x", "x1-2"), re.sub(r"(\d)-(\d)", r"\2-\1", "1-2"),
      re.sub(r"(\d)", r"[\g<1>]", "12"), re.sub(r"(?P<n>\w)", r"<\g<n>>", "a"),
      re.sub(r"(\w)(\d)", lambda m: m[1] + m[2], "b1a2"), re.sub("[a-z]", lambda m: m.group().upper(), "a.b"))
p = re.compile("a+", re.I | re.M)
print(p, re.compile(b"x"), re.compile("a+", re.I | re.M) is p)
print(re.findall("a", "Aa", re.I), re.findall("^[bc]", "a\nb\nc", re.M), re.findall("a.b", "a\nb", flags=re.S),
      re.findall(r"""x   # the letter
                  \d""", "x1", re.X), re.findall(r"(?x) 1 2 ", "12"))
print(re.findall(r"\w", "éü_1"), re.findall(r"\w", "éü_1", re.A), re.findall(r"\d", "٣"), re.findall(r"\d", "٣", re.A))
print(re.match(r"abc\Z", "abc")[0], re.match("abc$", "abc\n")[0], re.match(r"abc\Z", "abc\n"), re.match("", "").span(),
      re.match(r"\s", "\n"))
print(re.findall(r"(\w)=(\w)", "k=v"), re.findall(r"(?:a){2}", "aaa"), re.findall(r"foo(?=bar)", "foobar"),
      re.findall(r"(?<=foo)bar", "foobar"), re.match(r"(a)\1", "aa").span(), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a\""))
print(re.escape("a.b*c d"), bool(re.match("(?i:A)b", "ab")), [m.group() for m in re.finditer("[ab]", "xaby")])
print(re.search(rb"\d", b"a2")[0], re.findall(rb"\d", b"12"), re.sub(rb"\d", b"x", b"1.2"))
print(re.match(r"(1)(z)?", "1").groups(), re.match(r"(1)(z)?", "1").groups("z"), re.match(r"(1)|(2)", "2").groups(),
      list(re.match("(a)", "a").regs))
p = re.compile("l+o?")
print(p.search("hello").start(), p.search("hello").end(), re.search("(?<=h)ell", "hello").expand(r"\g<0>"),
      p.search("hello", 1), p.search("hello", 4))
q = pickle.loads(pickle.dumps(re.compile("x(y)", re.I)))
tokens = re.compile(r"(?P<NUMBER>\d+)|(?P<OP>[+*])|(?P<NAME>\w+)|\s+")
print(q.groups == 1 and q.flags == re.compile("x(y)", re.I).flags and copy.deepcopy(q) is q,
      re.search("é", "aaaaaé").start(), [m.lastgroup for m in tokens.finditer("1 + a") if m.lastgroup])
