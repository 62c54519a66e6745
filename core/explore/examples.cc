#include "core/explore/examples.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace forkscope::explore {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

struct Reached {
  std::uint32_t preemptions = kNone, moves = kNone;
  NodeId before = 0;
  std::uint32_t link = kNone;

  auto cost() const { return std::pair(preemptions, moves); }
};

// Dijkstra's algorithm; a preemption costs more than any number of moves.
std::vector<Reached> shortest_ways(const Turns& turns) {
  using Entry = std::tuple<std::uint32_t, std::uint32_t, NodeId>;
  std::vector<Reached> reached(turns.nodes.size());
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  reached[0] = {0, 0, 0, kNone};
  open.emplace(0, 0, 0);
  while (!open.empty()) {
    const auto [preemptions, moves, node] = open.top();
    open.pop();
    if (reached[node].cost() != std::pair(preemptions, moves)) continue;
    for (std::uint32_t link = turns.links.begin(node); link < turns.links.end(node); ++link) {
      const Reached next{preemptions + (turns.preempts[link] ? 1 : 0), moves + 1, node, link};
      Reached& target = reached[turns.links.to[link]];
      if (next.cost() >= target.cost()) continue;
      target = next;
      open.emplace(next.preemptions, next.moves, turns.links.to[link]);
    }
  }
  return reached;
}

Example way_to(NodeId node, const Turns& turns, const std::vector<Reached>& reached,
               const Unfolding& unfolding) {
  Example example;
  example.preemptions = reached[node].preemptions;
  example.end = unfolding.nodes[turns.nodes[node].place].state;
  example.edges.resize(reached[node].moves);
  for (std::uint32_t place = reached[node].moves; place-- > 0; node = reached[node].before) {
    example.edges[place] = turns.edges[reached[node].link];
    if (turns.preempts[reached[node].link]) example.places.push_back(place);
  }
  std::ranges::reverse(example.places);
  return example;
}

}  // namespace

std::vector<Example> examples_of(const Turns& turns, const Outcomes& outcomes, const Unfolding& unfolding) {
  const std::vector<Reached> reached = shortest_ways(turns);
  std::vector<NodeId> best(outcomes.size(), kNone);
  for (NodeId node = 0; node < turns.nodes.size(); ++node) {
    const OutcomeId outcome = outcomes.of[turns.nodes[node].place];
    if (outcome == kNoOutcome) continue;
    if (best[outcome] == kNone || reached[node].cost() < reached[best[outcome]].cost()) best[outcome] = node;
  }
  std::vector<Example> examples;
  for (const NodeId node : best) examples.push_back(way_to(node, turns, reached, unfolding));
  return examples;
}

std::string word_of_mover(const Mover& mover) {
  switch (mover.kind) {
    case Mover::Kind::time:
      return mover.name.empty() ? "time" : "time:" + mover.name;
    case Mover::Kind::kill:
      return "kill:" + mover.name;
    case Mover::Kind::thread:
      break;
  }
  return mover.name;
}

std::string schedule_text(const Graph& graph, const std::vector<EdgeId>& edges) {
  std::string text;
  for (std::size_t i = 0; i < edges.size();) {
    const MoverId mover = graph.edges[edges[i]].mover;
    std::uint64_t steps = 0;
    std::uint32_t places = 0;
    for (; i < edges.size() && graph.edges[edges[i]].mover == mover; ++i) {
      const Edge& edge = graph.edges[edges[i]];
      // Where the same one goes on, it need not be stopped in between.
      const bool was_stopped = places != 0;
      const bool still_stopped = was_stopped && edge.steps == 1 && edge.places != 0;
      steps += edge.steps - (was_stopped ? 1U : 0U);
      places = still_stopped ? places + edge.places : edge.places;
    }
    if (steps == 0) continue;
    if (!text.empty()) text += ' ';
    text += word_of_mover(graph.movers[mover]);
    if (steps > 1) text += '*' + std::to_string(steps);
    if (places != 0) text += '+' + std::to_string(places);
    if (places != 0 && graph.switch_at == trace::SwitchAt::every_bytecode) text += 'b';
  }
  return text;
}

}  // namespace forkscope::explore
