#include "core/lab/compare_statistics.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/lab/compare_jobs.h"
#include "core/lab/compare_machine.h"
#include "core/lab/compare_run.h"
#include "core/lab/compare_settings.h"
#include "tests/core/lab/compare_samples.h"

namespace forkscope::lab {
namespace {

TEST(CompareStatistics, MediansAndQuantiles) {
  EXPECT_EQ(median_of({3, 1, 2}), 2);
  EXPECT_EQ(median_of({4, 1, 2, 3}), 2.5);
  EXPECT_EQ(median_of({}), 0);
  EXPECT_EQ(quantile_of({0, 1, 2, 3, 4}, 0.25), 1);
  EXPECT_EQ(quantile_of({7}, 0.75), 7);
}

TEST(CompareStatistics, SpeedUpsAreRelativeToTheSameWorkOneAfterAnother) {
  CompareReport report = sample_report();
  EXPECT_EQ(report.ways[0].measured[0].speed_up, 1);
  EXPECT_NEAR(report.ways[2].measured[1].speed_up, 1 / 0.535, 1e-9);
  EXPECT_NEAR(report.ways[0].measured[0].spread, 0.05, 1e-9);
  report.ways.push_back({"threads-nogil", "", {measured(2, {0.5})}});
  summarize(report);
  EXPECT_EQ(report.ways[3].measured[0].speed_up, -1) << "its own serial runs were not measured";
  report.ways.push_back({"serial-nogil", "", {measured(1, {0.9})}});
  summarize(report);
  EXPECT_NEAR(report.ways[3].measured[0].speed_up, 1.8, 1e-9);
}

TEST(CompareStatistics, TheSerialPartIsThatOfAmdahl) {
  // time(n) = 0.2 + 0.8 / n
  const CompareWayReport exact{"fork", "", {measured(1, {1.0}), measured(2, {0.6}), measured(4, {0.4})}};
  const SerialPart fit = fit_serial_part(exact, 1.0, 0);
  EXPECT_NEAR(fit.part, 0.2, 1e-9);
  EXPECT_NEAR(fit.error, 0, 1e-9);
  const CompareWayReport noisy{"fork", "", {measured(2, {0.55, 0.65, 0.6}), measured(4, {0.9})}};
  const SerialPart of_two = fit_serial_part(noisy, 1.0, 2);
  EXPECT_NEAR(of_two.part, 0.2, 1e-9) << "four workers on two cores do not count";
  EXPECT_GT(of_two.error, 0.01);
  EXPECT_EQ(fit_serial_part({"fork", "", {measured(1, {1.0})}}, 1.0, 0).part, -1);
  EXPECT_EQ(fit_serial_part({"spawn", "", {measured(2, {40.0})}}, 1.0, 0).part, -1) << "the law says nothing";
}

TEST(CompareStatistics, ADifferenceIsMoreThanTheNoise) {
  CompareReport report;
  const auto apart = [&](std::vector<double> left, std::vector<double> right) {
    report.ways = {{"serial", "", {measured(1, std::move(left))}},
                   {"threads", "", {measured(2, std::move(right))}}};
    summarize(report);
    return differs(report.ways[0].measured[0], report.ways[1].measured[0]);
  };
  EXPECT_TRUE(apart({1.0, 1.01, 1.02}, {1.2, 1.21, 1.22}));
  EXPECT_FALSE(apart({1.0, 1.01, 1.02}, {1.03, 1.04, 1.05})) << "below 5 %";
  EXPECT_FALSE(apart({0.8, 1.0, 1.3}, {0.9, 1.1, 1.4})) << "the runs overlap";
  EXPECT_FALSE(apart({1.0}, {1.15})) << "one run tells little";
  EXPECT_TRUE(apart({1.0}, {1.3}));
  EXPECT_FALSE(apart({}, {1.0}));
}

TEST(CompareSettings, WhatMakesNoSenseIsSaid) {
  CompareSettings settings;
  EXPECT_EQ(objection_to(settings), "");
  const auto with = [](auto change) {
    CompareSettings changed;
    change(changed);
    return objection_to(changed);
  };
  EXPECT_EQ(with([](auto& s) { s.tasks = 0; }), "There is nothing to do: at least one task is needed.");
  EXPECT_EQ(with([](auto& s) { s.workers = {2, 65}; }), "The number of workers is between 1 and 64.");
  EXPECT_EQ(with([](auto& s) { s.workers = {64}; }), "");
  EXPECT_NE(with([](auto& s) { s.workers = {}; }), "");
  EXPECT_NE(with([](auto& s) { s.work = "sleep"; }), "");
  EXPECT_NE(with([](auto& s) { s.ways = {"subprocess"}; }), "");
  EXPECT_NE(with([](auto& s) { s.pool_call = "_map"; }), "");
  EXPECT_NE(with([](auto& s) { s.size = 5; }), "");
  EXPECT_NE(with([](auto& s) { s.work = "function"; }), "") << "no program";
}

TEST(CompareSettings, WhatIsNotSaidIsTheWorksOwn) {
  CompareSettings settings;
  settings.work = "bytes";
  settings.ways = {"fork", "threads-nogil"};
  settings.workers = {4, 2, 4};
  settings = completed(settings);
  EXPECT_EQ(settings.bytes, 1'000'000);
  EXPECT_EQ(settings.ways, (std::vector<std::string>{"serial", "serial-nogil", "threads-nogil", "fork"}));
  EXPECT_EQ(settings.workers, (std::vector<int>{2, 4}));
  settings.work = "io";
  settings.ways = {"threads-nogil"};
  EXPECT_EQ(completed(settings).ways, (std::vector<std::string>{"serial", "threads-nogil"}));
  EXPECT_NE(objection_to(*find_way("threads-nogil"), settings), "");
}

TEST(CompareSettings, ChunksAreThoseOfPythonsPool) {
  CompareSettings settings;
  settings.tasks = 200;
  EXPECT_EQ(chunk_of(settings, *find_way("pool-fork"), 4), 13);
  EXPECT_EQ(chunk_of(settings, *find_way("executor-processes"), 4), 1);
  settings.pool_call = "imap";
  EXPECT_EQ(chunk_of(settings, *find_way("pool-fork"), 4), 1);
  settings.chunk = 5;
  EXPECT_EQ(chunk_of(settings, *find_way("pool-spawn"), 4), 5);
  EXPECT_EQ(chunk_of(settings, *find_way("fork"), 4), 1);
}

TEST(CompareJobs, WaysAlternateAndPythonFollowsOurs) {
  CompareSettings settings;
  settings.repeat = 2;
  settings.workers = {1, 2};
  settings.ways = {"serial", "fork"};
  CompareReport report = empty_report(settings, {});
  report.cpython.ways = report.ways;
  std::string order;
  for (const CompareJob& job : jobs_of(report)) {
    order += job.by_python ? "p" : "f";
    order += job.way == 0 ? "s" : std::to_string(report.ways[1].measured[job.measured].workers);
    order += job.round == CompareRound::warm_up ? "w " : job.round == CompareRound::traced ? "t " : " ";
  }
  EXPECT_EQ(order, "fsw psw f1w p1w fs ps f1 p1 f2 p2 fst f1t f2t fs ps f1 p1 f2 p2 ");
}

TEST(CompareRun, WhatTheProgramWritesIsRead) {
  std::istringstream good("python 3.11.7\nseconds 0.25\nanswer 1229\n");
  const CompareOutcome outcome = outcome_of(good, "It ended with exit code 0.");
  EXPECT_EQ(outcome.seconds, 0.25);
  EXPECT_EQ(outcome.answer, "1229");
  EXPECT_EQ(outcome.version, "3.11.7");
  EXPECT_EQ(outcome.trouble, "");
  std::istringstream raised("python 3.11.7\nerror ValueError: three: 3\n");
  EXPECT_EQ(outcome_of(raised, "").trouble, "ValueError: three: 3");
  std::istringstream killed("python 3.11.7\n");
  EXPECT_EQ(outcome_of(killed, "It was ended by a signal (Killed).").trouble,
            "It was ended by a signal (Killed).");
}

TEST(CompareMachine, AQuotaIsFewerCores) {
  EXPECT_EQ(cores_within("200000 100000\n", 8), 2);
  EXPECT_EQ(cores_within("150000 100000\n", 8), 2);
  EXPECT_EQ(cores_within("10000 100000\n", 8), 1);
  EXPECT_EQ(cores_within("1600000 100000\n", 8), 8);
  for (const char* none : {"max 100000\n", "", "0 100000\n", "100000 0\n", "9e30 1\n"})
    EXPECT_EQ(cores_within(none, 8), 8) << none;
}

TEST(CompareMachine, BusyTimeIsReadFromTheSystem) {
  EXPECT_EQ(busy_seconds("cpu  100 20 30 4000 50 6 7 8 0 0\ncpu0 1 2\n", 100), 1.71);
  EXPECT_EQ(busy_seconds("", 100), -1);
  EXPECT_EQ(busy_seconds("intr 1 2 3 4 5 6 7", 100), -1);
  BusyTime before, after;
  before.at = {};
  after.at = before.at + std::chrono::seconds(2);
  before.all_s = 10;
  after.all_s = 13;
  after.ours_s = 1;
  EXPECT_EQ(others_load(before, after), 1);
  EXPECT_GT(read_machine().cores, 0);
}

}  // namespace
}  // namespace forkscope::lab
