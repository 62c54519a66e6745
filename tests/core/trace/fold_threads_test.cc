#include "tests/core/trace/fold_fixture.h"

namespace forkscope::test {
namespace {

using ::testing::Test;
using trace::EventKind;
using trace::ThreadActivity;
using trace::World;

using FoldThreadsTest = FoldTest;

TEST_F(FoldThreadsTest, ASemaphoreKnowsItsOwnerAndWhoWaits) {
  const ScriptThread child = script_.process("Process-1", 0, main_);
  script_.acquire(main_, queue_.reader_lock);
  script_.waits(child, EventKind::sem_acquire, queue_.reader_lock);
  World now = world();
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).owner, main_.thread);
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).waiters, std::vector<base::ThreadId>{child.thread});
  EXPECT_EQ(now.threads.at(child.thread).activity, ThreadActivity::waits);
  EXPECT_EQ(now.threads.at(child.thread).waits_for, queue_.reader_lock);
  script_.release(main_, queue_.reader_lock);
  script_.acquire(child, queue_.reader_lock);
  now = world();
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).owner, child.thread);
  EXPECT_TRUE(now.semaphores.at(queue_.reader_lock).waiters.empty());
  EXPECT_EQ(now.threads.at(child.thread).activity, ThreadActivity::running);
}

TEST_F(FoldThreadsTest, ARefusedTryChangesNothing) {
  script_.acquire(main_, queue_.reader_lock);
  const World before = world();
  script_.acquire(feeder_, queue_.reader_lock, false);
  EXPECT_EQ(world().semaphores.at(queue_.reader_lock), before.semaphores.at(queue_.reader_lock));
}

TEST_F(FoldThreadsTest, ADeadOwnerKeepsTheLock) {
  const ScriptThread child = script_.process("Process-1", 0, main_);
  script_.acquire(child, queue_.reader_lock);
  script_.waits(main_, EventKind::sem_acquire, queue_.reader_lock);
  script_.process_ended(child.process, -9);
  const World now = world();
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).owner, child.thread);
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).value, 0);
  EXPECT_EQ(now.threads.at(child.thread).activity, ThreadActivity::ended);
  EXPECT_EQ(now.threads.at(main_.thread).activity, ThreadActivity::waits);
}

TEST_F(FoldThreadsTest, AKilledWaiterWaitsNoMore) {
  const ScriptThread child = script_.process("Process-1", 0, main_);
  script_.acquire(main_, queue_.reader_lock);
  script_.waits(child, EventKind::sem_acquire, queue_.reader_lock);
  script_.process_ended(child.process, -9);
  EXPECT_TRUE(world().semaphores.at(queue_.reader_lock).waiters.empty());
}

TEST_F(FoldThreadsTest, CrossedTimesOfALockHandOverEndRight) {
  const ScriptThread child = script_.process("Process-1", 0, main_);
  script_.acquire(main_, queue_.reader_lock);
  script_.acquire(child, queue_.reader_lock);  // noted before the release that made it possible
  script_.release(main_, queue_.reader_lock);
  const World now = world();
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).value, 0);
  EXPECT_EQ(now.semaphores.at(queue_.reader_lock).owner, child.thread);
}

TEST_F(FoldThreadsTest, TheGilIsHandedOver) {
  script_.take_gil(main_);
  EXPECT_EQ(world().processes.at(main_.process).gil_owner, main_.thread);
  script_.note(feeder_, EventKind::gil_requested);
  EXPECT_EQ(world().threads.at(feeder_.thread).activity, ThreadActivity::waits_for_gil);
  script_.drop_gil(main_);
  EXPECT_EQ(world().processes.at(main_.process).gil_owner, 0u);
  script_.take_gil(feeder_, 4000);
  const World now = world();
  EXPECT_EQ(now.processes.at(main_.process).gil_owner, feeder_.thread);
  EXPECT_EQ(now.processes.at(main_.process).gil_handovers, 1u);
  EXPECT_EQ(now.threads.at(feeder_.thread).activity, ThreadActivity::running);
}

TEST_F(FoldThreadsTest, DroppingTheGilToWaitIsStillWaiting) {
  script_.take_gil(main_);
  script_.waits(main_, EventKind::fd_read, queue_.pipe);
  script_.drop_gil(main_);
  EXPECT_EQ(world().threads.at(main_.thread).activity, ThreadActivity::waits);
  script_.note(main_, EventKind::gil_requested);
  EXPECT_EQ(world().threads.at(main_.thread).activity, ThreadActivity::waits_for_gil);
}

TEST_F(FoldThreadsTest, AConditionGivesItsLockBackWhileWaiting) {
  script_.request(main_, EventKind::lock_create, 50, 0, 0, 0);
  script_.request(main_, EventKind::condition_create, 51, 50, 0, 0);
  script_.request(feeder_, EventKind::lock_acquire, 50, -1, 0, 1);
  EXPECT_EQ(world().locks.at(50).owner, feeder_.thread);
  script_.waits(feeder_, EventKind::condition_wait, 51);
  EXPECT_EQ(world().locks.at(50).owner, 0u);
  EXPECT_EQ(world().locks.at(51).waiters, std::vector<base::ThreadId>{feeder_.thread});
  script_.request(feeder_, EventKind::condition_wait, 51, -1, 0, 1);
  EXPECT_EQ(world().locks.at(50).owner, feeder_.thread);
  EXPECT_TRUE(world().locks.at(51).waiters.empty());
}

TEST_F(FoldThreadsTest, ProcessesKeepNameMethodCommandAndEnd) {
  const ScriptThread child = script_.process("SpawnProcess-1", 1, main_, 4999);
  script_.request(child, EventKind::process_exit, 0, 3, 0, 0);
  script_.process_ended(child.process, 3);
  const World now = world();
  const trace::ProcessState& process = now.processes.at(child.process);
  EXPECT_EQ(process.pid, 4999);
  EXPECT_EQ(process.method, trace::StartMethod::spawn);
  EXPECT_EQ(process.name, script_.text("SpawnProcess-1"));
  EXPECT_EQ(process.parent, main_.process);
  EXPECT_EQ(process.exit_code, 3);
  EXPECT_GE(process.ended_ns, process.began_ns);
  EXPECT_TRUE(now.threads.at(child.thread).is_main);
}

TEST_F(FoldThreadsTest, OutputIsCountedAndTold) {
  std::vector<trace::OutputPiece> pieces;
  trace::FoldListener listener;
  listener.on_output = [&pieces](const trace::OutputPiece& piece) { pieces.push_back(piece); };
  script_.note(main_, EventKind::stream_write, 0, 2, 5, "oops\n", 5);
  const World now = fold_all(script_.events(), &listener);
  ASSERT_EQ(pieces.size(), 1u);
  EXPECT_TRUE(pieces[0].is_error);
  EXPECT_EQ(pieces[0].bytes, 5u);
  EXPECT_EQ(now.output_pieces, 1u);
}

}  // namespace
}  // namespace forkscope::test
