// `forkscope-lab compare FILE|--work WORK`: measures and prints. Called by main() in a process of its own.
#pragma once

#include <cstdint>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

enum class CompareFormat : std::uint8_t { table, json, csv };

// Returns the exit code: 1 where the program cannot run, 2 where the settings make no sense.
int compare_command(const CompareSettings& settings, CompareFormat format);

}  // namespace forkscope::lab
