// For each outcome a way to it: the one with the fewest preemptions, and of these the one with the fewest
// moves. Any thread.
#pragma once

#include <string>
#include <vector>

#include "core/explore/outcomes.h"
#include "core/explore/turns.h"

namespace forkscope::explore {

struct Example {
  std::uint32_t preemptions = 0;
  std::vector<EdgeId> edges;          // from the beginning to the end; of a circle: to where it begins
  std::vector<std::uint32_t> places;  // which of `edges` are preemptions
  StateId end = 0;
};

// By OutcomeId.
std::vector<Example> examples_of(const Turns& turns, const Outcomes& outcomes, const Unfolding& unfolding);

// "main", "time:feeder", "kill:Process-1".
std::string word_of_mover(const Mover& mover);

// "main*7 feeder*2+3 time main": a schedule as `forkscope-lab step` reads it, in its steps; "+3b" where the
// places are bytecodes.
std::string schedule_text(const Graph& graph, const std::vector<EdgeId>& edges);

}  // namespace forkscope::explore
