#include "app/model/pool_history.h"

#include <gtest/gtest.h>

#include "app/model/pool_settings.h"
#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

using test::ScriptThread;
using test::TraceScript;
using trace::EventKind;

constexpr base::ObjectId kPool = 700;

// Two workers, six chunks; the first worker has done one and is in its second.
struct TwoWorkers {
  TraceScript script;
  ScriptThread main = script.process("MainProcess", 3, {}, 4711);
  ScriptThread first, second;

  TwoWorkers() {
    script.note(main, EventKind::pool_created, kPool, 2, 0);
    first = script.process("ForkPoolWorker-1", 0, main, 4712);
    second = script.process("ForkPoolWorker-2", 0, main, 4713);
    script.note(main, EventKind::pool_job, kPool, 0, 6, "map(square)");
    for (int chunk = 0; chunk < 6; ++chunk) script.note(main, EventKind::task_submitted, kPool, 0, chunk);
    begins(first, 0);
    begins(second, 1);
    ends(first, 0);
    script.note(main, EventKind::result_received, kPool, 0, 0).result = 1;
    begins(first, 2);
  }
  void begins(const ScriptThread& by, int chunk, int job = 0) {
    script.note(by, EventKind::task_started, kPool, job, chunk);
  }
  void ends(const ScriptThread& by, int chunk, int job = 0) {
    script.note(by, EventKind::task_done, kPool, job, chunk).result = 1;
  }
  void killed(const ScriptThread& worker) {
    script.note(main, EventKind::process_ended, 0, -9, worker.process);
  }
  PoolView view() const {
    trace::Store store;
    script.fill(store);
    PoolHistory history;
    history.follow(store, 1);
    return history.view();
  }
};

TEST(PoolHistory, TellsWhoDidWhichChunk) {
  const PoolView view = TwoWorkers().view();
  ASSERT_EQ(view.rows.size(), 2u);
  const PoolWorker& first = view.rows[0].front();
  EXPECT_EQ(first.name, "ForkPoolWorker-1");
  EXPECT_EQ(first.pid, 4712);
  ASSERT_EQ(first.chunks.size(), 2u);
  EXPECT_EQ(first.chunks[0].state, ChunkState::done);
  EXPECT_EQ(first.chunks[1].index, 2);
  EXPECT_EQ(first.chunks[1].state, ChunkState::runs);
  EXPECT_EQ(view.chunks, 6);
  EXPECT_EQ(view.received, 1);
  EXPECT_EQ(view.waiting.back().count, 3);
  EXPECT_EQ(view.lost, 0);
}

TEST(PoolHistory, AKilledWorkerLosesItsChunkAndAnotherTakesItsRow) {
  TwoWorkers pool;
  pool.killed(pool.first);
  const ScriptThread third = pool.script.process("ForkPoolWorker-3", 0, pool.main, 4720);
  pool.begins(third, 3);
  const PoolView view = pool.view();
  ASSERT_EQ(view.rows.size(), 2u);
  ASSERT_EQ(view.rows[0].size(), 2u);
  EXPECT_EQ(view.rows[0][0].chunks.back().state, ChunkState::lost);
  EXPECT_EQ(view.rows[0][0].exit_code, -9);
  EXPECT_EQ(view.rows[0][1].name, "ForkPoolWorker-3");
  EXPECT_EQ(view.lost, 1);
}

TEST(PoolHistory, WhatAWorkerHadFinishedIsNotLost) {
  TwoWorkers pool;
  pool.ends(pool.second, 1);
  pool.killed(pool.second);
  EXPECT_EQ(pool.view().lost, 0);
}

TEST(PoolHistory, CallsOneByOneAreCountedOn) {
  TwoWorkers pool;
  for (int job = 1; job <= 3; ++job)
    pool.script.note(pool.main, EventKind::pool_job, kPool, job, 1, "apply(square)");
  pool.ends(pool.second, 1);
  pool.begins(pool.second, 0, 2);
  EXPECT_EQ(pool.view().rows[1].front().chunks.back().index, 7);
}

TEST(PoolHistory, ANewRunBeginsAnew) {
  TwoWorkers pool;
  trace::Store store;
  pool.script.fill(store);
  PoolHistory history;
  history.follow(store, 1);
  const trace::Store empty;
  history.follow(empty, 2);
  EXPECT_TRUE(history.view().rows.empty());
  EXPECT_EQ(history.view().chunks, 0);
}

TEST(PoolChunks, AreNamedByTheirTasks) {
  EXPECT_EQ(tasks_of_chunk(0, 7, 20), "0–6");
  EXPECT_EQ(tasks_of_chunk(2, 7, 20), "14–19");
  EXPECT_EQ(tasks_of_chunk(5, 1, 20), "5");
  EXPECT_EQ(tasks_of_chunk(9, 7, 20), "");
}

TEST(PoolChunks, AutomaticOnesAreAboutFourAWorker) {
  EXPECT_EQ(automatic_chunk(24, 3), 2);
  EXPECT_EQ(automatic_chunk(25, 3), 3);
  EXPECT_EQ(automatic_chunk(1, 8), 1);
  EXPECT_EQ(automatic_chunk(0, 0), 1);
}

TEST(PoolSettings, FollowTheKnobsAndTheCall) {
  const auto knobs = [](double call, double chunk, double executor) {
    return std::vector<KnobView>{{"TASKS", 1, 200, 24, false, 1},
                                 {"WORKERS", 1, 8, 3, false, 2},
                                 {"CHUNK", 0, 50, chunk, false, 3},
                                 {"CALL", 0, 4, call, false, 4},
                                 {"EXECUTOR", 0, 1, executor, false, 5}};
  };
  EXPECT_EQ(pool_settings(knobs(0, 0, 0)).real_chunk(), 2);
  EXPECT_EQ(pool_settings(knobs(1, 0, 0)).real_chunk(), 1);
  EXPECT_EQ(pool_settings(knobs(0, 5, 0)).real_chunk(), 5);
  EXPECT_EQ(pool_settings(knobs(4, 5, 0)).real_chunk(), 1);
  EXPECT_EQ(pool_settings(knobs(0, 0, 1)).real_chunk(), 1);
  EXPECT_EQ(pool_settings({}).tasks, 0);
  EXPECT_EQ(knob_named({}, "TASKS"), -1);
}

}  // namespace
}  // namespace forkscope::app
