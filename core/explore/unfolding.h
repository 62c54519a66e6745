// Unfolding: the graph once more, with what has been printed so far: a node is a state and a text. The search
// merges states that differ in their output only; here they part again, but no further than they must:
// without output there are as many nodes as states. Plain values; any thread.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/explore/graph.h"
#include "core/explore/links.h"

namespace forkscope::explore {

using TextId = std::uint32_t;

// What a program has printed. Where a loop without end prints, what follows is left out.
struct Text {
  std::string bytes;
  bool goes_on = false;  // and then again and again what a loop prints

  auto operator<=>(const Text&) const = default;
};

struct Unfolding {
  struct Node {
    StateId state = 0;
    TextId text = 0;
  };
  std::vector<Node> nodes;    // 0 is the beginning; in breadth-first order
  Links links;                // between nodes
  std::vector<EdgeId> edges;  // per link: what it is in the graph
  std::vector<Text> texts;
  bool complete = true;  // false: there were more nodes than the limit; those without links may go on

  const Text& text_of(NodeId node) const { return texts[nodes[node].text]; }
};

inline constexpr std::size_t kUnfoldingLimit = 8'000'000;

// At most `limit` nodes.
Unfolding unfold(const Graph& graph, std::size_t limit = kUnfoldingLimit);

}  // namespace forkscope::explore
