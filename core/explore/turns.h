// Turns: the unfolded graph once more, with who moved last, where that matters: a node is a node of the
// unfolding and the thread that moved last, if it could go on. Then every link is a preemption or is not.
// Plain values; any thread.
#pragma once

#include <limits>
#include <vector>

#include "core/explore/unfolding.h"

namespace forkscope::explore {

inline constexpr MoverId kNobody = std::numeric_limits<MoverId>::max();

struct Turns {
  struct Node {
    NodeId place = 0;        // in the unfolding
    MoverId last = kNobody;  // who moved last and can go on
  };
  std::vector<Node> nodes;  // 0 is the beginning
  Links links;
  std::vector<EdgeId> edges;   // per link: what it is in the graph
  std::vector<bool> preempts;  // per link
};

// What is expected: the thread that moved last goes on; where it cannot, any other; where none can, time
// passes; where it does not, something is killed. Every other move is a preemption. `unfolding` is of
// `graph`.
Turns turns_of(const Graph& graph, const Unfolding& unfolding);

}  // namespace forkscope::explore
