// Programs of a few Requests, which can be done in every order.
#pragma once

namespace forkscope::explore {

// A child that writes while its parent writes and reads.
inline constexpr const char* kTwoWriters = R"(import os
r, w = os.pipe()
if os.fork() == 0:
    os.write(w, b"a")
    os._exit(0)
os.write(w, b"b")
print(os.read(r, 2), flush=True)
)";

inline constexpr const char* kTwoLocks = R"(import os
from multiprocessing import Lock
a, b = Lock(), Lock()
if os.fork() == 0:
    b.acquire(); a.acquire(); a.release(); b.release()
    os._exit(0)
a.acquire(); b.acquire(); b.release(); a.release()
os._exit(0)
)";

inline constexpr const char* kSleeper = R"(import os, time
if os.fork() == 0:
    time.sleep(1)
    print("child", flush=True)
    os._exit(3)
print("main", flush=True)
os.wait() if hasattr(os, "wait") else None
os._exit(0)
)";

}  // namespace forkscope::explore
