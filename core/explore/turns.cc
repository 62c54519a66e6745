#include "core/explore/turns.h"

#include <algorithm>

namespace forkscope::explore {
namespace {

class Builder {
 public:
  Builder(const Graph& graph, const Unfolding& unfolding)
      : graph_(graph), unfolding_(unfolding), first_of_(unfolding.links.size(), kNone) {}

  Turns run() {
    node_of(0, kNobody);
    for (NodeId node = 0; node < turns_.nodes.size(); ++node) {
      expand(turns_.nodes[node]);
      turns_.links.close_node();
    }
    return std::move(turns_);
  }

 private:
  void expand(const Turns::Node from) {
    const Links& links = unfolding_.links;
    Mover::Kind expected = Mover::Kind::kill;
    for (std::uint32_t link = links.begin(from.place); link < links.end(from.place); ++link) {
      expected = std::min(expected, graph_.movers[mover_of(link)].kind);
    }
    for (std::uint32_t link = links.begin(from.place); link < links.end(from.place); ++link) {
      const MoverId mover = mover_of(link);
      const NodeId to = node_of(links.to[link], can_go_on(links.to[link], mover) ? mover : kNobody);
      turns_.links.to.push_back(to);
      turns_.edges.push_back(unfolding_.edges[link]);
      turns_.preempts.push_back(from.last != kNobody ? mover != from.last
                                                     : graph_.movers[mover].kind != expected);
    }
  }

  MoverId mover_of(std::uint32_t link) const { return graph_.edges[unfolding_.edges[link]].mover; }

  bool can_go_on(NodeId place, MoverId mover) const {
    if (graph_.movers[mover].kind != Mover::Kind::thread) return false;
    const Links& links = unfolding_.links;
    for (std::uint32_t link = links.begin(place); link < links.end(place); ++link) {
      if (mover_of(link) == mover) return true;
    }
    return false;
  }

  NodeId node_of(NodeId place, MoverId last) {
    NodeId* next = &first_of_[place];
    while (*next != kNone) {
      if (turns_.nodes[*next].last == last) return *next;
      next = &next_of_[*next];
    }
    const auto made = static_cast<NodeId>(turns_.nodes.size());
    *next = made;
    turns_.nodes.push_back({place, last});
    next_of_.push_back(kNone);
    return made;
  }

  const Graph& graph_;
  const Unfolding& unfolding_;
  // The nodes of a place, of which there are few, hang together.
  static constexpr NodeId kNone = std::numeric_limits<NodeId>::max();
  std::vector<NodeId> first_of_, next_of_;
  Turns turns_;
};

}  // namespace

Turns turns_of(const Graph& graph, const Unfolding& unfolding) {
  return Builder(graph, unfolding).run();
}

}  // namespace forkscope::explore
