// What remains possible while a program is stepped: real processes go some way, and the search is asked at
// every step.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/core/lab/running_lab.h"

namespace forkscope::lab {
namespace {

std::string program(const std::string& name) {
  return std::string(FORKSCOPE_PROGRAMS) + "/" + name + ".py";
}

class RemainingTest : public testing::Test {
 protected:
  OutcomesReport search(const ExploreOutcomes& order) {
    window_.client().send(order);
    const auto last = window_.wait_until<OutcomesProgress>([](const auto& each) { return each.over; });
    EXPECT_TRUE(last.has_value());
    return last ? last->report : OutcomesReport{};
  }
  OutcomesRemaining ask(const std::string& schedule) {
    window_.client().send(FindRemaining{schedule});
    const auto answer =
        window_.wait_until<OutcomesRemaining>([&](const auto& each) { return each.schedule == schedule; });
    EXPECT_TRUE(answer.has_value());
    return answer.value_or(OutcomesRemaining{});
  }
  // To its end, whoever moves; false where something was wrong on the way.
  void walk(const std::string& path, const OutcomesReport& report, std::mt19937& random) {
    RunProgram order{.path = path, .start_method = "", .arguments = {}};
    order.stepped = true;
    window_.client().send(order);
    auto moves = window_.wait_for<Moves>();
    std::string schedule, last;
    std::vector<int> expected;
    while (moves) {
      const OutcomesRemaining answer = ask(schedule);
      ASSERT_EQ(answer.trouble, "") << schedule;
      ASSERT_TRUE(answer.now.complete);
      ASSERT_FALSE(answer.now.rows.empty());
      ASSERT_TRUE(answer.now.others.empty());
      if (!schedule.empty()) {
        ASSERT_EQ(answer.now.rows, expected) << schedule;
      }
      std::set<std::string> able, found;
      for (const MoveInfo& move : moves->moves) {
        if (move.state != "blocked") able.insert(move.thread);
      }
      for (const OutcomesAfter& after : answer.after) found.insert(after.mover);
      ASSERT_EQ(found, able) << schedule;
      if (able.empty()) {
        ASSERT_EQ(answer.now.rows.size(), 1u);
        const OutcomeRow& row = report.rows[static_cast<std::size_t>(answer.now.rows[0])];
        ASSERT_EQ(row.end == "stuck", moves->is_stuck) << schedule;
        ends_.insert(answer.now.rows[0]);
        return;
      }
      const bool stays = able.contains(last) && random() % 4 != 0;
      last = stays ? last : *std::next(able.begin(), static_cast<long>(random() % able.size()));
      expected = std::ranges::find(answer.after, last, &OutcomesAfter::mover)->possible.rows;
      schedule += (schedule.empty() ? "" : " ") + last;
      window_.client().send(StepThread{.thread = last});
      moves = window_.wait_for<Moves>();
    }
    FAIL() << "no answer after " << schedule;
  }

  Folder folder_;
  Window window_;
  std::set<int> ends_;
};

TEST_F(RemainingTest, IsTrueOfRealProcesses) {
  std::mt19937 random(3);
  for (const char* name : {"lost_update_once", "empty_after_one_put", "lock_order_opposite"}) {
    const std::string path = program(name);
    const OutcomesReport report = search({.path = path});
    ASSERT_TRUE(report.complete);
    ASSERT_EQ(report.rows.size(), 2u);
    for (int way = 0; way < 3; ++way) ASSERT_NO_FATAL_FAILURE(walk(path, report, random));
  }
}

TEST_F(RemainingTest, ASearchBesideAProgramThatIsStepped) {
  const std::string path = program("lock_order_opposite");
  RunProgram order{.path = path, .start_method = "", .arguments = {}};
  order.stepped = true;
  window_.client().send(order);
  ASSERT_TRUE(window_.wait_for<Moves>());
  const OutcomesReport report = search({.path = path, .beside = true});
  EXPECT_EQ(report.rows.size(), 2u);
  window_.client().send(StepThread{.thread = "main"});
  const auto moves = window_.wait_for<Moves>();
  ASSERT_TRUE(moves) << "it has been stopped";
  EXPECT_EQ(moves->schedule, "main");
  EXPECT_EQ(ask("main").now.rows.size(), 2u);
}

TEST_F(RemainingTest, SaysWhyNothingIsKnown) {
  EXPECT_EQ(ask("main").trouble, "Nothing has been searched yet.");
  const std::string path = folder_.write("program.py", "print('always')\n");
  search({.path = path});
  EXPECT_EQ(ask("main nobody").trouble, "Step 2, nobody, cannot be followed.");
  EXPECT_EQ(ask("main*x").trouble.substr(0, 6), "Word 1");
  EXPECT_EQ(ask("").now.rows, std::vector<int>{0});
}

// Its examples stop threads between two bytecodes.
TEST_F(RemainingTest, BehindAStopInsideAStatement) {
  const OutcomesReport report = search({.path = program("threads_without_a_call"), .every_bytecode = true});
  ASSERT_TRUE(report.complete && report.every_bytecode);
  ASSERT_EQ(report.rows.size(), 2u);
  const std::string& lost = report.rows[0].schedule;
  EXPECT_NE(lost.find("b "), std::string::npos) << lost;
  EXPECT_TRUE(std::ranges::any_of(report.rows[0].example, [](const OutcomeMove& move) {
    return move.request.empty() && move.line == 13;
  }));
  for (const int row : {0, 1})
    EXPECT_EQ(ask(report.rows[static_cast<std::size_t>(row)].schedule).now.rows, std::vector<int>{row});
  // Up to where one thread has read the number, and the other has added to it, too.
  EXPECT_EQ(ask(lost.substr(0, lost.find("b ") + 1)).now.rows, (std::vector<int>{0, 1}));
  EXPECT_EQ(ask("main*8 Thread-1_(work)+3").trouble, "Step 9, Thread-1_(work), cannot be followed.");
}

// A program that reads the clock may do what was not tried.
TEST_F(RemainingTest, ExcludesNothingWhereSomethingWasNotVaried) {
  const std::string path = folder_.write("program.py", "import time\nprint(time.time() > 0)\n");
  const OutcomesReport report = search({.path = path});
  EXPECT_FALSE(report.complete);
  const OutcomesRemaining answer = ask("");
  EXPECT_EQ(answer.now.rows, std::vector<int>{0});
  EXPECT_FALSE(answer.now.complete);
}

}  // namespace
}  // namespace forkscope::lab
