#include "core/explore/graph.h"

#include <gtest/gtest.h>

namespace forkscope::explore {
namespace {

Graph two_steps() {
  Graph graph;
  graph.movers = {{.name = "main"}};
  graph.states = 3;
  graph.edges = {{.from = 0, .to = 1}, {.from = 0, .to = 2}, {.from = 1, .to = 2}};
  graph.ends = {{.state = 2}};
  return graph;
}

TEST(Graph, KnowsWhereEachStatesEdgesLie) {
  EXPECT_EQ(first_edges(two_steps()), (std::vector<EdgeId>{0, 2, 3, 3}));
}

TEST(Graph, SaysWhatIsWrong) {
  EXPECT_EQ(fault_of(two_steps()), "");
  EXPECT_EQ(fault_of(Graph{}), "there is no state");
  Graph out = two_steps();
  out.edges[1].to = 3;
  EXPECT_EQ(fault_of(out), "an edge leads out of the graph");
  Graph unsorted = two_steps();
  std::swap(unsorted.edges[0], unsorted.edges[2]);
  EXPECT_EQ(fault_of(unsorted), "the edges are not sorted");
  Graph twice = two_steps();
  twice.ends.push_back({.state = 2});
  EXPECT_EQ(fault_of(twice), "the ends are not sorted");
  Graph goes_on = two_steps();
  goes_on.ends = {{.state = 1}};
  EXPECT_EQ(fault_of(goes_on), "an end has edges");
}

}  // namespace
}  // namespace forkscope::explore
