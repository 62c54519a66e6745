#include "core/explore/outcomes.h"

#include <algorithm>
#include <map>

namespace forkscope::explore {
namespace {

const End* end_of(const Graph& graph, StateId state) {
  const auto found = std::ranges::lower_bound(graph.ends, state, {}, &End::state);
  return found != graph.ends.end() && found->state == state ? &*found : nullptr;
}

class Finder {
 public:
  Finder(const Graph& graph, const Unfolding& unfolding) : graph_(graph), unfolding_(unfolding) {
    outcomes_.of.assign(unfolding.nodes.size(), kNoOutcome);
    outcomes_.not_known.assign(unfolding.nodes.size(), false);
  }

  Outcomes run() {
    for (NodeId node = 0; node < unfolding_.nodes.size(); ++node) {
      if (unfolding_.links.leads_nowhere(node)) look_at_end(node);
    }
    find_endless();
    sort();
    outcomes_.complete = graph_.complete && unfolding_.complete && !any_not_known_;
    return std::move(outcomes_);
  }

 private:
  void look_at_end(NodeId node) {
    const End* end = end_of(graph_, unfolding_.nodes[node].state);
    if (end == nullptr) {
      any_not_known_ = outcomes_.not_known[node] = true;
    } else {
      outcomes_.of[node] = id_of({end->kind, unfolding_.text_of(node), end->exit_codes});
    }
  }

  // A circle that nothing leads out of.
  void find_endless() {
    const Components components = components_of(unfolding_.links);
    for (std::size_t component = 0; component < components.size(); ++component) {
      if (!components.cyclic[component] || !components.closed[component]) continue;
      for (const NodeId node : components.group(component)) {
        outcomes_.of[node] = id_of({EndKind::endless, unfolding_.text_of(node), {}});
      }
    }
  }

  OutcomeId id_of(const Outcome& outcome) {
    return ids_.try_emplace(outcome, static_cast<OutcomeId>(ids_.size())).first->second;
  }

  void sort() {
    std::vector<OutcomeId> place(ids_.size());
    for (const auto& [outcome, id] : ids_) {
      place[id] = static_cast<OutcomeId>(outcomes_.list.size());
      outcomes_.list.push_back(outcome);
    }
    for (OutcomeId& id : outcomes_.of) {
      if (id != kNoOutcome) id = place[id];
    }
  }

  const Graph& graph_;
  const Unfolding& unfolding_;
  std::map<Outcome, OutcomeId> ids_;
  bool any_not_known_ = false;
  Outcomes outcomes_;
};

}  // namespace

Outcomes outcomes_of(const Graph& graph, const Unfolding& unfolding) {
  return Finder(graph, unfolding).run();
}

}  // namespace forkscope::explore
