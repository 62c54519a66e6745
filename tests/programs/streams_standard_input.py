# sys.stdin as text and as the bytes below it: what was read ahead as text is no longer among the bytes.
# simulated: no (input from the keyboard is not explored)
import sys

text, below = sys.stdin, sys.stdin.buffer


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(below.read, 3)
attempt(below.readline)
attempt(below.readline, 2)
attempt(text.readline)
attempt(below.readline)
attempt(text.read, 4)
attempt(text.readline, 3)
attempt(next, text)
attempt(text.readlines, 5)
for method, argument in (text.read, "x"), (below.read, -5), (text.write, "x"), (below.write, b"x"):
    attempt(method, argument)
attempt(text.read)
attempt(text.read)
attempt(below.read1)
print(text.name, text.mode, below.name, below.mode, text.readable(), below.writable(), below is text.buffer)
# input: abcdef
# input: xyz
# input: ühü12
# input: foo
# input: l1
# input: l2
# input: l3
# input: l4
# expect: b'abc'
# expect: b'def\n'
# expect: b'xy'
# expect: 'z\n'
# expect: b''
# expect: 'ühü1'
# expect: '2\n'
# expect: 'foo\n'
# expect: ['l1\n', 'l2\n']
# expect: TypeError argument should be integer or None, not 'str'
# expect: ValueError read length must be non-negative or -1
# expect: UnsupportedOperation not writable
# expect: UnsupportedOperation write
# expect: 'l3\nl4\n'
# expect: ''
# expect: b''
# expect: <stdin> r <stdin> rb True False True
