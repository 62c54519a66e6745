// Guard: a tiny process above the lab, so that a SIGKILL of either leaves somebody to clean up. Both are
// subreapers. When the lab ends, however, the guard ends what is left below it; when the guard ends, the lab
// sees it and stops.
//
//   window or shell - guard - lab - the program's first process - ...
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/lab/containment.h"

namespace forkscope::lab {

struct Guarded {
  SessionNames names;     // of every session of this lab
  int guard_handle = -1;  // pidfd of the guard: readable when it is gone
  pid_t group = 0;        // the guard's process group, where programs belong: the terminal's signals go there
};

// Forks. Returns in the child, which is the lab from then on; the calling process becomes the guard, never
// returns, and ends as the lab ends (same exit code or signal). `window` is the socket to the window, or -1:
// when its other end closes, the lab has a second to end. `unfinished_file` is removed with the rest. Signals
// sent to the guard by a person are passed on to the lab. The lab leaves the guard's process group, so that a
// kill of the whole group spares one of the two. Before any thread exists.
base::Result<Guarded> begin_guarded(int window, const std::string& unfinished_file = "");

// Ends this process as one that ended with `wait_status` did.
[[noreturn]] void end_like(int wait_status);

}  // namespace forkscope::lab
