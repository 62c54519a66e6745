// How likely each outcome is under a scheduler that preempts with probability p before each move. Any thread.
//
// The scheduler: with probability 1 - p what is expected happens (turns.h; where several things are expected,
// each is as likely as the others), with p something else does, each as likely as the others. Where nothing
// else can happen, what is expected does. Where the world chooses, each of its choices is as likely as the
// others.
#pragma once

#include <span>
#include <vector>

#include "core/explore/outcomes.h"
#include "core/explore/turns.h"

namespace forkscope::explore {

// They add up to 1.
struct Chances {
  std::vector<double> per_outcome;  // by OutcomeId
  double never_ends = 0;  // goes round a circle that this scheduler never leaves (p = 0 or 1) but others do
  double not_known = 0;   // comes to a state that has not been looked at
  double undecided = 0;   // not computed: below kChanceTolerance but for very large circles
};

// Without circles a chance is a sum of products, exact to the rounding of a double. Circles are solved as
// linear equations up to some hundred states; larger ones go round until less than this part is left in them.
inline constexpr double kChanceTolerance = 1e-12;

class ChanceModel {
 public:
  // All are copied or reduced to what is needed.
  ChanceModel(const Graph& graph, const Turns& turns, const Outcomes& outcomes);

  // 0 <= p <= 1.
  Chances at(double p) const;
  // The same for each of these, sooner than one by one.
  std::vector<Chances> at(std::span<const double> all) const;

 private:
  // How likely a link is: `share` times 1, p or 1 - p.
  enum class Factor : std::uint8_t { one, preempts, goes_on };
  struct Weight {
    double share = 0;
    Factor factor = Factor::one;
  };
  template <std::size_t kLanes>
  class Solver;
  Links possible(const Solver<1>& solver) const;
  void weigh(const Graph& graph, const Turns& turns, NodeId node);

  Links links_;
  std::vector<Weight> weights_;     // per link
  std::vector<OutcomeId> outcome_;  // per node
  std::vector<bool> not_known_;
  std::size_t outcomes_ = 0;
  Components components_;  // for 0 < p < 1
};

}  // namespace forkscope::explore
