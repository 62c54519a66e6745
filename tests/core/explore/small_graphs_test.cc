// The passes on graphs made by hand: circles, time, output that merges, what has not been looked at, fates.
#include <gtest/gtest.h>

#include "core/explore/chance.h"
#include "core/explore/examples.h"
#include "core/explore/fates.h"
#include "core/explore/schedules.h"

namespace forkscope::explore {
namespace {

struct Line {
  StateId from, to;
  MoverId mover = 0;
  std::string output = "";
};

Graph make(std::vector<Line> lines, std::vector<End> ends,
           std::vector<Mover> movers = {{.name = "a"}, {.name = "b"}}) {
  Graph graph;
  graph.movers = std::move(movers);
  graph.ends = std::move(ends);
  for (const Line& line : lines) {
    graph.states = std::max({graph.states, line.from + 1, line.to + 1});
    if (!line.output.empty()) graph.outputs.push_back(line.output);
    const auto output = static_cast<OutputId>(line.output.empty() ? 0 : graph.outputs.size() - 1);
    graph.edges.push_back({.from = line.from, .to = line.to, .output = output, .mover = line.mover});
  }
  EXPECT_EQ(fault_of(graph), "");
  return graph;
}

End ends_at(StateId state, EndKind kind = EndKind::ok) {
  return {.state = state, .kind = kind};
}

struct Found {
  explicit Found(const Graph& graph)
      : unfolding(unfold(graph)),
        outcomes(outcomes_of(graph, unfolding)),
        turns(turns_of(graph, unfolding)),
        counts(count_schedules(unfolding, outcomes)),
        model(graph, turns, outcomes) {}
  Unfolding unfolding;
  Outcomes outcomes;
  Turns turns;
  ScheduleCounts counts;
  ChanceModel model;
};

std::vector<std::string> texts(const Outcomes& outcomes) {
  std::vector<std::string> texts;
  for (const Outcome& outcome : outcomes.list) {
    texts.push_back(outcome.output.bytes + (outcome.output.goes_on ? "..." : ""));
  }
  return texts;
}

// Two threads print a letter each; the state afterwards is the same.
TEST(Unfolding, OrdersOfOutputPartAgain) {
  const Found found(make({{0, 1, 0, "x"}, {0, 2, 1, "y"}, {1, 3, 1, "y"}, {2, 3, 0, "x"}}, {ends_at(3)}));
  EXPECT_EQ(texts(found.outcomes), (std::vector<std::string>{"xy", "yx"}));
  EXPECT_EQ(found.unfolding.nodes.size(), 5u);
}

TEST(Unfolding, TheSameTextInOtherPiecesIsTheSame) {
  const Found found(make({{0, 1, 0, "xy"}, {0, 2, 1, "x"}, {1, 3, 1}, {2, 3, 0, "y"}}, {ends_at(3)}));
  EXPECT_EQ(texts(found.outcomes), (std::vector<std::string>{"xy"}));
  EXPECT_EQ(found.counts.all.text(), "2");
}

TEST(Unfolding, StopsAtItsLimit) {
  const Graph graph = make({{0, 1, 0, "x"}, {0, 2, 1, "y"}, {1, 3, 1, "y"}, {2, 3, 0, "x"}}, {ends_at(3)});
  const Unfolding unfolding = unfold(graph, 3);
  EXPECT_FALSE(unfolding.complete);
  EXPECT_FALSE(outcomes_of(graph, unfolding).complete);
}

// A polls until b has moved: 0 -> 1 -> 0, b leads out.
TEST(Circles, PollingEndsAndHasNoNumberOfSchedules) {
  const Found found(make({{0, 1, 0}, {0, 2, 1}, {1, 0, 0}, {1, 2, 1}, {2, 3, 0, "done"}}, {ends_at(3)}));
  EXPECT_EQ(texts(found.outcomes), (std::vector<std::string>{"done"}));
  EXPECT_EQ(found.counts.all.text(), "unbounded");
  EXPECT_NEAR(found.model.at(0.01).per_outcome[0], 1, 1e-12);
  // Half of the time a begins, and is never preempted.
  EXPECT_DOUBLE_EQ(found.model.at(0).per_outcome[0], 0.5);
  EXPECT_DOUBLE_EQ(found.model.at(0).never_ends, 0.5);
}

// From 1, a polls with b's move leading to the one end and c's to the other.
TEST(Circles, ChancesOfTheWaysOutAreSolved) {
  const Found found(make({{0, 1, 0}, {1, 1, 0}, {1, 2, 1, "b"}, {1, 3, 2, "c"}, {2, 4, 0}, {3, 4, 0}},
                         {ends_at(4)}, {{.name = "a"}, {.name = "b"}, {.name = "c"}}));
  for (const double p : {0.001, 0.5, 1.0}) {
    EXPECT_NEAR(found.model.at(p).per_outcome[0], 0.5, 1e-12);
    EXPECT_NEAR(found.model.at(p).per_outcome[1], 0.5, 1e-12);
  }
}

// A long way round: a goes round `size` states, b leaves at each of them, to the left or to the right.
TEST(Circles, LargeOnesGoRoundUntilNothingIsLeft) {
  for (const StateId size : {50u, 300u, 5000u}) {
    std::vector<Line> lines;
    for (StateId state = 0; state < size; ++state) {
      lines.push_back({state, (state + 1) % size, 0});
      lines.push_back({state, size + (state % 2), 1, state % 2 == 0 ? "even" : "odd"});
    }
    const Found found(make(lines, {ends_at(size), ends_at(size + 1)}));
    const Chances chances = found.model.at(0.25);
    // At 0 half leaves; then at each a quarter of what is left: p/(1-q*q) at odd ones, with q = 3/4.
    const double odd = 0.5 * 0.25 / (1 - 0.75 * 0.75);
    EXPECT_NEAR(chances.per_outcome[1], odd, 1e-9) << size;
    EXPECT_NEAR(chances.per_outcome[0], 1 - odd, 1e-9) << size;
    EXPECT_LT(chances.undecided, 1e-11);
  }
}

TEST(Circles, WithoutAWayOutAreAnOutcome) {
  const Found found(make({{0, 1, 0}, {0, 2, 1}, {1, 1, 0}}, {ends_at(2)}));
  ASSERT_EQ(found.outcomes.size(), 2u);
  EXPECT_EQ(found.outcomes.list[1].end, EndKind::endless);
  EXPECT_EQ(found.counts.per_outcome[0].text(), "1");
  EXPECT_EQ(found.counts.per_outcome[1].text(), "unbounded");
  EXPECT_DOUBLE_EQ(found.model.at(0.3).per_outcome[1], 0.5);
  EXPECT_DOUBLE_EQ(found.model.at(0).never_ends, 0);
}

TEST(Circles, ThatPrintLeaveOutWhatFollows) {
  const Found found(make({{0, 1, 0, "first\n"}, {1, 1, 0, "again\n"}, {1, 2, 1, "last\n"}}, {ends_at(2)}));
  EXPECT_EQ(texts(found.outcomes), (std::vector<std::string>{"first\n..."}));
}

// The world chooses: a has two edges from 0; b one.
TEST(Chance, ChoicesOfTheWorldShareTheirMoversChance) {
  const Found found(
      make({{0, 1, 0, "x"}, {0, 2, 0, "y"}, {0, 3, 1, "z"}}, {ends_at(1), ends_at(2), ends_at(3)}));
  EXPECT_EQ(found.model.at(0.1).per_outcome, (std::vector<double>{0.25, 0.25, 0.5}));
}

TEST(Chance, TimePassesUnexpectedlyOnlyWhenNobodyElseCanMove) {
  const std::vector<Mover> movers{{.name = "a"}, {.kind = Mover::Kind::time}};
  const Graph graph = make({{0, 1, 0, "x"}, {0, 2, 1, "late"}, {1, 3, 1}}, {ends_at(2), ends_at(3)}, movers);
  const Found found(graph);
  EXPECT_EQ(texts(found.outcomes), (std::vector<std::string>{"late", "x"}));
  EXPECT_EQ(found.model.at(0.1).per_outcome, (std::vector<double>{0.1, 0.9}));
  const std::vector<Example> examples = examples_of(found.turns, found.outcomes, found.unfolding);
  EXPECT_EQ(examples[0].preemptions, 1u);
  EXPECT_EQ(examples[0].places, std::vector<std::uint32_t>{0});
  EXPECT_EQ(examples[1].preemptions, 0u);
  EXPECT_EQ(schedule_text(graph, examples[1].edges), "a time");
}

TEST(Chance, WhatHasNotBeenLookedAtIsSaid) {
  Graph graph = make({{0, 1, 0}, {0, 2, 1}}, {ends_at(1)});
  graph.complete = false;
  const Found found(graph);
  EXPECT_FALSE(found.outcomes.complete);
  EXPECT_DOUBLE_EQ(found.model.at(0.2).not_known, 0.5);
  EXPECT_EQ(found.counts.all.text(), "1");
}

TEST(Outcomes, PartByExitCodesAndEndButNotByWhoWaits) {
  const Found found(make({{0, 1, 0}, {0, 2, 1}, {1, 3, 0}, {1, 4, 1}},
                         {{.state = 2, .kind = EndKind::error, .exit_codes = {{"main", 1}}},
                          {.state = 3, .kind = EndKind::stuck, .waits = {{"a", "lock", "b"}}},
                          {.state = 4, .kind = EndKind::stuck, .waits = {{"b", "lock", "a"}}}}));
  ASSERT_EQ(found.outcomes.size(), 2u);
  EXPECT_EQ(found.outcomes.list[0].end, EndKind::error);
  EXPECT_EQ(found.counts.per_outcome[1].text(), "2");
}

TEST(Schedule, AddsUpTheStepsOfMoves) {
  Graph graph =
      make({{0, 1, 0}, {1, 2, 0}, {2, 3, 1}, {3, 4, 2}}, {ends_at(4)},
           {{.name = "main"}, {.name = "feeder"}, {.kind = Mover::Kind::kill, .name = "Process-1"}});
  graph.edges[1].steps = 6;
  EXPECT_EQ(schedule_text(graph, {0, 1, 2, 3}), "main*7 feeder kill:Process-1");
  EXPECT_EQ(schedule_text(graph, {}), "");
}

// 0: a -> 1 (x or z), b -> 2 (only y); 1: a -> 3, b -> 4.
TEST(Fates, ShrinkOnTheWay) {
  const Graph graph = make({{0, 1, 0}, {0, 2, 1}, {1, 3, 0, "x"}, {1, 4, 1, "z"}, {2, 5, 0, "y"}},
                           {ends_at(3), ends_at(4), ends_at(5)});
  const Found found(graph);
  const Fates fates = fates_of(found.unfolding, found.outcomes);
  EXPECT_EQ(fates.sets[fates.of[0]], (std::vector<OutcomeId>{0, 1, 2}));
  EXPECT_EQ(fates.sets[fates.of[1]], (std::vector<OutcomeId>{0, 2}));
  EXPECT_EQ(fates.sets[fates.of[2]], (std::vector<OutcomeId>{1}));
  EXPECT_EQ(points_of_no_return(found.unfolding, fates).size(), 4u);

  const FateDiagram diagram = diagram_of(found.unfolding, fates);
  ASSERT_EQ(diagram.boxes.size(), 5u);
  EXPECT_EQ(diagram.boxes[0].fate, fates.of[0]);
  EXPECT_EQ(diagram.boxes[2].nodes, 2u);  // y is certain before it is printed
  EXPECT_EQ(diagram.arrows.size(), 4u);
}

TEST(Fates, OfACircleAreThoseOfAllItsStates) {
  const Graph graph = make({{0, 1, 0}, {1, 0, 0}, {1, 2, 1, "out"}}, {ends_at(2)});
  const Found found(graph);
  const Fates fates = fates_of(found.unfolding, found.outcomes);
  EXPECT_EQ(fates.of[0], fates.of[1]);
  EXPECT_TRUE(points_of_no_return(found.unfolding, fates).empty());
}

TEST(Fates, NameWhatIsNotKnown) {
  Graph graph = make({{0, 1, 0}, {0, 2, 1}}, {ends_at(1)});
  graph.complete = false;
  const Found found(graph);
  const Fates fates = fates_of(found.unfolding, found.outcomes);
  EXPECT_EQ(fates.sets[fates.of[0]], (std::vector<OutcomeId>{0, kNoOutcome}));
}

}  // namespace
}  // namespace forkscope::explore
