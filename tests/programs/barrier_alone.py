# A barrier for one never waits; a barrier for none is made without complaint; what a barrier says of itself.
# stands for: _TestBarrier.test_single_thread
import threading
from multiprocessing import Barrier

alone = Barrier(1)
print(alone.wait(), alone.wait(), alone.parties, alone.n_waiting, alone.broken)
print(Barrier(0).parties)
for barrier in (Barrier(3), threading.Barrier(2)):
    text = repr(barrier)
    print(text.split(" at ")[0], text.split(": ")[1])
try:
    Barrier()
except TypeError as error:
    print(error)
# expect: 0 0 1 0 False
# expect: 0
# expect: <multiprocessing.synchronize.Barrier waiters=0/3>
# expect: <threading.Barrier waiters=0/2>
# expect: BaseContext.Barrier() missing 1 required positional argument: 'parties'
