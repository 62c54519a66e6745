// Links: which node leads to which, as two flat arrays; and its strongly connected components. What every
// pass walks over. Plain values; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace forkscope::explore {

using NodeId = std::uint32_t;

// The links of node n are to[first[n]] ... to[first[n + 1] - 1]. A link's index is its number.
struct Links {
  std::vector<std::uint32_t> first{0};  // nodes + 1 entries
  std::vector<NodeId> to;

  std::size_t size() const { return first.size() - 1; }
  std::uint32_t begin(NodeId node) const { return first[node]; }
  std::uint32_t end(NodeId node) const { return first[node + std::size_t{1}]; }
  bool leads_nowhere(NodeId node) const { return begin(node) == end(node); }
  // Nodes are filled in order: their links first, then this.
  void close_node() { first.push_back(static_cast<std::uint32_t>(to.size())); }
};

struct Components {
  std::vector<std::uint32_t> of;     // per node; a link never leads to a higher number
  std::vector<NodeId> members;       // grouped by component, from 0 on
  std::vector<std::uint32_t> first;  // where each group begins; components + 1 entries
  std::vector<bool> cyclic;          // more than one member, or a link from its member to itself
  std::vector<bool> closed;          // no link leads out

  std::size_t size() const { return first.size() - 1; }
  std::span<const NodeId> group(std::size_t component) const {
    return std::span(members).subspan(first[component], first[component + 1] - first[component]);
  }
  bool any_cycle() const;
};

// Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion.
Components components_of(const Links& links);

}  // namespace forkscope::explore
