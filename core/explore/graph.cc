#include "core/explore/graph.h"

#include <algorithm>
#include <functional>

namespace forkscope::explore {

std::vector<EdgeId> first_edges(const Graph& graph) {
  std::vector<EdgeId> first(graph.states + std::size_t{1}, 0);
  for (const Edge& edge : graph.edges) ++first[edge.from + std::size_t{1}];
  for (std::size_t state = 0; state < graph.states; ++state) first[state + 1] += first[state];
  return first;
}

std::string fault_of(const Graph& graph) {
  if (graph.states == 0) return "there is no state";
  const auto in_range = [&](const Edge& edge) {
    return edge.from < graph.states && edge.to < graph.states && edge.output < graph.outputs.size() &&
           edge.action < graph.actions.size() && edge.mover < graph.movers.size();
  };
  if (!std::ranges::all_of(graph.edges, in_range)) return "an edge leads out of the graph";
  if (!std::ranges::is_sorted(graph.edges, {}, &Edge::from)) return "the edges are not sorted";
  // Strictly: one state ends once.
  if (std::ranges::adjacent_find(graph.ends, std::greater_equal(), &End::state) != graph.ends.end()) {
    return "the ends are not sorted";
  }
  const std::vector<EdgeId> first = first_edges(graph);
  for (const End& end : graph.ends) {
    if (end.state >= graph.states) return "an end is no state";
    if (first[end.state] != first[end.state + std::size_t{1}]) return "an end has edges";
  }
  return "";
}

}  // namespace forkscope::explore
