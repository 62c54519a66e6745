# expect: a/b/c.tar.gz c.tar.gz .gz ['.tar', '.gz'] c.tar a/b ('a', 'b', 'c.tar.gz')
# expect: PosixPath('/x/y') True /x/z.txt y.md a/b True False
# expect: hello 5 True False
# expect: ['one.txt', 'two.txt'] ['deep.txt', 'one.txt', 'two.txt']
# expect: ['one.txt', 'two.txt'] True
# expect: ['copy.txt', 'deep.txt'] hello
# expect: False False
# expect: True b'data' False
# expect: FileNotFoundError [Errno 2] No such file or directory: 'missing'
# expect: ['b.py', 'c.py'] True False
import fnmatch
import glob
import os
import pathlib
import shutil
import tempfile
from pathlib import Path, PurePosixPath

p = PurePosixPath("a/b") / "c.tar.gz"
print(p, p.name, p.suffix, p.suffixes, p.stem, p.parent, p.parts)
q = Path("/x") / "./y"
print(repr(q), q.is_absolute(), q.with_name("z.txt"), Path("y.txt").with_suffix(".md"), Path("/r/a/b").relative_to("/r"),
      Path("a.py").match("*.py"), Path("a") == "a")
folder = tempfile.mkdtemp(prefix="forkscope_test_")
base = Path(folder)
(base / "one.txt").write_text("hello")
(base / "two.txt").write_bytes(b"2")
(base / "inner").mkdir()
(base / "inner" / "deep.txt").touch()
one = base / "one.txt"
print(one.read_text(), one.stat().st_size, one.exists(), one.is_dir())
print(sorted(f.name for f in base.glob("*.txt")), sorted(f.name for f in base.rglob("*.txt")))
print(sorted(os.path.basename(f) for f in glob.glob(os.path.join(folder, "*.txt"))), one in base.iterdir())
shutil.copy(one, base / "inner" / "copy.txt")
shutil.copytree(base / "inner", base / "second")
print(sorted(os.listdir(base / "second")), (base / "second" / "copy.txt").read_text())
shutil.rmtree(folder)
print(base.exists(), os.path.exists(folder))
with tempfile.NamedTemporaryFile() as file:
    file.write(b"data")
    file.seek(0)
    name, found = file.name, os.path.exists(file.name)
    content = file.read()
print(found, content, os.path.exists(name))
try:
    Path("missing").read_text()
except FileNotFoundError as error:
    print(type(error).__name__, error)
print(fnmatch.filter(["a.txt", "b.py", "c.py"], "*.py"), fnmatch.fnmatch("a[1]", "a[[]1]"), fnmatch.fnmatch("ab", "a[!b]"))
