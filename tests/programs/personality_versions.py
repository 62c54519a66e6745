# What the version switch changes for a program on Linux.
# arguments: --python-version 3.14
# python: no (imitated)
# shows: T27
import multiprocessing
import os
import pickle
import sys

if __name__ == "__main__":
    print(sys.version_info[:2], sys.version.startswith("3.14."), hex(sys.hexversion)[:5])
    print(multiprocessing.get_start_method(), multiprocessing.get_all_start_methods())
    print(os.process_cpu_count() == os.cpu_count())
    print(pickle.DEFAULT_PROTOCOL, pickle.dumps(1), pickle.dumps([1], 4)[:2])
    try:
        multiprocessing.Process(target=lambda: None).start()
    except Exception as error:
        print(type(error).__name__)
# expect: (3, 14) True 0x30e
# expect: forkserver ['forkserver', 'fork', 'spawn']
# expect: True
# expect: 5 b'\x80\x05K\x01.' b'\x80\x04'
# expect: PicklingError
