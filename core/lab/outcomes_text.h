// What `outcomes` reports, made of the graph of all states, and how it is printed. Pure.
#pragma once

#include <string>

#include "core/explore/graph.h"
#include "core/lab/outcomes_report.h"

namespace forkscope::lab {

// All passes over the graph. `path`, `start_method` and `seconds` are left to the caller.
OutcomesReport report_of(const explore::Graph& graph);

// "ok", "error", "stuck", "endless".
std::string word_of(explore::EndKind kind);

// One JSON object: complete, states, transitions, schedules, outcomes (end, stdout, exit_codes, waits,
// preemptions, schedules, chance by p, schedule).
std::string json_of(const OutcomesReport& report);

// For people.
std::string table_of(const OutcomesReport& report);

}  // namespace forkscope::lab
