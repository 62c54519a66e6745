# What os.stat() gives is a tuple of ten whole numbers with names, and more under names alone.
import copy
import os
import pickle
import time

made = os.stat_result(range(10))
print(made)
# expect: os.stat_result(st_mode=0, st_ino=1, st_dev=2, st_nlink=3, st_uid=4, st_gid=5, st_size=6, st_atime=7, st_mtime=8, st_ctime=9)
print(made.st_atime, made.st_atime_ns, made.st_blksize, made == tuple(range(10)), hash(made) == hash(tuple(made)))
# expect: 7 None None True True
whole = os.stat_result(range(19))
print(whole.st_mtime, whole.st_mtime_ns, whole.st_blocks, whole.st_rdev)
# expect: 11 14 17 18
for number in (9, 20):
    try:
        os.stat_result(range(number))
    except TypeError as error:
        print(error)
# expect: os.stat_result() takes an at least 10-sequence (9-sequence given)
# expect: os.stat_result() takes an at most 19-sequence (20-sequence given)

found = os.stat(__file__)
print(isinstance(found, tuple), len(found), found[6] == found.st_size, found[8] == int(found.st_mtime) == found.st_mtime_ns // 10 ** 9)
# expect: True 10 True True
print(found.st_blksize > 0, found.st_blocks >= 0, found == os.stat_result(found), os.stat('.') == os.stat(os.getcwd()))
# expect: True True True True
for again in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
    print(again == found, again.st_mtime_ns == found.st_mtime_ns, type(again) is os.stat_result)
# expect: True True True
# expect: True True True
# expect: True True True
for name in ('st_size', 'nothing'):
    try:
        setattr(found, name, 1)
    except AttributeError as error:
        print(error)
# expect: readonly attribute
# expect: 'os.stat_result' object has no attribute 'nothing'
match found:
    case os.stat_result(mode, inode):
        print(mode == found.st_mode, inode == found.st_ino)
# expect: True True
match time.gmtime(0):
    case time.struct_time(year, month):
        print(year, month)
# expect: 1970 1
