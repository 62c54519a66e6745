#include "app/model/compare_view.h"

#include <gtest/gtest.h>

#include "tests/support/sample_compare.h"

namespace forkscope::app {
namespace {

TEST(CompareOrder, WaysAreToggledAndKeepTheirOrder) {
  lab::CompareSettings order;
  order.ways = {"serial", "spawn"};
  toggle_way(order, "threads");
  EXPECT_EQ(order.ways, (std::vector<std::string>{"serial", "threads", "spawn"}));
  toggle_way(order, "spawn");
  EXPECT_EQ(order.ways, (std::vector<std::string>{"serial", "threads"}));
  toggle_way(order, "serial");
  toggle_way(order, "no such way");
  EXPECT_EQ(order.ways, (std::vector<std::string>{"serial", "threads"}));
}

TEST(CompareOrder, OneNumberOfWorkersStays) {
  lab::CompareSettings order;
  order.workers = {2};
  toggle_workers(order, 8);
  toggle_workers(order, 1);
  EXPECT_EQ(order.workers, (std::vector<int>{1, 2, 8}));
  for (const int workers : {1, 2, 8}) toggle_workers(order, workers);
  EXPECT_EQ(order.workers, (std::vector<int>{8}));
}

TEST(CompareOrder, KnobsGoThroughRoundNumbersAndStayInTheirRange) {
  lab::CompareSettings order;
  order.tasks = 1;
  turn_knob(order, CompareKnob::tasks, -1);
  EXPECT_EQ(order.tasks, 1);
  std::vector<int> up;
  for (int step = 0; step < 5; ++step) turn_knob(order, CompareKnob::tasks, 1), up.push_back(order.tasks);
  EXPECT_EQ(up, (std::vector<int>{2, 5, 10, 20, 50}));
  turn_knob(order, CompareKnob::tasks, -1);
  EXPECT_EQ(order.tasks, 20);
  order.chunk = 1;
  turn_knob(order, CompareKnob::chunk, -1);
  EXPECT_EQ(order.chunk, 0);
  for (int step = 0; step < 50; ++step) turn_knob(order, CompareKnob::tasks, 1);
  EXPECT_EQ(order.tasks, 10'000);
}

TEST(CompareOrder, ASizeBeginsAtTheWorksOwn) {
  lab::CompareSettings order;
  set_work(order, "io");
  EXPECT_EQ(knob_value(order, CompareKnob::size), work_named("io").size);
  turn_knob(order, CompareKnob::size, 1);
  EXPECT_EQ(order.size, 50);
  set_work(order, "primes");
  EXPECT_EQ(order.size, 0);
  EXPECT_EQ(knob_value(order, CompareKnob::bytes), work_named("primes").bytes);
}

TEST(CompareOrder, SameOrderSeesEveryField) {
  const lab::CompareSettings order;
  lab::CompareSettings other = order;
  EXPECT_TRUE(same_order(order, other));
  other.tasks_per_child = 3;
  EXPECT_FALSE(same_order(order, other));
}

lab::CompareReport report() {
  lab::CompareSettings order;
  order.workers = {1, 2, 4};
  return test::sample_compare(order).report;
}

TEST(CompareReport, FindsRunsAndTheNearestOne) {
  const lab::CompareReport known = report();
  EXPECT_EQ(workers_measured(known), (std::vector<int>{1, 2, 4}));
  ASSERT_NE(measured_of(known.ways, {"fork", 2}), nullptr);
  EXPECT_EQ(measured_of(known.ways, {"fork", 3}), nullptr);
  EXPECT_EQ(run_to_show(known, {"fork", 8}), (CompareRun{"fork", 4}));
  EXPECT_EQ(run_to_show(known, {"forkserver", 2}).workers, 2);
  EXPECT_NE(measured_of(known.ways, run_to_show(known, {"forkserver", 2})), nullptr);
  EXPECT_EQ(run_to_show({}, {"fork", 2}), (CompareRun{"fork", 2}));
}

TEST(CompareReport, ScalesTurnTheSpreadWithTheValue) {
  lab::CompareMeasured measured;
  measured.runs_s = {0.4, 0.5, 0.8};
  measured.median_s = 0.5;
  measured.speed_up = 2;
  const auto time = scaled_time(measured, CompareScale::time, 100);
  const auto speed_up = scaled_time(measured, CompareScale::speed_up, 100);
  const auto rate = scaled_time(measured, CompareScale::items_per_second, 100);
  ASSERT_TRUE(time && speed_up && rate);
  EXPECT_DOUBLE_EQ(time->low, 0.4);
  EXPECT_DOUBLE_EQ(time->high, 0.8);
  EXPECT_DOUBLE_EQ(speed_up->value, 2);
  EXPECT_DOUBLE_EQ(speed_up->low, 1.25);
  EXPECT_DOUBLE_EQ(speed_up->high, 2.5);
  EXPECT_DOUBLE_EQ(rate->value, 200);
  EXPECT_FALSE(scaled_time({}, CompareScale::time, 100));
}

TEST(CompareReport, TheLevelIsOneAfterAnother) {
  const lab::CompareReport known = report();
  EXPECT_DOUBLE_EQ(*level_of(known, CompareScale::speed_up), 1);
  EXPECT_DOUBLE_EQ(*level_of(known, CompareScale::time), known.ways.front().measured.front().median_s);
  EXPECT_FALSE(level_of({}, CompareScale::time));
}

TEST(CompareSentences, NumbersStandWhereThePatternSays) {
  const std::vector<lab::CompareNumber> numbers = {{"held", 0.99, "99 %"}, {"workers", 2, "2"}};
  EXPECT_EQ(filled("{workers} threads: {held}, {workers}", numbers), "2 threads: 99 %, 2");
  EXPECT_EQ(filled("a {brace and {unknown}", numbers), "a {brace and {unknown}");
}

}  // namespace
}  // namespace forkscope::app
