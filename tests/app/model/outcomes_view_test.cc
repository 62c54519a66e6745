#include "app/model/outcomes_view.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

lab::OutcomeRow row(const std::string& end, const std::string& output, const std::string& movers = "") {
  lab::OutcomeRow made;
  made.end = end;
  made.output = output;
  for (const char mover : movers) made.example.push_back({.mover = std::string(1, mover)});
  return made;
}

OutcomesView view_of(std::vector<lab::OutcomeRow> rows) {
  OutcomesView view;
  view.known.over = true;
  view.known.report.rows = std::move(rows);
  return view;
}

TEST(OutcomesView, WhatWasTickedAndIsImpossibleStays) {
  OutcomesView view = view_of({row("ok", "1\n"), row("stuck", "")});
  view.guesses = {{"ok", "1\n", true}, {"ok", "2\n", true}, {"ok", "3\n", false}, {"stuck", "", false}};
  const std::vector<OutcomeLine> lines = outcome_lines(view);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_TRUE(lines[0].guessed);
  EXPECT_FALSE(lines[1].guessed);
  EXPECT_EQ(lines[2].row, -1);
  EXPECT_EQ(lines[2].output, "2\n");
  const GuessScore score = score_of(view);
  EXPECT_EQ(score.right, 2);  // 1 was ticked, 3 was not
  EXPECT_EQ(score.all, 4);
  EXPECT_EQ(score.missed, 0);
}

TEST(OutcomesView, AGuessThatItIsStuckIsAboutAnyOutput) {
  OutcomesView view = view_of({row("stuck", "some\n"), row("error", "x\n")});
  view.guesses = {{"stuck", "", true}, {"ok", "x\n", true}};
  EXPECT_EQ(outcome_lines(view).size(), 2u);
  EXPECT_EQ(score_of(view).right, 2);
}

TEST(OutcomesView, CountsThePossibleThatNobodyThoughtOf) {
  OutcomesView view = view_of({row("ok", "1\n"), row("ok", "2\n")});
  view.guesses = {{"ok", "1\n", true}};
  EXPECT_EQ(score_of(view).missed, 1);
}

TEST(OutcomesView, RowsKnowWhatPythonDid) {
  OutcomesView view = view_of({row("ok", "1\n"), row("error", "1\n"), row("stuck", "")});
  view.known.report.rows[1].exit_codes = {{"main", 1}};
  view.python.outcomes.found = {
      {"ok", "1\n", 0, 7}, {"error", "1\n", 1, 2}, {"stuck", "", 0, 1}, {"ok", "9\n", 0, 3}};
  const std::vector<OutcomeLine> lines = outcome_lines(view);
  EXPECT_EQ(lines[0].python_runs, 7);
  EXPECT_EQ(lines[1].python_runs, 2);
  EXPECT_EQ(lines[2].python_runs, 1);
  const auto others = not_found(view);
  ASSERT_EQ(others.size(), 1u);
  EXPECT_EQ(others[0].output, "9\n");
}

// A child's exit code makes the outcome an error; main ends with 0, and that is all python3 shows.
TEST(OutcomesView, AnErrorOfAChildIsNoErrorOfMain) {
  OutcomesView view = view_of({row("error", "1\n")});
  view.known.report.rows[0].exit_codes = {{"Process-1", 3}, {"main", 0}};
  view.python.outcomes.found = {{"ok", "1\n", 0, 4}};
  EXPECT_EQ(outcome_lines(view)[0].python_runs, 4);
}

TEST(OutcomesView, WhatTheOldProgramCouldDoTurnsImpossible) {
  OutcomesView view = view_of({row("ok", "2\n")});
  view.before.rows = {row("ok", "1\n"), row("ok", "2\n")};
  const std::vector<OutcomeLine> lines = outcome_lines(view);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].before, 1);
  EXPECT_EQ(lines[1].output, "1\n");
  EXPECT_EQ(lines[1].row, -1);
  EXPECT_EQ(lines[1].before, 0);
}

TEST(OutcomesView, ExamplesPartAtTheFirstOtherMover) {
  EXPECT_EQ(parting_of(row("ok", "", "aab"), row("ok", "", "aaab")), 2u);
  EXPECT_EQ(parting_of(row("ok", "", "aa"), row("ok", "", "aab")), std::nullopt);
}

TEST(OutcomesView, KnowsTheMoveAfterWhichItIsCertain) {
  lab::OutcomeRow some = row("ok", "", "abc");
  some.example[0].possible = {0, 1};
  some.example[1].possible = {1};
  some.example[2].possible = {1};
  EXPECT_EQ(no_return_of(some, 1), 1u);
  some.example[0].possible = {1};
  EXPECT_EQ(no_return_of(some, 1), std::nullopt);
}

TEST(OutcomesView, MovesInARowAreOneBlock) {
  lab::OutcomeRow some = row("ok", "", "aabba");
  some.example[4].preempts = true;
  const ExampleLanes lanes = lanes_of(some.example);
  EXPECT_EQ(lanes.movers, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(lanes.blocks.size(), 3u);
  EXPECT_EQ(lanes.blocks[1].begin, 2u);
  EXPECT_EQ(lanes.blocks[1].end, 4u);
  EXPECT_FALSE(lanes.blocks[1].preempts);
  EXPECT_TRUE(lanes.blocks[2].preempts);
  EXPECT_EQ(lanes_of(some.example, {"b", "a"}).blocks[0].lane, 1u);
}

TEST(OutcomesView, ABlockIsToldByItsLastMoveAtSomethingShared) {
  lab::OutcomeRow some = row("ok", "", "aaa");
  some.example[0].request = "fd_close";
  some.example[1].request = "memory_write";
  some.example[2].request = "process_exit";
  EXPECT_EQ(telling_move(some.example, 0, 3), 1u);
  EXPECT_EQ(telling_move(some.example, 2, 3), 2u);
}

TEST(OutcomesView, LinesAreSaidInOne) {
  EXPECT_EQ(in_one_line("a\nb\n"), "a / b");
  EXPECT_EQ(in_one_line(""), "");
}

TEST(OutcomesView, TheSliderBeginsAtOneInAHundred) {
  lab::OutcomesReport report;
  EXPECT_EQ(usual_p(report), 0u);
  report.chance_at = {0, 0.01, 1};
  EXPECT_EQ(usual_p(report), 1u);
}

}  // namespace
}  // namespace forkscope::app
