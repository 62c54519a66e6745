#include "core/trace/reader.h"

#include <gtest/gtest.h>

#include "core/trace/recorder.h"

namespace forkscope::test {
namespace {

using trace::Arena;
using trace::EventKind;
using trace::Reader;
using trace::Recorder;
using trace::SlotState;
using trace::Store;

class ReaderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    base::Result<Arena> made = Arena::create();
    ASSERT_TRUE(made.ok());
    arena_ = std::move(made).value();
    arena_.header().tracing.store(1);
  }
  void write(Recorder& recorder, EventKind kind, std::int64_t ticks, std::int64_t a = 0) const {
    trace::Event event;
    event.kind = kind;
    event.time_ns = ticks;
    event.a = a;
    recorder.write(event);
  }

  Arena arena_;
  Store store_;
};

TEST_F(ReaderTest, RingsAreMergedByTime) {
  Reader reader(&arena_, &store_);
  Recorder first(&arena_, 1, 1), second(&arena_, 1, 2);
  const std::int64_t now = arena_.ticks();
  for (int i = 0; i < 100; ++i) write(first, EventKind::line, now + 20 * i, 2 * i);
  for (int i = 0; i < 100; ++i) write(second, EventKind::line, now + 20 * i + 10, 2 * i + 1);
  EXPECT_EQ(reader.finish(), 200u);
  ASSERT_EQ(store_.size(), 200u);
  for (std::uint64_t i = 0; i < 200; ++i) ASSERT_EQ(store_.event(i).a, static_cast<std::int64_t>(i));
  EXPECT_EQ(store_.threads().size(), 2u);
}

TEST_F(ReaderTest, WhatAnIdleThreadMightPrecedeIsHeldBack) {
  Reader reader(&arena_, &store_);
  Recorder busy(&arena_, 1, 1), idle(&arena_, 1, 2);
  const std::int64_t soon = arena_.ticks() + (1ll << 40);
  write(busy, EventKind::line, soon);
  EXPECT_EQ(reader.poll(), 0u);
  write(idle, EventKind::line, soon - 5);
  EXPECT_EQ(reader.finish(), 2u);
  EXPECT_EQ(store_.event(0).thread, 2u);
}

TEST_F(ReaderTest, EndedThreadsGiveTheirSlotBackOnceDrained) {
  Reader reader(&arena_, &store_);
  Recorder recorder(&arena_, 1, 1);
  trace::ThreadSlot* slot = recorder.slot();
  write(recorder, EventKind::line, arena_.ticks());
  recorder.close();
  EXPECT_EQ(slot->state.load(), SlotState::ended);
  reader.finish();
  EXPECT_EQ(slot->state.load(), SlotState::free);
  EXPECT_EQ(store_.size(), 1u);
}

TEST_F(ReaderTest, SlotsOfAKilledProcessAreFreedWhenItsEndIsSeen) {
  Reader reader(&arena_, &store_);
  Recorder killed(&arena_, 7, 1), lab(&arena_, 1, 2);
  trace::ThreadSlot* slot = killed.slot();
  write(killed, EventKind::line, arena_.ticks());
  trace::Event ended;
  ended.kind = EventKind::process_ended;
  ended.a = -9;
  ended.b = 7;
  lab.write(ended);
  reader.finish();
  EXPECT_EQ(slot->state.load(), SlotState::free);
  EXPECT_EQ(lab.slot()->state.load(), SlotState::live);
}

TEST_F(ReaderTest, DropsOfAFullRingAreCounted) {
  Reader reader(&arena_, &store_);
  Recorder recorder(&arena_, 1, 1);
  for (std::uint32_t i = 0; i < trace::kRingEvents + 25; ++i)
    write(recorder, EventKind::line, arena_.ticks());
  reader.finish();
  EXPECT_EQ(store_.size(), trace::kRingEvents);
  EXPECT_EQ(store_.lost(), 25u);
  reader.finish();
  EXPECT_EQ(store_.lost(), 25u);
}

TEST_F(ReaderTest, TextsComeAlong) {
  Reader reader(&arena_, &store_);
  Recorder recorder(&arena_, 1, 1);
  const base::StringId text = arena_.add_string("put('red')");
  recorder.note(EventKind::call_begins, 0, 0, 0, text);
  recorder.note(EventKind::call_begins, 0, 0, 0, trace::number_label(5));
  reader.finish();
  EXPECT_EQ(store_.string(text), "put('red')");
  EXPECT_EQ(store_.string(trace::number_label(5)), "5");
}

TEST_F(ReaderTest, WritersKnowWhetherSomebodyReads) {
  {
    const Reader reader(&arena_, &store_);
    EXPECT_EQ(arena_.header().reader_alive.load(), 1u);
  }
  EXPECT_EQ(arena_.header().reader_alive.load(), 0u);
}

}  // namespace
}  // namespace forkscope::test
