// `forkscope-lab starts FILE [ARGUMENTS]`: measures and prints. Called by main() in a process of its own.
#pragma once

#include <string>
#include <vector>

#include "core/lab/protocol.h"

namespace forkscope::lab {

// As JSON, or as a table for people; `flags` say the order's personality. Returns the exit code: 1 if the
// program cannot run.
int starts_command(const MeasureStarts& order, const std::vector<std::string>& flags, bool as_json);

}  // namespace forkscope::lab
