// Outcomes in words and colours: what is printed, how it ends, who moves. Depends on the current language;
// window thread only.
#pragma once

#include <string>

#include "app/model/outcomes_view.h"
#include "imgui.h"

namespace forkscope::app {

// "1 / 2", "gets stuck", "gets stuck after: 1".
std::string outcome_text(const std::string& end, const std::string& output);
// "14 %", "0.03 %", "< 0.0001 %".
std::string chance_text(double chance);
// "takes one from a semaphore: lock a, line 7".
std::string example_move_text(const lab::OutcomeMove& move);
// "main wants to wait for a process (line 16), held up by Process-1".
std::string wait_text(const lab::OutcomeWait& wait);
// The colour of a mover: that of its process.
ImU32 mover_ink(const std::string& mover);

}  // namespace forkscope::app
