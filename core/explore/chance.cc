#include "core/explore/chance.h"

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
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
constexpr std::size_t kTogether = 8;  // as many doubles as lie in a line of the cache

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
  boost::container::small_vector<Choice, 16> choices;
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

// For several values of p at once: what takes the time is going from node to node.
template <std::size_t kLanes>
class ChanceModel::Solver {
 public:
  using Lanes = std::array<double, kLanes>;

  Solver(const ChanceModel& model, const Lanes& p)
      : model_(model), factors_{filled(1), p, {}}, mass_(model.links_.size(), Lanes{}) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      factors_[static_cast<std::size_t>(Factor::goes_on)][lane] = 1 - p[lane];
      chances_[lane].per_outcome.assign(model.outcomes_, 0);
    }
    mass_[0] = filled(1);
  }

  // Components are numbered against the direction of the links.
  std::array<Chances, kLanes> run(const Components& components) {
    for (std::size_t component = components.size(); component-- > 0;) {
      const std::span<const NodeId> group = components.group(component);
      if (!components.cyclic[component]) {
        if (!absorb(group[0])) pass_on(group[0], std::exchange(mass_[group[0]], {}));
      } else if (components.closed[component] || model_.outcome_[group[0]] != kNoOutcome) {
        for (const NodeId node : group) {
          if (!absorb(node)) take(node, &Chances::never_ends);
        }
      } else {
        for (std::size_t lane = 0; lane < kLanes; ++lane) go_round(group, components, lane);
      }
    }
    return std::move(chances_);
  }

  double weight(std::uint32_t link, std::size_t lane) const {
    const Weight& weight = model_.weights_[link];
    return weight.share * factors_[static_cast<std::size_t>(weight.factor)][lane];
  }

 private:
  static constexpr Lanes filled(double value) {
    Lanes lanes;
    lanes.fill(value);
    return lanes;
  }

  void take(NodeId node, double Chances::*sum) {
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      chances_[lane].*sum += std::exchange(mass_[node][lane], 0);
  }

  bool absorb(NodeId node) {
    const OutcomeId outcome = model_.outcome_[node];
    if (outcome != kNoOutcome) {
      for (std::size_t lane = 0; lane < kLanes; ++lane)
        chances_[lane].per_outcome[outcome] += std::exchange(mass_[node][lane], 0);
      return true;
    }
    if (model_.not_known_[node]) take(node, &Chances::not_known);
    return model_.not_known_[node];
  }

  void pass_on(NodeId node, const Lanes& mass) {
    const Links& links = model_.links_;
    for (std::uint32_t link = links.begin(node); link < links.end(node); ++link) {
      const Weight& weight = model_.weights_[link];
      const Lanes& factor = factors_[static_cast<std::size_t>(weight.factor)];
      Lanes& to = mass_[links.to[link]];
      for (std::size_t lane = 0; lane < kLanes; ++lane)
        to[lane] += mass[lane] * (weight.share * factor[lane]);
    }
  }

  void pass_on(NodeId node, std::size_t lane) {
    const Links& links = model_.links_;
    const double mass = std::exchange(mass_[node][lane], 0);
    for (std::uint32_t link = links.begin(node); link < links.end(node); ++link)
      mass_[links.to[link]][lane] += mass * weight(link, lane);
  }

  double mass_in(std::span<const NodeId> group, std::size_t lane) const {
    return std::accumulate(group.begin(), group.end(), 0.0,
                           [&](double sum, NodeId node) { return sum + mass_[node][lane]; });
  }

  void go_round(std::span<const NodeId> group, const Components& components, std::size_t lane) {
    const double enough = mass_in(group, lane) * kChanceTolerance;
    const bool is_small = group.size() <= kSmallCircle;
    for (int round = 0; !is_small && round < kRounds && mass_in(group, lane) > enough; ++round) {
      // From the beginning of the circle to its end: Tarjan's order is the other one.
      for (std::size_t i = group.size(); i-- > 0;) pass_on(group[i], lane);
    }
    if (mass_in(group, lane) > enough && group.size() <= kLargeCircle) solve(group, components, lane);
    for (const NodeId node : group) chances_[lane].undecided += std::exchange(mass_[node][lane], 0);
  }

  // How often each node of the circle is visited: visits = mass + visits * weights inside.
  void solve(std::span<const NodeId> group, const Components& components, std::size_t lane) {
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
      equations.right(i) = std::exchange(mass_[nodes[i]][lane], 0);
      for (std::uint32_t link = links.begin(nodes[i]); link < links.end(nodes[i]); ++link) {
        if (components.of[links.to[link]] == component)
          equations.at(row_of(links.to[link]), i) -= weight(link, lane);
      }
    }
    const std::vector<double> visits = equations.solve();
    for (std::size_t i = 0; i < nodes.size(); ++i) pass_out(nodes[i], visits[i], components, lane);
  }

  void pass_out(NodeId node, double visits, const Components& components, std::size_t lane) {
    const Links& links = model_.links_;
    for (std::uint32_t link = links.begin(node); link < links.end(node); ++link) {
      if (components.of[links.to[link]] == components.of[node]) continue;
      mass_[links.to[link]][lane] += visits * weight(link, lane);
    }
  }

  const ChanceModel& model_;
  std::array<Lanes, 3> factors_;  // by Factor
  std::vector<Lanes> mass_;       // per node: how likely it is to come here, as far as it was not passed on
  std::array<Chances, kLanes> chances_;
};

// Without the links that have no chance.
Links ChanceModel::possible(const Solver<1>& solver) const {
  Links links;
  links.to.reserve(links_.to.size());
  links.first.reserve(links_.first.size());
  for (NodeId node = 0; node < links_.size(); ++node) {
    for (std::uint32_t link = links_.begin(node); link < links_.end(node); ++link) {
      if (solver.weight(link, 0) > 0) links.to.push_back(links_.to[link]);
    }
    links.close_node();
  }
  return links;
}

Chances ChanceModel::at(double p) const {
  FORKSCOPE_CHECK(p >= 0 && p <= 1, "a probability lies between 0 and 1");
  Solver<1> solver(*this, {p});
  if (p > 0 && p < 1) return std::move(solver.run(components_)[0]);
  return std::move(solver.run(components_of(possible(solver)))[0]);
}

std::vector<Chances> ChanceModel::at(std::span<const double> all) const {
  std::vector<Chances> chances(all.size());
  std::vector<std::size_t> inner;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool is_inner = all[i] > 0 && all[i] < 1;
    if (is_inner) inner.push_back(i);
    if (!is_inner) chances[i] = at(all[i]);
  }
  for (std::size_t first = 0; first < inner.size(); first += kTogether) {
    const std::size_t count = std::min(kTogether, inner.size() - first);
    std::array<double, kTogether> p;
    for (std::size_t lane = 0; lane < kTogether; ++lane)
      p[lane] = all[inner[first + std::min(lane, count - 1)]];
    auto found = Solver<kTogether>(*this, p).run(components_);
    for (std::size_t lane = 0; lane < count; ++lane) chances[inner[first + lane]] = std::move(found[lane]);
  }
  return chances;
}

}  // namespace forkscope::explore
