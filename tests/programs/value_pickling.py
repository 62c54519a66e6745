# Shared values travel to a process that is being started, and no other way.
import pickle
from multiprocessing import Array, Queue, RawValue, Value
from multiprocessing.reduction import ForkingPickler

for shared in (Value("i", 1), Array("i", 2), Value("i", 1, lock=False)):
    try:
        ForkingPickler.dumps(shared)
    except RuntimeError as error:
        print(error)
try:
    pickle.dumps(Value("i"))
except RuntimeError as error:
    print(error)
# expect: Synchronized objects should only be shared between processes through inheritance
# expect: SynchronizedArray objects should only be shared between processes through inheritance
# expect: c_int objects should only be shared between processes through inheritance
# expect: Synchronized objects should only be shared between processes through inheritance
