#include "core/explore/fates.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace forkscope::explore {
namespace {

class Finder {
 public:
  Finder(const Unfolding& unfolding, const Outcomes& outcomes) : unfolding_(unfolding), outcomes_(outcomes) {}

  Fates run() {
    fates_.of.assign(unfolding_.nodes.size(), 0);
    id_of({});
    const Components components = components_of(unfolding_.links);
    // Components are numbered against the direction of the links: what a node leads to comes first.
    for (std::size_t component = 0; component < components.size(); ++component) {
      FateId fate = 0;
      for (const NodeId node : components.group(component)) fate = join(fate, from_here(node, components));
      for (const NodeId node : components.group(component)) fates_.of[node] = fate;
    }
    return std::move(fates_);
  }

 private:
  FateId from_here(NodeId node, const Components& components) {
    FateId fate = 0;
    if (outcomes_.of[node] != kNoOutcome || outcomes_.not_known[node]) fate = id_of({outcomes_.of[node]});
    for (std::uint32_t link = unfolding_.links.begin(node); link < unfolding_.links.end(node); ++link) {
      const NodeId to = unfolding_.links.to[link];
      if (components.of[to] != components.of[node]) fate = join(fate, fates_.of[to]);
    }
    return fate;
  }

  FateId join(FateId one, FateId other) {
    if (one == other) return one;
    const auto [known, is_new] = joined_.try_emplace(std::minmax(one, other), 0);
    if (is_new) {
      std::vector<OutcomeId> both;
      std::ranges::set_union(fates_.sets[one], fates_.sets[other], std::back_inserter(both));
      known->second = id_of(std::move(both));
    }
    return known->second;
  }

  FateId id_of(std::vector<OutcomeId> set) {
    const auto [place, is_new] = ids_.try_emplace(std::move(set), static_cast<FateId>(fates_.sets.size()));
    if (is_new) fates_.sets.push_back(place->first);
    return place->second;
  }

  const Unfolding& unfolding_;
  const Outcomes& outcomes_;
  std::map<std::vector<OutcomeId>, FateId> ids_;
  std::map<std::pair<FateId, FateId>, FateId> joined_;
  Fates fates_;
};

}  // namespace

Fates fates_of(const Unfolding& unfolding, const Outcomes& outcomes) {
  return Finder(unfolding, outcomes).run();
}

std::vector<NoReturn> points_of_no_return(const Unfolding& unfolding, const Fates& fates) {
  std::vector<NoReturn> points;
  for (NodeId node = 0; node < unfolding.nodes.size(); ++node) {
    for (std::uint32_t link = unfolding.links.begin(node); link < unfolding.links.end(node); ++link) {
      if (fates.of[unfolding.links.to[link]] != fates.of[node]) points.push_back({node, link});
    }
  }
  return points;
}

FateDiagram diagram_of(const Unfolding& unfolding, const Fates& fates) {
  FateDiagram diagram;
  std::map<FateId, std::uint32_t> boxes;
  for (NodeId node = 0; node < unfolding.nodes.size(); ++node) {
    const auto [box, is_new] =
        boxes.try_emplace(fates.of[node], static_cast<std::uint32_t>(diagram.boxes.size()));
    if (is_new) diagram.boxes.push_back({fates.of[node], 0});
    ++diagram.boxes[box->second].nodes;
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> arrows;
  for (const NoReturn& point : points_of_no_return(unfolding, fates)) {
    ++arrows[{boxes[fates.of[point.from]], boxes[fates.of[unfolding.links.to[point.link]]]}];
  }
  for (const auto& [ends, moves] : arrows) diagram.arrows.push_back({ends.first, ends.second, moves});
  return diagram;
}

}  // namespace forkscope::explore
