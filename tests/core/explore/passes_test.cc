// The passes against schedules counted one by one, and against outcome sets that were proved elsewhere.
#include <gtest/gtest.h>

#include "core/explore/chance.h"
#include "core/explore/examples.h"
#include "core/explore/fates.h"
#include "core/explore/schedules.h"
#include "models.h"

namespace forkscope::explore {
namespace {

using namespace models;

struct Passes {
  explicit Passes(const Graph& whole)
      : graph(whole),
        unfolding(unfold(graph)),
        outcomes(outcomes_of(graph, unfolding)),
        turns(turns_of(graph, unfolding)),
        counts(count_schedules(unfolding, outcomes)),
        examples(examples_of(turns, outcomes, unfolding)),
        model(graph, turns, outcomes) {}

  OutcomeId find(const Key& key) const {
    for (OutcomeId id = 0; id < outcomes.size(); ++id) {
      const Outcome& outcome = outcomes.list[id];
      if (outcome.end == key.first && outcome.output.bytes == key.second) return id;
    }
    return kNoOutcome;
  }

  Graph graph;
  Unfolding unfolding;
  Outcomes outcomes;
  Turns turns;
  ScheduleCounts counts;
  std::vector<Example> examples;
  ChanceModel model;
};

void expect_same_as_one_by_one(const Model& small) {
  const Passes passes(search(small));
  EXPECT_EQ(fault_of(passes.graph), "");
  for (const double p : {0.0, 0.02, 0.5, 0.9, 1.0}) {
    const auto found = enumerate(small, p);
    ASSERT_EQ(found.size(), passes.outcomes.size());
    const Chances chances = passes.model.at(p);
    for (const auto& [key, one] : found) {
      const OutcomeId id = passes.find(key);
      ASSERT_NE(id, kNoOutcome) << key.second;
      EXPECT_EQ(passes.counts.per_outcome[id].number, one.schedules) << key.second;
      EXPECT_EQ(passes.examples[id].preemptions, one.preemptions) << key.second;
      EXPECT_NEAR(chances.per_outcome[id], one.chance, 1e-12) << key.second << " at " << p;
    }
  }
}

TEST(Passes, AgreeWithSchedulesCountedOneByOne) {
  for (const int capacity : {1, 4}) {
    for (const int puts : {1, 2}) expect_same_as_one_by_one(empty_after_puts(puts, capacity));
  }
  for (const Protection protection : {Protection::none, Protection::each_access, Protection::whole}) {
    for (const int times : {1, 2, 3}) expect_same_as_one_by_one(lost_updates(times, protection));
  }
  for (const bool same : {false, true}) expect_same_as_one_by_one(two_locks(same));
  for (const int number : {2, 3, 4}) expect_same_as_one_by_one(philosophers(number));
}

// Of the oracle: end, output, schedules, preemptions, chance with two threads that are equally likely.
struct Proved {
  EndKind end;
  std::string output;
  std::string schedules;
  std::uint32_t preemptions;
  double chance;
};

void expect_proved(const Model& small, std::size_t states, std::size_t edges,
                   const std::vector<Proved>& proved) {
  const Passes passes(search(small));
  EXPECT_EQ(passes.unfolding.nodes.size(), states);
  EXPECT_EQ(passes.unfolding.edges.size(), edges);
  ASSERT_EQ(passes.outcomes.size(), proved.size());
  const Chances chances = passes.model.at(0.5);
  for (const Proved& line : proved) {
    const OutcomeId id = passes.find({line.end, line.output});
    ASSERT_NE(id, kNoOutcome) << line.output;
    EXPECT_EQ(passes.counts.per_outcome[id].text(), line.schedules) << line.output;
    EXPECT_EQ(passes.examples[id].preemptions, line.preemptions) << line.output;
    EXPECT_NEAR(chances.per_outcome[id], line.chance, 6e-7) << line.output;
  }
}

TEST(Passes, EmptyAfterPutsIsAsProved) {
  const auto ok = EndKind::ok;
  expect_proved(empty_after_puts(1, 1), 45, 65,
                {{ok, "False 1\n", "15", 1, 0.03125}, {ok, "True\n", "40", 0, 0.96875}});
  expect_proved(empty_after_puts(4, 4), 402, 659,
                {{ok, "False 1\n", "1212033", 1, 0.175863},
                 {ok, "False 2\n", "36614315", 1, 0.370251},
                 {ok, "False 3\n", "330542070", 1, 0.355909},
                 {ok, "False 4\n", "322656155", 1, 0.0555196},
                 {ok, "True\n", "8887", 0, 0.0424576}});
}

TEST(Passes, LostUpdatesAreAsProved) {
  const auto ok = EndKind::ok;
  expect_proved(lost_updates(1, Protection::none), 12, 14,
                {{ok, "1\n", "4", 1, 0.5}, {ok, "2\n", "2", 0, 0.5}});
  expect_proved(lost_updates(3, Protection::none), 195, 310,
                {{ok, "2\n", "8", 4, 0.00390625},
                 {ok, "3\n", "300", 1, 0.238281},
                 {ok, "4\n", "416", 2, 0.398438},
                 {ok, "5\n", "180", 2, 0.292969},
                 {ok, "6\n", "20", 0, 0.0664062}});
  expect_proved(lost_updates(2, Protection::each_access), 213, 238,
                {{ok, "2\n", "32", 1, 0.34375}, {ok, "3\n", "32", 2, 0.46875}, {ok, "4\n", "6", 0, 0.1875}});
  expect_proved(lost_updates(3, Protection::whole), 88, 96, {{ok, "6\n", "20", 0, 1}});
}

TEST(Passes, LocksAreAsProved) {
  expect_proved(two_locks(false), 19, 22,
                {{EndKind::ok, "", "4", 0, 0.5}, {EndKind::stuck, "", "2", 1, 0.5}});
  expect_proved(two_locks(true), 16, 16, {{EndKind::ok, "", "2", 0, 1}});
  const Passes five(search(philosophers(5)));
  EXPECT_EQ(five.graph.states, 1743u);
  EXPECT_EQ(five.counts.all.text(), "66468720");
  EXPECT_EQ(five.counts.per_outcome[five.find({EndKind::stuck, ""})].text(), "120");
}

}  // namespace
}  // namespace forkscope::explore
