// Fates: at each node of the unfolding the set of outcomes that are still possible; the moves after which
// one no longer is; and the small diagram of fates. Plain values; any thread.
#pragma once

#include <vector>

#include "core/explore/outcomes.h"

namespace forkscope::explore {

using FateId = std::uint32_t;

struct Fates {
  // Sorted. kNoOutcome, at the end, stands for whatever lies behind states that were not looked at.
  std::vector<std::vector<OutcomeId>> sets;
  std::vector<FateId> of;  // per node of the unfolding
};

Fates fates_of(const Unfolding& unfolding, const Outcomes& outcomes);

// A move after which less is possible than before it.
struct NoReturn {
  NodeId from = 0;
  std::uint32_t link = 0;  // of the unfolding
};

std::vector<NoReturn> points_of_no_return(const Unfolding& unfolding, const Fates& fates);

// Nodes of one fate are one box, moves from one fate to another one arrow. Fates only shrink, so no arrow
// leads back.
struct FateDiagram {
  struct Box {
    FateId fate = 0;
    std::uint32_t nodes = 0;
  };
  struct Arrow {
    std::uint32_t from = 0, to = 0;  // boxes
    std::uint32_t moves = 0;
  };
  std::vector<Box> boxes;     // the beginning first
  std::vector<Arrow> arrows;  // sorted
};

FateDiagram diagram_of(const Unfolding& unfolding, const Fates& fates);

}  // namespace forkscope::explore
