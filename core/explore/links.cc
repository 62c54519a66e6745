#include "core/explore/links.h"

#include <algorithm>
#include <limits>

namespace forkscope::explore {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

class Search {
 public:
  explicit Search(const Links& links) : links_(links), index_(links.size(), kNone), low_(links.size(), 0) {
    found_.of.assign(links.size(), kNone);
    found_.first.push_back(0);
  }

  Components run() {
    for (NodeId root = 0; root < links_.size(); ++root) {
      if (index_[root] == kNone) visit(root);
    }
    describe();
    return std::move(found_);
  }

 private:
  struct Call {
    NodeId node;
    std::uint32_t next;  // link
  };

  void enter(NodeId node) {
    index_[node] = low_[node] = counter_++;
    open_.push_back(node);
    calls_.push_back({node, links_.begin(node)});
  }

  void visit(NodeId root) {
    enter(root);
    while (!calls_.empty()) {
      Call& call = calls_.back();
      if (call.next == links_.end(call.node)) {
        leave();
        continue;
      }
      const std::uint32_t link = call.next++;
      const NodeId target = links_.to[link];
      if (index_[target] == kNone) {
        enter(target);
      } else if (found_.of[target] == kNone) {
        low_[call.node] = std::min(low_[call.node], index_[target]);
      }
    }
  }

  void leave() {
    const NodeId node = calls_.back().node;
    calls_.pop_back();
    if (!calls_.empty()) low_[calls_.back().node] = std::min(low_[calls_.back().node], low_[node]);
    if (low_[node] != index_[node]) return;
    const auto component = static_cast<std::uint32_t>(found_.size());
    for (NodeId member = kNone; member != node;) {
      member = open_.back();
      open_.pop_back();
      found_.of[member] = component;
      found_.members.push_back(member);
    }
    found_.first.push_back(static_cast<std::uint32_t>(found_.members.size()));
  }

  void describe() {
    found_.cyclic.assign(found_.size(), false);
    found_.closed.assign(found_.size(), true);
    for (NodeId node = 0; node < links_.size(); ++node) {
      for (std::uint32_t link = links_.begin(node); link < links_.end(node); ++link) {
        const bool inside = found_.of[links_.to[link]] == found_.of[node];
        if (inside) found_.cyclic[found_.of[node]] = true;
        if (!inside) found_.closed[found_.of[node]] = false;
      }
    }
  }

  const Links& links_;
  std::vector<std::uint32_t> index_, low_;
  std::vector<NodeId> open_;
  std::vector<Call> calls_;
  std::uint32_t counter_ = 0;
  Components found_;
};

}  // namespace

bool Components::any_cycle() const {
  return std::ranges::find(cyclic, true) != cyclic.end();
}

Components components_of(const Links& links) {
  return Search(links).run();
}

}  // namespace forkscope::explore
