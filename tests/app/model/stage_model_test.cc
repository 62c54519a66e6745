#include "app/model/stage_model.h"

#include <gtest/gtest.h>

#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

using trace::EventKind;

class StageModelTest : public ::testing::Test {
 protected:
  StageModel model(const StepView& step = {}) {
    script_.fill(store_);
    return stage_model(store_, store_.now(), step);
  }

  test::TraceScript script_;
  test::ScriptThread main_ = script_.process("MainProcess");
  test::ScriptQueue queue_ = script_.queue(main_, "q");
  test::ScriptThread feeder_ = script_.thread(main_, "QueueFeederThread");
  trace::Store store_;
};

TEST_F(StageModelTest, AProgramOfOneProcessShowsItsBufferBeforeThereAreItems) {
  const StageModel stage = model();
  ASSERT_EQ(stage.processes.size(), 1u);
  ASSERT_EQ(stage.processes[0].threads.size(), 2u);
  ASSERT_EQ(stage.processes[0].buffers.size(), 1u);
  EXPECT_EQ(stage.processes[0].buffers[0].feeder, 1);
  EXPECT_TRUE(stage.processes[0].threads[1].is_feeder);
  ASSERT_EQ(stage.queues.size(), 1u);
  EXPECT_EQ(stage.queues[0].maxsize, 0);
}

TEST_F(StageModelTest, ItemsAreInTheBufferInTheHandAndInThePipe) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.buffer(main_, queue_, 2, "'blue'");
  script_.buffer(main_, queue_, 3, "'green'");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 18);
  script_.write(feeder_, queue_, 1, 18);
  script_.take(feeder_, queue_, 2);
  const StageModel stage = model();
  const StageBuffer& buffer = stage.processes.at(0).buffers.at(0);
  ASSERT_EQ(buffer.items.size(), 1u);
  EXPECT_EQ(buffer.items[0].label, "'green'");
  const StageThread& feeder = stage.processes[0].threads.at(1);
  ASSERT_TRUE(feeder.hand);
  EXPECT_EQ(feeder.hand->label, "'blue'");
  EXPECT_EQ(feeder.doing, Doing::has_item);
  const StageQueue& queue = stage.queues.at(0);
  ASSERT_EQ(queue.items.size(), 1u);
  EXPECT_EQ(queue.items[0].label, "'red'");
  EXPECT_EQ(queue.bytes, 22);
  EXPECT_EQ(queue.slots_taken, 3);
}

TEST_F(StageModelTest, WhoReadsAnItemHasIt) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 18);
  script_.write(feeder_, queue_, 1, 18);
  script_.acquire(main_, queue_.reader_lock);
  script_.read(main_, queue_, 18);
  const StageModel stage = model();
  ASSERT_EQ(stage.processes.at(0).threads.at(0).reading.size(), 1u);
  EXPECT_EQ(stage.processes[0].threads[0].reading[0].label, "'red'");
  EXPECT_EQ(stage.queues.at(0).count, 0u);
  EXPECT_EQ(stage.queues[0].reader_lock.owner, main_.thread);
}

TEST_F(StageModelTest, ALockOfAKilledProcessIsMarked) {
  const test::ScriptThread child = script_.process("Process-1", 0, main_);
  script_.acquire(child, queue_.reader_lock);
  script_.waits(main_, EventKind::sem_acquire, queue_.reader_lock);
  script_.process_ended(child.process, -9);
  const StageModel stage = model();
  EXPECT_TRUE(stage.processes.at(1).ended);
  EXPECT_EQ(stage.processes[1].exit_code, -9);
  EXPECT_TRUE(stage.processes[1].is_brief());
  const StageLock& lock = stage.queues.at(0).reader_lock;
  EXPECT_TRUE(lock.owner_was_killed);
  EXPECT_EQ(lock.waiters, 1u);
  EXPECT_EQ(stage.processes[0].threads.at(0).doing, Doing::waits);
}

TEST_F(StageModelTest, OfSeveralProcessesOnlyThoseThatPutShowABuffer) {
  const test::ScriptThread child = script_.process("Process-1", 0, main_);
  script_.buffer(main_, queue_, 1, "1");
  const StageModel stage = model();
  EXPECT_EQ(stage.processes.at(0).buffers.size(), 1u);
  EXPECT_TRUE(stage.processes.at(1).buffers.empty());
  EXPECT_EQ(stage.processes[1].id, child.process);
}

TEST_F(StageModelTest, WhatTheLastStepDidIsMarked) {
  script_.buffer(main_, queue_, 1, "'red'");
  const std::uint64_t before = script_.events().size();
  script_.buffer(main_, queue_, 2, "'blue'");
  DoneStep last;
  last.entry = "main";
  last.thread = main_.thread;
  last.first_event = before;
  last.end_event = script_.events().size();
  StepView step;
  step.last = &last;
  const StageModel stage = model(step);
  const StageBuffer& buffer = stage.processes.at(0).buffers.at(0);
  ASSERT_EQ(buffer.items.size(), 2u);
  EXPECT_FALSE(buffer.items[0].changed);
  EXPECT_TRUE(buffer.items[1].changed);
  EXPECT_TRUE(stage.processes[0].threads.at(0).changed);
  EXPECT_FALSE(stage.processes[0].threads.at(1).changed);
  EXPECT_TRUE(stage.queues.at(0).slots.changed);
  EXPECT_FALSE(stage.queues[0].pipe_changed);
}

TEST_F(StageModelTest, AThreadAtItsGateWaitsIfItCannotMove) {
  StepView step;
  NextMove blocked;
  blocked.id = main_.thread;
  blocked.kind = EventKind::fd_read;
  blocked.object = queue_.pipe;
  step.moves.push_back(blocked);
  EXPECT_EQ(model(step).processes.at(0).threads.at(0).doing, Doing::waits);
  step.moves[0].can_move = true;
  EXPECT_NE(stage_model(store_, store_.now(), step).processes.at(0).threads.at(0).doing, Doing::waits);
}

TEST_F(StageModelTest, AWorkerKnowsItsTaskAndAPoolItsCounts) {
  const test::ScriptThread worker = script_.process("ForkPoolWorker-1", 0, main_);
  script_.note(main_, EventKind::pool_created, 700, 1, std::int64_t{701} << 32 | 702);
  script_.note(main_, EventKind::pool_job, 700, 0, 2, "map(square)");
  script_.note(main_, EventKind::task_submitted, 700, 0, 0);
  script_.note(worker, EventKind::task_started, 700, 0, 0);
  const StageModel stage = model();
  ASSERT_EQ(stage.pools.size(), 1u);
  EXPECT_EQ(stage.pools[0].job, "map(square)");
  ASSERT_TRUE(stage.processes.at(1).threads.at(0).task);
}

TEST_F(StageModelTest, NamedLocksAreShownAndNamelessOnesWhileTheyAreHeld) {
  script_.request(main_, EventKind::sem_create, 800, 1, 1, 0);
  script_.request(main_, EventKind::sem_create, 801, 1, 1, 0);
  script_.note(main_, EventKind::object_named, 800, 0, 0, "guard");
  StageModel stage = model();
  ASSERT_EQ(stage.objects.size(), 1u);
  EXPECT_EQ(stage.objects[0].name, "guard");
  trace::Store later;
  script_.acquire(main_, 801);
  script_.fill(later);
  stage = stage_model(later, later.now(), {});
  ASSERT_EQ(stage.objects.size(), 2u);
  EXPECT_EQ(stage.objects[1].lock.owner, main_.thread);
}

}  // namespace
}  // namespace forkscope::app
