// `forkscope-lab run --kernel sim`: a program run once on the simulated kernel, in this process. Main thread;
// returns its exit code.
#pragma once

#include "core/lab/run_command.h"

namespace forkscope::lab {

int run_simulated(const RunOptions& options);

}  // namespace forkscope::lab
