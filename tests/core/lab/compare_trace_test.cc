#include "core/lab/compare_trace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace forkscope::lab {
namespace {

using trace::Event;
using trace::EventKind;
using trace::Phase;

constexpr std::int64_t kMs = 1'000'000;

// A trace written by hand: times in ms. Process 1 is the program, thread 1 its main thread.
class Script {
 public:
  Event& add(double ms, EventKind kind, base::ProcessId process, base::ThreadId thread) {
    Event event;
    event.time_ns = event.began_ns = static_cast<std::int64_t>(ms * kMs);
    event.kind = kind;
    event.process = process;
    event.thread = thread;
    return events_.emplace_back(event);
  }
  void clock(double ms, int which, base::ProcessId process, base::ThreadId thread) {
    add(ms, EventKind::clock_read, process, thread).a = which;
  }
  void run(double from_ms, double to_ms) {
    clock(from_ms, 2, 1, 1);
    clock(to_ms, 2, 1, 1);
  }
  void task(double from_ms, double to_ms, base::ProcessId process, base::ThreadId thread) {
    clock(from_ms, 3, process, thread);
    clock(to_ms, 3, process, thread);
  }
  void wait(double from_ms, double to_ms, EventKind kind, base::ProcessId process, base::ThreadId thread) {
    add(from_ms, kind, process, thread).phase = Phase::waits;
    add(to_ms, kind, process, thread);
  }
  CompareTrace read(int workers, int tasks, int chunk = 1) {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& left, const Event& right) { return left.time_ns < right.time_ns; });
    store_.append(events_.data(), events_.size());
    return read_trace(store_, workers, tasks, chunk);
  }

 private:
  std::vector<Event> events_;
  trace::Store store_;
};

double sum_of(const CompareSplit& split) {
  return split.start_up + split.computing + split.io + split.gil + split.pickling + split.pipe + split.locks +
         split.idle;
}

TEST(CompareTrace, TheTimeOfAProcessIsSplit) {
  Script script;
  script.run(0, 100);
  script.task(10, 40, 2, 2);
  script.add(50, EventKind::pickled, 2, 2).began_ns = 45 * kMs;
  script.wait(50, 60, EventKind::sem_acquire, 2, 2);
  script.task(60, 90, 2, 2);
  script.wait(90, 98, EventKind::fd_read, 2, 2);
  const CompareTrace trace = script.read(1, 2);
  ASSERT_TRUE(trace.is_whole);
  const CompareSplit& split = trace.split;
  EXPECT_NEAR(split.whole, 0.1, 1e-9);
  EXPECT_NEAR(split.start_up, 0.01, 1e-9);
  EXPECT_NEAR(split.computing, 0.06, 1e-9);
  EXPECT_NEAR(split.pickling, 0.005, 1e-9);
  EXPECT_NEAR(split.pipe, 0.005, 1e-9);
  EXPECT_NEAR(split.locks, 0.01, 1e-9);
  EXPECT_NEAR(split.idle, 0.01, 1e-9);
  EXPECT_NEAR(sum_of(split), split.whole, 1e-9);
}

TEST(CompareTrace, AWorkerThatWaitsBehindItsLastTaskIsIdle) {
  Script script;
  script.run(0, 100);
  script.task(10, 40, 2, 2);
  script.wait(40, 95, EventKind::sem_acquire, 2, 2);
  const CompareSplit split = script.read(1, 1).split;
  EXPECT_EQ(split.locks, 0);
  EXPECT_NEAR(split.idle, 0.06, 1e-9);
}

TEST(CompareTrace, WaitingInATaskIsTheTasks) {
  Script script;
  script.run(0, 100);
  script.clock(10, 3, 1, 2);
  script.wait(20, 70, EventKind::sleep, 1, 2);
  script.clock(90, 3, 1, 2);
  const CompareSplit split = script.read(1, 1).split;
  EXPECT_NEAR(split.io, 0.05, 1e-9);
  EXPECT_NEAR(split.computing, 0.03, 1e-9);
}

