// Outcomes: the ways a program can end, out of its unfolded graph. Plain values; any thread.
#pragma once

#include <limits>
#include <vector>

#include "core/explore/graph.h"
#include "core/explore/unfolding.h"

namespace forkscope::explore {

using OutcomeId = std::uint32_t;
inline constexpr OutcomeId kNoOutcome = std::numeric_limits<OutcomeId>::max();

// What can be seen from outside when everything is over: all of stdout, the exit codes, and how it ended. Who
// waits for whom is not part of it: ends that differ in it only are one outcome.
struct Outcome {
  EndKind end = EndKind::ok;
  Text output;
  std::vector<ExitCode> exit_codes;

  auto operator<=>(const Outcome&) const = default;
};

struct Outcomes {
  std::vector<Outcome> list;    // in their order
  std::vector<OutcomeId> of;    // per node of the unfolding: kNoOutcome where it goes on
  std::vector<bool> not_known;  // per node: it has not been looked at
  bool complete = true;         // false: there may be others

  std::size_t size() const { return list.size(); }
};

// `unfolding` is of `graph`.
Outcomes outcomes_of(const Graph& graph, const Unfolding& unfolding);

}  // namespace forkscope::explore
