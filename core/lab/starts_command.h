// `forkscope-lab starts FILE [ARGUMENTS]`: measures and prints. Called by main() in a process of its own.
#pragma once

#include "core/lab/protocol.h"

namespace forkscope::lab {

// As JSON, or as a table for people. Returns the exit code: 1 if the program cannot run.
int starts_command(const MeasureStarts& order, bool as_json);

}  // namespace forkscope::lab
