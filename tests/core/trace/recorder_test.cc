#include "core/trace/recorder.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "core/trace/slots.h"

namespace forkscope::trace {
namespace {

class RecorderTest : public testing::Test {
 protected:
  RecorderTest() : arena_(std::move(Arena::create()).value()) {}

  const Event& at(const Recorder& recorder, std::uint64_t index) {
    const auto slot = static_cast<std::uint32_t>(recorder.slot() - arena_.header().threads);
    return arena_.ring(slot)[index % kRingEvents];
  }
  void fill(Recorder& recorder) {
    for (std::uint32_t count = 0; count < kRingEvents; ++count) recorder.note(EventKind::line);
  }

  Arena arena_;
};

TEST_F(RecorderTest, RecordsWhoWhenAndWhere) {
  Recorder recorder(&arena_, 3, 9);
  recorder.set_line(12);
  const std::int64_t before = arena_.ticks();
  recorder.note(EventKind::item_buffered, 5, 1, 2, 0, 4);
  ASSERT_EQ(recorder.slot()->head, 1u);
  const Event& event = at(recorder, 0);
  EXPECT_EQ(event.kind, EventKind::item_buffered);
  EXPECT_EQ(event.process, 3u);
  EXPECT_EQ(event.thread, 9u);
  EXPECT_EQ(event.line, 12u);
  EXPECT_EQ(event.object, 5u);
  EXPECT_EQ(event.result, 4);
  EXPECT_GE(event.time_ns, before);
  EXPECT_LE(event.time_ns, arena_.ticks());
  EXPECT_EQ(event.began_ns, event.time_ns);
  EXPECT_EQ(recorder.slot()->line, 12u);
}

TEST_F(RecorderTest, WritesNothingWhileTracingIsOff) {
  Recorder recorder(&arena_, 1, 1);
  arena_.header().tracing = 0;
  recorder.note(EventKind::line);
  EXPECT_EQ(recorder.slot()->head, 0u);
  EXPECT_FALSE(recorder.enabled());
  EXPECT_FALSE(Recorder().enabled());
}

TEST_F(RecorderTest, FullRingDropsAndCounts) {
  Recorder recorder(&arena_, 1, 1);
  fill(recorder);
  recorder.note(EventKind::line);
  recorder.note(EventKind::process_begins);  // kept kinds too: nobody reads
  EXPECT_EQ(recorder.slot()->head, kRingEvents);
  EXPECT_EQ(recorder.slot()->dropped, 2u);
  recorder.slot()->tail = 1;
  recorder.note(EventKind::line);
  EXPECT_EQ(recorder.slot()->head, kRingEvents + 1);
  EXPECT_EQ(recorder.slot()->dropped, 2u);
}

TEST_F(RecorderTest, KeptKindsWaitForTheReader) {
  arena_.header().reader_alive = 1;
  Recorder recorder(&arena_, 1, 1);
  fill(recorder);
  std::thread reader([&] { recorder.slot()->tail.store(10, std::memory_order_release); });
  recorder.note(EventKind::process_begins);
  reader.join();
  EXPECT_EQ(recorder.slot()->dropped, 0u);
  EXPECT_EQ(at(recorder, kRingEvents).kind, EventKind::process_begins);
}

TEST_F(RecorderTest, LosslessWaitsForTheReader) {
  arena_.header().reader_alive = 1;
  arena_.header().lossless = 1;
  Recorder recorder(&arena_, 1, 1);
  constexpr std::uint64_t kEvents = 3 * kRingEvents;
  std::thread reader([&] {
    ThreadSlot& slot = *recorder.slot();
    for (std::uint64_t next = 0; next < kEvents;) {
      const std::uint64_t head = slot.head.load(std::memory_order_acquire);
      for (; next < head; ++next) ASSERT_EQ(at(recorder, next).a, static_cast<std::int64_t>(next));
      slot.tail.store(next, std::memory_order_release);
    }
  });
  for (std::uint64_t count = 0; count < kEvents; ++count) {
    recorder.note(EventKind::line, 0, static_cast<std::int64_t>(count));
  }
  reader.join();
  EXPECT_EQ(recorder.slot()->dropped, 0u);
}

TEST_F(RecorderTest, StalledReaderStopsNobodyForLong) {
  arena_.header().reader_alive = 1;
  arena_.header().lossless = 1;
  Recorder recorder(&arena_, 1, 1);
  fill(recorder);
  for (int count = 0; count < 1000; ++count) recorder.note(EventKind::line);
  EXPECT_EQ(recorder.slot()->dropped, 1000u);
}

TEST_F(RecorderTest, SlotsAreUsedAgainOnceDrained) {
  arena_.header().reader_alive = 1;
  Recorder recorder(&arena_, 1, 1);
  ThreadSlot* first = recorder.slot();
  recorder.close();
  EXPECT_EQ(first->state, SlotState::ended);
  EXPECT_FALSE(recorder.enabled());
  EXPECT_NE(Recorder(&arena_, 1, 2).slot(), first);
  first->state = SlotState::free;
  EXPECT_EQ(Recorder(&arena_, 1, 3).slot(), first);
}

TEST_F(RecorderTest, WithoutReaderEndedSlotsAreFree) {
  for (std::uint32_t id = 1; id <= 3 * kMaxThreadSlots; ++id) {
    Recorder recorder(&arena_, 1, id);
    ASSERT_TRUE(recorder.enabled());
    recorder.close();
  }
}

TEST_F(RecorderTest, EndOfProcessEndsItsThreadSlots) {
  arena_.header().reader_alive = 1;
  Recorder mine(&arena_, 1, 1), theirs(&arena_, 2, 2);
  end_process(arena_, 2);
  EXPECT_EQ(mine.slot()->state, SlotState::live);
  EXPECT_EQ(theirs.slot()->state, SlotState::ended);
}

[[noreturn]] void write_for_ever(const Arena& arena, base::ProcessId process) {
  Recorder recorder(&arena, process, process);
  for (std::int64_t number = 0;; ++number) {
    Event event;
    event.kind = EventKind::fd_write;
    event.a = number;
    event.b = ~number;
    event.result = number * 3;
    event.object = static_cast<std::uint32_t>(number);
    recorder.write(event);
  }
}

TEST_F(RecorderTest, KilledWriterLeavesNoTornEvent) {
  arena_.header().reader_alive = 1;
  arena_.header().lossless = 1;
  for (base::ProcessId round = 1; round <= 100; ++round) {
    ThreadSlot& slot = arena_.header().threads[0];
    const std::uint64_t start = slot.head.load();
    const pid_t pid = fork();
    if (pid == 0) write_for_ever(arena_, round);
    std::uint64_t next = start;
    const auto read = [&] {
      const std::uint64_t head = slot.head.load(std::memory_order_acquire);
      for (; next < head; ++next) {
        const Event& event = arena_.ring(0)[next % kRingEvents];
        const auto number = static_cast<std::int64_t>(next - start);
        ASSERT_EQ(event.a, number);
        ASSERT_EQ(event.b, ~number);
        ASSERT_EQ(event.result, number * 3);
        ASSERT_EQ(event.object, static_cast<std::uint32_t>(number));
        ASSERT_EQ(event.process, round);
        ASSERT_NE(event.time_ns, 0);
      }
      slot.tail.store(next, std::memory_order_release);
    };
    while (next - start < 1000 + 37 * round) read();
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
    read();
    end_process(arena_, round);
    ASSERT_EQ(slot.state, SlotState::ended);
    slot.state = SlotState::free;
  }
}

TEST_F(RecorderTest, StringTableStoresATextOnce) {
  StringTable table(&arena_);
  const base::StringId red = table.intern("red");
  EXPECT_EQ(table.intern("red"), red);
  EXPECT_NE(table.intern("blue"), red);
  EXPECT_EQ(table.intern(""), 0u);
  EXPECT_EQ(arena_.string(red), "red");
  EXPECT_EQ(StringTable().intern("red"), 0u);
}

TEST_F(RecorderTest, StringTableKeepsWhatComesAgainAmongManyThatDoNot) {
  StringTable table(&arena_);
  base::StringId usual = table.intern("get()");
  int stored_again = 0;
  for (int call = 0; call < 20'000; ++call) {
    const base::StringId id = table.intern("put(" + std::to_string(call) + ")");
    ASSERT_EQ(arena_.string(id), "put(" + std::to_string(call) + ")");
    const base::StringId again = table.intern("get()");
    ASSERT_EQ(arena_.string(again), "get()");
    if (again != usual) ++stored_again;
    usual = again;
  }
  EXPECT_LT(stored_again, 100);
}

}  // namespace
}  // namespace forkscope::trace
