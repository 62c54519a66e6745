#include "app/model/remains_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

using testing::ElementsAre;

lab::OutcomesReport report_of(const std::vector<std::string>& ends) {
  lab::OutcomesReport report;
  for (const std::string& end : ends) {
    lab::OutcomeRow row;
    row.end = end;
    report.rows.push_back(row);
  }
  return report;
}

lab::OutcomesRemaining answer_of(std::vector<int> rows, bool complete = true) {
  return {.schedule = "", .trouble = "", .now = {std::move(rows), {}, complete}, .after = {}};
}

TEST(RemainsView, NamesWithoutWhatAllHaveInCommon) {
  EXPECT_THAT(short_names({"two processes, 1 each: 1", "two processes, 1 each: 2"}), ElementsAre("1", "2"));
  EXPECT_THAT(short_names({"it came to 1 now", "it came to 22 now"}), ElementsAre("1", "22"));
  EXPECT_THAT(short_names({"first 0 second 1", "first 1 second 0"}),
              ElementsAre("first 0 second 1", "first 1 second 0"));
  EXPECT_THAT(short_names({"10", "12"}), ElementsAre("10", "12"));
  EXPECT_THAT(short_names({"True 1", "True"}), ElementsAre("True 1", "True"));
  EXPECT_THAT(short_names({"a b", "a b c b"}), ElementsAre("a b", "a b c b"));
  EXPECT_THAT(short_names({"alone"}), ElementsAre("alone"));
  EXPECT_TRUE(short_names({}).empty());
}

TEST(RemainsView, WhatIsCertain) {
  const lab::OutcomesReport report = report_of({"ok", "stuck", "stuck", "endless", "endless"});
  EXPECT_EQ(certainty_of({{0}, {}, true}, report), Certainty::one);
  // Which of several deadlocks it is makes nothing more certain.
  EXPECT_EQ(certainty_of({{1}, {}, true}, report), Certainty::stuck);
  EXPECT_EQ(certainty_of({{3}, {}, true}, report), Certainty::endless);
  EXPECT_EQ(certainty_of({{0, 1}, {}, true}, report), Certainty::none);
  EXPECT_EQ(certainty_of({{1, 2}, {}, true}, report), Certainty::stuck);
  EXPECT_EQ(certainty_of({{3, 4}, {}, true}, report), Certainty::endless);
  EXPECT_EQ(certainty_of({{1, 3}, {}, true}, report), Certainty::none);
  // There may be more.
  EXPECT_EQ(certainty_of({{1}, {}, false}, report), Certainty::none);
  EXPECT_EQ(certainty_of({{1}, {{"ok", "x"}}, true}, report), Certainty::none);
  EXPECT_EQ(certainty_of({{}, {}, true}, report), Certainty::none);
}

TEST(RemainsView, TheChallenge) {
  const lab::OutcomesReport report = report_of({"ok", "stuck", "endless"});
  const auto state = [&](int row, const lab::OutcomesRemaining& answer, PathEnd end) {
    return challenge_state(row, report, &answer, end);
  };
  EXPECT_EQ(challenge_state(0, report, nullptr, PathEnd::open), ChallengeState::unknown);
  EXPECT_EQ(state(0, answer_of({0, 1}), PathEnd::open), ChallengeState::open);
  EXPECT_EQ(state(0, answer_of({0}), PathEnd::open), ChallengeState::certain);
  EXPECT_EQ(state(0, answer_of({0}), PathEnd::ended), ChallengeState::reached);
  EXPECT_EQ(state(1, answer_of({1}), PathEnd::stuck), ChallengeState::reached);
  EXPECT_EQ(state(0, answer_of({1}), PathEnd::open), ChallengeState::lost);
  EXPECT_EQ(state(2, answer_of({2}), PathEnd::open), ChallengeState::reached);
  // Not everything has been seen: nothing is lost or certain before the end.
  EXPECT_EQ(state(0, answer_of({1}, false), PathEnd::open), ChallengeState::unknown);
  EXPECT_EQ(state(0, answer_of({0}, false), PathEnd::open), ChallengeState::open);
  EXPECT_EQ(state(0, answer_of({0}, false), PathEnd::ended), ChallengeState::reached);
}

}  // namespace
}  // namespace forkscope::app
