# The usual version: CPython 3.11 on Linux.
import multiprocessing
import os
import pickle
import sys

print(sys.version_info[:2], sys.version.startswith("3.11."), sys.platform, os.name)
print(multiprocessing.get_start_method(), multiprocessing.get_all_start_methods(), hasattr(os, "process_cpu_count"))
print(pickle.DEFAULT_PROTOCOL)
# expect: (3, 11) True linux posix
# expect: fork ['fork', 'spawn', 'forkserver'] False
# expect: 4
