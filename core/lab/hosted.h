// The inside of a program's process: engine and program, in the process that the session, or a spawning
// program, started for it. Main thread of that process.
#pragma once

#include "core/lab/run_command.h"

namespace forkscope::lab {

// Runs the program to its end and returns its exit code; ends by a signal where python3 would.
int run_hosted(const RunOptions& options);

}  // namespace forkscope::lab
