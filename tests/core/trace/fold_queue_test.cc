#include "tests/core/trace/fold_fixture.h"

namespace forkscope::test {
namespace {

using trace::EventKind;
using trace::QueueState;
using trace::World;

using FoldQueueTest = FoldTest;

void expect_places(const QueueState& queue, int buffer, int hand, int pipe, int being_read, int slots) {
  EXPECT_EQ(queue.in_buffer(), buffer);
  EXPECT_EQ(queue.in_hand.size(), static_cast<std::size_t>(hand));
  EXPECT_EQ(queue.in_pipe.size(), static_cast<std::size_t>(pipe));
  EXPECT_EQ(queue.being_read, being_read);
  EXPECT_EQ(queue.slots_taken, slots);
}

TEST_F(FoldQueueTest, AnItemGoesFromBufferToHandToPipeToGetter) {
  script_.acquire(main_, queue_.slots);
  expect_places(queue(), 0, 0, 0, 0, 1);
  script_.note(main_, EventKind::item_buffered, queue_.queue, 1, 1, "'red'");
  expect_places(queue(), 1, 0, 0, 0, 1);
  script_.take(feeder_, queue_, 1);
  expect_places(queue(), 0, 1, 0, 0, 1);
  script_.pickle(feeder_, queue_, 1, 18);
  script_.write(feeder_, queue_, 1, 18);
  expect_places(queue(), 0, 0, 1, 0, 1);
  EXPECT_EQ(world().pipes.at(queue_.pipe).bytes, 22);
  script_.acquire(main_, queue_.reader_lock);
  script_.read(main_, queue_, 18);
  expect_places(queue(), 0, 0, 0, 1, 1);
  script_.release(main_, queue_.reader_lock);
  script_.release(main_, queue_.slots);
  expect_places(queue(), 0, 0, 0, 0, 0);
  EXPECT_EQ(queue().put_count, 1u);
  EXPECT_EQ(queue().got_count, 1u);
  EXPECT_EQ(world().pipes.at(queue_.pipe).bytes, 0);
}

TEST_F(FoldQueueTest, TheFeederOfAProcessIsKnownOnceItHasTakenAnItem) {
  script_.buffer(main_, queue_, 1, "'red'");
  EXPECT_TRUE(queue().feeders.empty());
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 18);
  script_.write(feeder_, queue_, 1, 18);
  EXPECT_EQ(queue().feeders.at(main_.process), feeder_.thread);
  script_.process_ended(main_.process, 0);
  EXPECT_TRUE(queue().feeders.empty());
}

TEST_F(FoldQueueTest, TheGetterAndTheWayOfAnItemAreTold) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 18);
  script_.write(feeder_, queue_, 1, 18);
  script_.get(main_, queue_, 18);
  std::vector<trace::Flow> flows;
  trace::FoldListener listener;
  listener.on_item_got = [&](const trace::ItemState& item, base::ObjectId from, base::ThreadId getter,
                             std::int64_t time) {
    flows.push_back({item, from, getter, time});
  };
  fold_all(script_.events(), &listener);
  ASSERT_EQ(flows.size(), 1u);
  EXPECT_EQ(flows[0].queue, queue_.queue);
  EXPECT_EQ(flows[0].getter, main_.thread);
  EXPECT_EQ(flows[0].item.put_by, main_.thread);
  EXPECT_EQ(flows[0].item.fed_by, feeder_.thread);
  EXPECT_LT(flows[0].item.buffered_ns, flows[0].item.taken_ns);
  EXPECT_LT(flows[0].item.taken_ns, flows[0].item.written_ns);
  EXPECT_LT(flows[0].item.written_ns, flows[0].read_ns);
}

TEST_F(FoldQueueTest, TheItemIsInThePipeWhenItsLastByteIsWritten) {
  script_.buffer(main_, queue_, 1, "big");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 20'000);
  script_.acquire(feeder_, queue_.writer_lock);
  script_.request(feeder_, EventKind::fd_write, queue_.pipe, 4, 4, 4);
  expect_places(queue(), 0, 1, 0, 0, 1);
  EXPECT_TRUE(queue().readable());
  script_.request(feeder_, EventKind::fd_write, queue_.pipe, 4, 20'000, 20'000);
  expect_places(queue(), 0, 0, 1, 0, 1);
}

