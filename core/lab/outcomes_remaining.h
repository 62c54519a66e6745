// What remains possible where a program stands that is stepped: the questions of the window, answered by the
// process that has searched. Called by the command `outcomes --stay`.
#pragma once

#include <string>

#include "core/explore/remains.h"
#include "core/lab/outcomes_report.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

// `is_all`: the search varies everything that the program depends on (see explore/limits.h); otherwise
// nothing is excluded.
OutcomesRemaining remaining_of(explore::RemainsFinder& finder, const OutcomesReport& report, bool is_all,
                               const std::string& schedule);

// Answers FindRemaining on stdin with OutcomesRemaining on stdout, a line each, until stdin ends. The search
// is over.
void answer_questions(explore::Search& search, const OutcomesReport& report, bool is_all);

}  // namespace forkscope::lab
