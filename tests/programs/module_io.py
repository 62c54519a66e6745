"""Streams in memory: StringIO and BytesIO."""
import io

text = io.StringIO()
print(text.write("one\n"), text.write("two\n"), text.getvalue().split(), text.tell(), text.read())
# expect: 4 4 ['one', 'two'] 8 
print("printed", 5, file=text)
print(text.seek(0), text.readline(), text.readlines(), text.closed)
# expect: 0 one
# expect:  ['two\n', 'printed 5\n'] False
text.seek(0)
print([line for line in text], text.truncate(3), repr(text.getvalue()))
# expect: ['one\n', 'two\n', 'printed 5\n'] 3 'one'
with io.StringIO("a\nb") as given:
    print(given.read(1), given.read(), given.read())
# expect: a 
# expect: b 
print(given.closed)  # expect: True
for attempt in (lambda: given.read(), lambda: text.write(b"x"), lambda: text.seek(-1), lambda: io.StringIO(5)):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
# expect: ValueError: I/O operation on closed file
# expect: TypeError: string argument expected, got 'bytes'
# expect: ValueError: Negative seek position -1
# expect: TypeError: initial_value must be str or None, not int
data = io.BytesIO(b"hello\nworld")
print(data.readline(), data.read(3), data.tell(), data.seek(-2, 2), data.read(), data.getvalue())
# expect: b'hello\n' b'wor' 9 9 b'ld' b'hello\nworld'
data.seek(0)
data.write(b"J")
print(data.getvalue(), data.readable(), data.writable(), data.seekable())  # expect: b'Jello\nworld' True True True
data.seek(15)
data.write(b"!")
print(data.getvalue())  # expect: b'Jello\nworld\x00\x00\x00\x00!'