TEST_F(FoldQueueTest, AFailedItemGivesItsSlotBackAndIsGone) {
  script_.buffer(main_, queue_, 1, "<lock>");
  script_.take(feeder_, queue_, 1);
  script_.fail(feeder_, queue_, 1);
  expect_places(queue(), 0, 0, 0, 0, 0);
  EXPECT_EQ(queue().failed_count, 1u);
}

TEST_F(FoldQueueTest, AForkedChildStartsWithAnEmptyBufferOfItsOwn) {
  script_.buffer(main_, queue_, 1, "'red'");
  const ScriptThread child = script_.process("Process-1", 0, main_);
  const World world_now = world();
  EXPECT_EQ(world_now.processes.at(child.process).parent, main_.process);
  EXPECT_EQ(world_now.queues.at(queue_.queue).buffers.count(child.process), 0u);
  EXPECT_EQ(world_now.queues.at(queue_.queue).buffers.at(main_.process).size(), 1u);
  script_.buffer(child, queue_, 1, "'blue'");
  script_.take(feeder_, queue_, 1);
  const QueueState after = queue();
  ASSERT_EQ(after.in_hand.size(), 1u);
  EXPECT_EQ(after.in_hand[0].producer, main_.process);
  EXPECT_EQ(after.buffers.at(child.process).size(), 1u);
}

TEST_F(FoldQueueTest, AKilledProducerTakesItsBufferAndItsHandWithItButNotItsSlots) {
  const ScriptThread child = script_.process("Process-1", 0, main_);
  const ScriptThread child_feeder = script_.thread(child, "QueueFeederThread");
  script_.buffer(child, queue_, 1, "1");
  script_.buffer(child, queue_, 2, "2");
  script_.take(child_feeder, queue_, 1);
  script_.process_ended(child.process, -9);
  expect_places(queue(), 0, 0, 0, 0, 2);
  EXPECT_EQ(world().processes.at(child.process).exit_code, -9);
}

TEST_F(FoldQueueTest, AReaderMayBeSeenBeforeTheWriterItReadsFrom) {
  script_.buffer(main_, queue_, 1, "'red'");
  script_.take(feeder_, queue_, 1);
  script_.pickle(feeder_, queue_, 1, 18);
  script_.acquire(feeder_, queue_.writer_lock);
  script_.acquire(main_, queue_.reader_lock);
  script_.read(main_, queue_, 18);
  expect_places(queue(), 0, 0, 0, 1, 1);
  script_.request(feeder_, EventKind::fd_write, queue_.pipe, 4, 22, 22);
  script_.note(feeder_, EventKind::item_written, queue_.queue, 1, 22);
  expect_places(queue(), 0, 0, 0, 1, 1);
  script_.release(main_, queue_.slots);
  expect_places(queue(), 0, 0, 0, 0, 0);
}

TEST_F(FoldQueueTest, LostStepsOfAFeederAreMadeGood) {
  for (int number = 1; number <= 4; ++number) script_.buffer(main_, queue_, number, "x");
  script_.take(feeder_, queue_, 1);
  script_.take(feeder_, queue_, 4);
  expect_places(queue(), 0, 1, 1, 0, 4);
}

TEST_F(FoldQueueTest, SlotsFollowTheSemaphoreEvenAfterLosses) {
  for (int i = 0; i < 50; ++i) {
    trace::Event& event = script_.request(main_, EventKind::sem_acquire, queue_.slots, 0, 0, 1);
    event.b = 0x7fff'ffff - 1000 - i;
  }
  EXPECT_EQ(queue().slots_taken, 1049);
}

TEST_F(FoldQueueTest, ASpawnedChildAnnouncingTheQueueAgainChangesNothing) {
  script_.buffer(main_, queue_, 1, "'red'");
  const QueueState before = queue();
  const ScriptThread child = script_.process("Process-1", 1, main_);
  script_.note(child, EventKind::queue_created, queue_.queue, std::int64_t{queue_.pipe} << 32 | queue_.slots,
               0);
  EXPECT_EQ(queue(), before);
}

TEST_F(FoldQueueTest, QueueKnowsTheNameOfItsVariable) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue made = script.queue(main, "tasks", 5);
  const World world = fold_all(script.events());
  EXPECT_EQ(world.queues.at(made.queue).name, script.text("tasks"));
  EXPECT_EQ(world.queues.at(made.queue).maxsize, 5);
}

}  // namespace
}  // namespace forkscope::test
