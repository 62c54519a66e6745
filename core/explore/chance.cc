#include "core/explore/chance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/base/check.h"
#include "core/explore/equations.h"

namespace forkscope::explore {
namespace {

constexpr std::size_t kSmallCircle = 64;   // solved at once
constexpr std::size_t kLargeCircle = 600;  // beyond this not solved: it would take seconds
constexpr int kRounds = 2000;

}  // namespace

ChanceModel::ChanceModel(const Graph& graph, const Turns& turns, const Outcomes& outcomes)
    : links_(turns.links), weights_(turns.links.to.size()), outcomes_(outcomes.size()) {
  for (NodeId node = 0; node < turns.nodes.size(); ++node) {
    outcome_.push_back(outcomes.of[turns.nodes[node].place]);
    not_known_.push_back(outcomes.not_known[turns.nodes[node].place]);
    weigh(graph, turns, node);
  }
  components_ = components_of(links_);
}

void ChanceModel::weigh(const Graph& graph, const Turns& turns, NodeId node) {
  struct Choice {
    MoverId mover;
    bool preempts;
    int links;
  };
  std::vector<Choice> choices;
  const auto choice_of = [&](std::uint32_t link) {
    return std::ranges::find(choices, graph.edges[turns.edges[link]].mover, &Choice::mover);
  };
  for (std::uint32_t link = links_.begin(node); link < links_.end(node); ++link) {
    const auto choice = choice_of(link);
    if (choice != choices.end()) {
      ++choice->links;
    } else {
      choices.push_back({graph.edges[turns.edges[link]].mover, turns.preempts[link], 1});
    }
  }
  const auto preempting = static_cast<double>(std::ranges::count(choices, true, &Choice::preempts));
  const double expected = static_cast<double>(choices.size()) - preempting;
  for (std::uint32_t link = links_.begin(node); link < links_.end(node); ++link) {
    const Choice& choice = *choice_of(link);
    const double others = choice.preempts ? preempting : expected;
    const Factor factor = preempting == 0   ? Factor::one
                          : choice.preempts ? Factor::preempts
                                            : Factor::goes_on;
    weights_[link] = {1 / (others * choice.links), factor};
  }
}

class ChanceModel::Solver {
 public:
  Solver(const ChanceModel& model, double p) : model_(model), p_(p), mass_(model.links_.size(), 0) {
    chances_.per_outcome.assign(model.outcomes_, 0);
    mass_[0] = 1;
  }

  // Components are numbered against the direction of the links.
  Chances run(const Components& components) {
    for (std::size_t component = components.size(); component-- > 0;) {
      const std::span<const NodeId> group = components.group(component);
      if (!components.cyclic[component]) {
        if (!absorb(group[0])) pass_on(group[0], std::exchange(mass_[group[0]], 0));
      } else if (components.closed[component] || model_.outcome_[group[0]] != kNoOutcome) {
        for (const NodeId node : group) {
          if (!absorb(node)) chances_.never_ends += std::exchange(mass_[node], 0);
        }
      } else {
        go_round(group, components);
      }
    }
    return std::move(chances_);
  }

  double weight(std::uint32_t link) const {
    const Weight& weight = model_.weights_[link];
    return weight.share * (weight.factor == Factor::one        ? 1
                           : weight.factor == Factor::preempts ? p_
                                                               : 1 - p_);
  }

 private:
  bool absorb(NodeId node) {
    if (model_.outcome_[node] != kNoOutcome) {
      chances_.per_outcome[model_.outcome_[node]] += std::exchange(mass_[node], 0);
      return true;
    }
    if (model_.not_known_[node]) chances_.not_known += std::exchange(mass_[node], 0);
    return model_.not_known_[node];
  }

  void pass_on(NodeId node, double mass) {
    const Links& links = model_.links_;
    for (std::uint32_t link = links.begin(node); link < links.end(node); ++link) {
      mass_[links.to[link]] += mass * weight(link);
    }
  }

  double mass_in(std::span<const NodeId> group) const {
    return std::accumulate(group.begin(), group.end(), 0.0,
                           [&](double sum, NodeId node) { return sum + mass_[node]; });
  }

  void go_round(std::span<const NodeId> group, const Components& components) {
    const double enough = mass_in(group) * kChanceTolerance;
    const bool is_small = group.size() <= kSmallCircle;
    for (int round = 0; !is_small && round < kRounds && mass_in(group) > enough; ++round) {
      // From the beginning of the circle to its end: Tarjan's order is the other one.
      for (std::size_t i = group.size(); i-- > 0;) pass_on(group[i], std::exchange(mass_[group[i]], 0));
    }
    if (mass_in(group) > enough && group.size() <= kLargeCircle) solve(group, components);
    for (const NodeId node : group) chances_.undecided += std::exchange(mass_[node], 0);
  }

  // How often each node of the circle is visited: visits = mass + visits * weights inside.
  void solve(std::span<const NodeId> group, const Components& components) {
    const Links& links = model_.links_;
    const std::uint32_t component = components.of[group[0]];
    std::vector<NodeId> nodes(group.begin(), group.end());
    std::ranges::sort(nodes);
    const auto row_of = [&](NodeId node) {
      return static_cast<std::size_t>(std::ranges::lower_bound(nodes, node) - nodes.begin());
    };
    Equations equations(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      equations.at(i, i) += 1;
      equations.right(i) = std::exchange(mass_[nodes[i]], 0);
      for (std::uint32_t link = links.begin(nodes[i]); link < links.end(nodes[i]); ++link) {
        if (components.of[links.to[link]] == component)
          equations.at(row_of(links.to[link]), i) -= weight(link);
      }
    }
    const std::vector<double> visits = equations.solve();
    for (std::size_t i = 0; i < nodes.size(); ++i) pass_out(nodes[i], visits[i], components);
  }

  void pass_out(NodeId node, double visits, const Components& components) {
    const Links& links = model_.links_;
    for (std::uint32_t link = links.begin(node); link < links.end(node); ++link) {
      if (components.of[links.to[link]] == components.of[node]) continue;
      mass_[links.to[link]] += visits * weight(link);
    }
  }

  const ChanceModel& model_;
  double p_;
  std::vector<double> mass_;  // per node: how likely it is to come here, as far as it has not been passed on
  Chances chances_;
};

Chances ChanceModel::at(double p) const {
  FORKSCOPE_CHECK(p >= 0 && p <= 1, "a probability lies between 0 and 1");
  Solver solver(*this, p);
  if (p > 0 && p < 1) return solver.run(components_);
  return solver.run(components_of(links_, [&](std::uint32_t link) { return solver.weight(link) > 0; }));
}

}  // namespace forkscope::explore
