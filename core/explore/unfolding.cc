#include "core/explore/unfolding.h"

namespace forkscope::explore {
namespace {

std::uint64_t pair_key(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

Links links_of(const Graph& graph) {
  Links links;
  links.first = first_edges(graph);
  links.to.reserve(graph.edges.size());
  for (const Edge& edge : graph.edges) links.to.push_back(edge.to);
  return links;
}

// States on a circle on which something is printed.
std::vector<bool> printing_for_ever(const Graph& graph) {
  std::vector<bool> found(graph.states, false);
  bool any_output = false;
  for (const Edge& edge : graph.edges) any_output |= edge.output != 0;
  if (!any_output) return found;
  const Components components = components_of(links_of(graph));
  std::vector<bool> prints(components.size(), false);
  for (const Edge& edge : graph.edges) {
    const std::uint32_t from = components.of[edge.from];
    if (edge.output != 0 && from == components.of[edge.to]) prints[from] = true;
  }
  for (StateId state = 0; state < graph.states; ++state) found[state] = prints[components.of[state]];
  return found;
}

class Unfolder {
 public:
  Unfolder(const Graph& graph, std::size_t limit)
      : graph_(graph), limit_(limit), first_(first_edges(graph)), for_ever_(printing_for_ever(graph)) {}

  Unfolding run() {
    node_of(0, text_id({"", for_ever_[0]}));
    for (NodeId node = 0; node < unfolding_.nodes.size(); ++node) {
      expand(node);
      unfolding_.links.close_node();
    }
    return std::move(unfolding_);
  }

 private:
  void expand(NodeId node) {
    const Unfolding::Node from = unfolding_.nodes[node];
    if (unfolding_.nodes.size() >= limit_) unfolding_.complete = false;
    if (!unfolding_.complete) return;
    for (EdgeId id = first_[from.state]; id < first_[from.state + std::size_t{1}]; ++id) {
      const Edge& edge = graph_.edges[id];
      unfolding_.links.to.push_back(node_of(edge.to, text_after(from.text, edge)));
      unfolding_.edges.push_back(id);
    }
  }

  NodeId node_of(StateId state, TextId text) {
    const auto [place, is_new] =
        nodes_.try_emplace(pair_key(state, text), static_cast<NodeId>(unfolding_.nodes.size()));
    if (is_new) unfolding_.nodes.push_back({state, text});
    return place->second;
  }

  TextId text_after(TextId before, const Edge& edge) {
    const bool enters_loop = for_ever_[edge.to];
    if ((edge.output == 0 && !enters_loop) || unfolding_.texts[before].goes_on) return before;
    const std::uint64_t key = pair_key(before, edge.output << 1 | (enters_loop ? 1u : 0u));
    if (const auto known = after_.find(key); known != after_.end()) return known->second;
    const TextId after = text_id({unfolding_.texts[before].bytes + graph_.outputs[edge.output], enters_loop});
    after_.emplace(key, after);
    return after;
  }

  TextId text_id(Text text) {
    const auto [place, is_new] = text_ids_.try_emplace(text, static_cast<TextId>(unfolding_.texts.size()));
    if (is_new) unfolding_.texts.push_back(std::move(text));
    return place->second;
  }

  const Graph& graph_;
  std::size_t limit_;
  std::vector<EdgeId> first_;
  std::vector<bool> for_ever_;
  std::unordered_map<std::uint64_t, NodeId> nodes_;
  std::unordered_map<std::uint64_t, TextId> after_;
  std::map<Text, TextId> text_ids_;
  Unfolding unfolding_;
};

}  // namespace

Unfolding unfold(const Graph& graph, std::size_t limit) {
  return Unfolder(graph, limit).run();
}

}  // namespace forkscope::explore
