"""open() for text: writing, reading by lines and pieces, appending, newlines and encodings."""
import os

path = f"/tmp/forkscope-open-text-{os.getpid()}.txt"
with open(path, "w", encoding="utf-8") as file:
    print(file.write("first\nsecond é\n"), file.writable(), file.readable(), file.mode)
    file.writelines(["third\n", "한글"])
    print("printed", file=file)
# expect: 15 True False w
print(file.closed)  # expect: True
with open(path, encoding="utf-8") as file:
    print(repr(file.read(3)), repr(file.readline()), file.readlines())
    print(repr(file.read()), repr(file.readline()))
# expect: 'fir' 'st\n' ['second é\n', 'third\n', '한글printed\n']
# expect: '' ''
with open(path, "a", encoding="utf-8") as file:
    file.write("more\n")
print([line.rstrip("\n") for line in open(path, encoding="utf-8")])
# expect: ['first', 'second é', 'third', '한글printed', 'more']
with open(path, "w", newline="\r\n") as file:
    file.write("a\nb\n")
print(open(path, "rb").read(), repr(open(path).read()), repr(open(path, newline="").read()))
# expect: b'a\r\nb\r\n' 'a\nb\n' 'a\r\nb\r\n'
print(open(path, newline="").readlines(), open(path).readlines())  # expect: ['a\r\n', 'b\r\n'] ['a\n', 'b\n']
with open(path, "w", encoding="latin-1") as file:
    file.write("é")
print(open(path, "rb").read(), open(path, encoding="latin-1").read())  # expect: b'\xe9' é
try:
    open(path, encoding="utf-8").read()
except UnicodeDecodeError as error:
    print(error.__class__.__name__)
# expect: UnicodeDecodeError
print(repr(open(path, encoding="utf-8", errors="replace").read()), repr(open(path, encoding="utf-8", errors="ignore").read()))
# expect: '�' ''
with open(path, "w+") as file:
    file.write("hello world")
    print(file.tell(), file.seek(0), file.read(5), file.tell(), file.read())
    file.seek(6)
    file.write("W")
    file.seek(0)
    print(file.read())
    print(file.truncate(5), file.seek(0), file.read())
# expect: 11 0 hello 5  world
# expect: hello World
# expect: 5 0 hello
os.remove(path)
