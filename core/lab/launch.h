// Starts forkscope-lab as a child of this process, with one end of a socket pair. For Client; window thread;
// returns at once.
#pragma once

#include <sys/types.h>

#include <string>

#include "core/base/result.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

// The lab's own process group is not the window's, so Ctrl-C in the terminal reaches the window alone.
struct LaunchedLab {
  pid_t pid = -1;
  Channel channel;
};
base::Result<LaunchedLab> launch_lab(const std::string& lab_program);

// Waits until the lab has ended and reaps it; after `patience_ms` it is killed, and whatever it left ends
// itself.
void wait_for_lab(pid_t pid, int patience_ms);

}  // namespace forkscope::lab
