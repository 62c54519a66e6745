#include "core/explore/schedules.h"

namespace forkscope::explore {

std::string ScheduleCount::text() const {
  return unbounded ? "unbounded" : number.str();
}

ScheduleCount& ScheduleCount::operator+=(const ScheduleCount& other) {
  unbounded |= other.unbounded;
  if (unbounded) {
    number = 0;
  } else {
    number += other.number;
  }
  return *this;
}

ScheduleCounts count_schedules(const Unfolding& unfolding, const Outcomes& outcomes) {
  const Components components = components_of(unfolding.links);
  std::vector<ScheduleCount> ways(unfolding.nodes.size());
  ways[0].number = 1;
  ScheduleCounts counts;
  counts.per_outcome.resize(outcomes.size());
  // Components are numbered against the direction of the links.
  for (std::size_t component = components.size(); component-- > 0;) {
    for (const NodeId node : components.group(component)) {
      if (components.cyclic[component]) ways[node].unbounded = true;
      if (outcomes.of[node] != kNoOutcome) {
        counts.per_outcome[outcomes.of[node]] += ways[node];
      } else {
        for (std::uint32_t link = unfolding.links.begin(node); link < unfolding.links.end(node); ++link) {
          ways[unfolding.links.to[link]] += ways[node];
        }
      }
      ways[node] = {};  // keeps large numbers only along the frontier
    }
  }
  for (const ScheduleCount& count : counts.per_outcome) counts.all += count;
  return counts;
}

}  // namespace forkscope::explore
