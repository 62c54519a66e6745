# io.TextIOWrapper over a stream in memory: text in one encoding, written in blocks, read by lines.
import io

raw = io.BytesIO()
writer = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n")
print(writer.write("héllo\nworld\n"), raw.getvalue())
writer.flush()
print(raw.getvalue(), writer.buffer is raw, writer.encoding, writer.errors)
writer.write("more")
print(writer.tell(), writer.seek(0), writer.read(), writer.readable(), writer.writable(), writer.seekable())
print(writer, hasattr(writer, "name"))
print(writer.detach() is raw, raw.closed)
try:
    writer.write("gone")
except ValueError as error:
    print(error)

reader = io.TextIOWrapper(io.BytesIO("a\r\nbé\rc".encode()), encoding="utf-8")
print([reader.readline(), reader.read(1), reader.read(), reader.read()], reader.seek(0), list(reader))
try:
    io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read()
except UnicodeDecodeError as error:
    print(error)

through = io.BytesIO()
kept = io.TextIOWrapper(through, encoding="ascii", errors="replace", write_through=True)
kept.write("é!")
print(through.getvalue())
lines = io.BytesIO()
by_line = io.TextIOWrapper(lines, encoding="utf-8", line_buffering=True)
by_line.write("no end")
print(lines.getvalue())
by_line.write(", end\n")
print(lines.getvalue())
with io.TextIOWrapper(io.BytesIO(), encoding="utf-8") as closing:
    print("written with print", file=closing)
print(closing.closed, closing.buffer.closed)
# expect: 12 b''
# expect: b'h\xc3\xa9llo\r\nworld\r\n' True utf-8 strict
# expect: 19 0 héllo
# expect: world
# expect: more True True True
# expect: <_io.TextIOWrapper encoding='utf-8'> False
# expect: True False
# expect: underlying buffer has been detached
# expect: ['a\n', 'b', 'é\nc', ''] 0 ['a\n', 'bé\n', 'c']
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: b'?!'
# expect: b''
# expect: b'no end, end\n'
# expect: True True
