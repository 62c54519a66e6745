"""shlex: a line into words and back."""
import shlex

for line in ("cp 'a b' c", 'say "it\'s" \\"', "a # b", "a#b c", "x=\"1 2\"'3'", "''", "  \t\n", "a\\ b\\\n", '"a\\nb\\"c"', "é 'ü'"):
    print(shlex.split(line), shlex.split(line, comments=True))
for line in ("'open", "back\\", '"a\\'):
    try:
        shlex.split(line)
    except ValueError as error:
        print(error)
for line in ("cp 'a b' c", "it's here", '"x"y', "a 'b c"):
    try:
        print(shlex.split(line, posix=False))
    except ValueError as error:
        print(error)
for word in ("", "plain", "a b", "it's", "é", "$x", "a=b,c:/d@e%f+g-h.i_j"):
    print(shlex.quote(word))
words = ["a b", "it's", "", "x"]
print(shlex.join(words), shlex.split(shlex.join(words)) == words)
# expect: ['cp', 'a b', 'c'] ['cp', 'a b', 'c']
# expect: ['say', "it's", '"'] ['say', "it's", '"']
# expect: ['a', '#', 'b'] ['a']
# expect: ['a#b', 'c'] ['a']
# expect: ['x=1 23'] ['x=1 23']
# expect: [''] ['']
# expect: [] []
# expect: ['a b\n'] ['a b\n']
# expect: ['a\\nb"c'] ['a\\nb"c']
# expect: ['é', 'ü'] ['é', 'ü']
# expect: No closing quotation
# expect: No escaped character
# expect: No escaped character
# expect: ['cp', "'a b'", 'c']
# expect: ["it's", 'here']
# expect: ['"x"', 'y']
# expect: No closing quotation
# expect: ''
# expect: plain
# expect: 'a b'
# expect: 'it'"'"'s'
# expect: 'é'
# expect: '$x'
# expect: a=b,c:/d@e%f+g-h.i_j
# expect: 'a b' 'it'"'"'s' '' x True
