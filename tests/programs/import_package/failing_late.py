import builtins
import time

first = 1
builtins.import_began.set()
builtins.others_import.wait()
time.sleep(0.5)
raise ValueError("on purpose")
