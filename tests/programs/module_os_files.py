"""os: folders, names, states of files, walks and the environment."""
import os

root = f"/tmp/forkscope-os-files-{os.getpid()}"
os.makedirs(os.path.join(root, "a", "b"))
with open(os.path.join(root, "a", "one.txt"), "w") as file:
    file.write("12345")
with open(os.path.join(root, "two.txt"), "w") as file:
    file.write("x")
print(sorted(os.listdir(root)), os.path.isdir(root), os.path.isfile(root), os.path.exists(root + "/none"))
# expect: ['a', 'two.txt'] True False False
print(os.stat(root + "/a/one.txt").st_size, os.path.getsize(root + "/two.txt"), os.path.getmtime(root) > 0)
# expect: 5 1 True
for folder, folders, files in os.walk(root):
    print(folder[len(root):], sorted(folders), sorted(files))
# expect:  ['a'] ['two.txt']
# expect: /a ['b'] ['one.txt']
# expect: /a/b [] []
os.rename(root + "/two.txt", root + "/three.txt")
os.replace(root + "/three.txt", root + "/a/three.txt")
print(sorted(os.listdir(root + "/a")), sorted(entry.name for entry in os.scandir(root) if entry.is_dir()))
# expect: ['b', 'one.txt', 'three.txt'] ['a']
for attempt in (lambda: os.mkdir(root), lambda: os.remove(root + "/none"), lambda: os.rmdir(root), lambda: os.listdir(root + "/none"),
                lambda: os.stat(root + "/none")):
    try:
        attempt()
    except OSError as error:
        print(type(error).__name__, error.errno, str(error).replace(root, "ROOT"))
# expect: FileExistsError 17 [Errno 17] File exists: 'ROOT'
# expect: FileNotFoundError 2 [Errno 2] No such file or directory: 'ROOT/none'
# expect: OSError 39 [Errno 39] Directory not empty: 'ROOT'
# expect: FileNotFoundError 2 [Errno 2] No such file or directory: 'ROOT/none'
# expect: FileNotFoundError 2 [Errno 2] No such file or directory: 'ROOT/none'
os.environ["FORKSCOPE_TEST"] = "on"
print(os.getenv("FORKSCOPE_TEST"), os.environ.get("NOT_SET", "default"), "FORKSCOPE_TEST" in os.environ, os.environ.pop("FORKSCOPE_TEST"))
# expect: on default True on
print(os.path.join("a", "b", "/c", "d"), os.path.split("/x/y.z"), os.path.splitext("a.tar.gz"), os.path.normpath("a/../b//c/."))
# expect: /c/d ('/x', 'y.z') ('a.tar', '.gz') b/c
print(os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.relpath("/a/b", "/a/c"), os.path.basename("/x/"), os.path.dirname("/x/y"))
# expect: /a/b ../b  /x
print(len(os.sched_getaffinity(0)) >= 1, os.access(root, os.R_OK), os.access(root + "/none", os.F_OK), os.sep, os.name)
# expect: True True False / posix
os.remove(root + "/a/one.txt")
os.remove(root + "/a/three.txt")
os.removedirs(root + "/a/b")
print(os.path.exists(root))  # expect: False