TEST(CompareTrace, TheGilOfThreadsThatTakeTurns) {
  Script script;
  script.add(0, EventKind::gil_taken, 1, 1);
  script.run(1, 100);
  script.add(2, EventKind::gil_dropped, 1, 1);
  script.add(2, EventKind::gil_taken, 1, 2);
  script.clock(2, 3, 1, 2);
  script.add(3, EventKind::gil_requested, 1, 3);
  script.add(50, EventKind::gil_dropped, 1, 2);
  script.add(50, EventKind::gil_taken, 1, 3).b = 1;
  script.clock(50, 3, 1, 3);
  script.add(51, EventKind::gil_requested, 1, 2);
  script.clock(99, 3, 1, 3);
  script.add(99, EventKind::gil_dropped, 1, 3);
  script.add(99, EventKind::gil_taken, 1, 2).b = 1;
  script.clock(99.5, 3, 1, 2);
  const CompareTrace trace = script.read(2, 2);
  ASSERT_TRUE(trace.is_whole);
  EXPECT_EQ(trace.gil_handovers, 3);
  EXPECT_EQ(trace.gil_demanded, 2);
  EXPECT_NEAR(trace.gil_held, 1, 1e-6);
  EXPECT_NEAR(trace.split.gil, 0.048 / 2, 1e-9) << "thread 3 waited before its first task: that is start-up";
  EXPECT_NEAR(sum_of(trace.split), trace.split.whole, 1e-9);
  ASSERT_EQ(trace.timeline.handovers.size(), 4u);
  EXPECT_EQ(trace.timeline.handovers.back().count, 3);
}

TEST(CompareTrace, ChunksAreBlocksAndTheirTasksAreCounted) {
  Script script;
  script.run(0, 100);
  for (const int chunk : {0, 1}) {
    const double at = 10 + 40 * chunk;
    Event& started = script.add(at, EventKind::task_started, 2, 2);
    started.b = chunk;
    for (int i = 0; i < 4; ++i) script.task(at + 1 + 8 * i, at + 9 + 8 * i, 2, 2);
    script.add(at + 33, EventKind::task_done, 2, 2).b = chunk;
    script.add(at + 34, EventKind::result_received, 1, 5).b = chunk;
  }
  const CompareTrace trace = script.read(1, 8, 4);
  const CompareTimeline& timeline = trace.timeline;
  ASSERT_EQ(timeline.rows.size(), 2u) << "the parent and the worker";
  EXPECT_EQ(timeline.rows[0].name, "parent");
  std::vector<CompareBlock> chunks;
  for (const CompareBlock& block : timeline.rows[1].blocks) {
    if (block.kind == "task") chunks.push_back(block);
  }
  ASSERT_EQ(chunks.size(), 2u);
  EXPECT_EQ(chunks[0].tasks, 4);
  EXPECT_EQ(chunks[0].first_task, 0);
  EXPECT_EQ(chunks[1].first_task, 4);
  EXPECT_EQ(timeline.waiting.front().count, 8);
  EXPECT_EQ(timeline.waiting.back().count, 0);
  EXPECT_EQ(timeline.arrived.back().count, 8);
  EXPECT_NEAR(timeline.arrived.back().at_s, 0.084, 1e-9);
}

TEST(CompareTrace, AReplacedWorkerCountsWhileItLives) {
  Script script;
  script.run(0, 100);
  script.add(1, EventKind::process_begins, 2, 2);
  script.task(10, 40, 2, 2);
  script.add(50, EventKind::process_exit, 2, 2);
  script.add(60, EventKind::process_begins, 3, 3);
  script.task(70, 90, 3, 3);
  const CompareTrace trace = script.read(1, 2);
  EXPECT_NEAR(trace.split.start_up, 0.02, 1e-9);
  EXPECT_NEAR(sum_of(trace.split), 0.1, 1e-9);
}

TEST(CompareTrace, ManyBlocksBecomeFewer) {
  Script script;
  script.run(0, 1000);
  for (int i = 0; i < 900; ++i) script.task(i + 0.1, i + 0.9, 2, 2);
  const CompareTrace trace = script.read(1, 900);
  EXPECT_TRUE(trace.timeline.shortened);
  EXPECT_LE(trace.timeline.rows[1].blocks.size(), 400u);
  EXPECT_LE(trace.timeline.waiting.size(), 402u);
  int tasks = 0;
  for (const CompareBlock& block : trace.timeline.rows[1].blocks) tasks += block.tasks;
  EXPECT_EQ(tasks, 900);
}

TEST(CompareTrace, OfARunThatDidNotEndNothingIsKnown) {
  Script script;
  script.clock(0, 2, 1, 1);
  script.task(10, 20, 2, 2);
  EXPECT_FALSE(script.read(1, 1).is_whole);
  EXPECT_FALSE(Script().read(1, 1).is_whole);
}

}  // namespace
}  // namespace forkscope::lab
