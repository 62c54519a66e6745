#include "core/trace/arena.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <vector>

#include "core/trace/slots.h"

namespace forkscope::trace {
namespace {

Arena make_arena() {
  base::Result<Arena> arena = Arena::create();
  EXPECT_TRUE(arena.ok());
  return std::move(arena).value();
}

TEST(Arena, DescriptorIsOutOfTheWayAndNotInherited) {
  const Arena arena = make_arena();
  EXPECT_GE(arena.fd(), 200);
  EXPECT_EQ(fcntl(arena.fd(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
}

TEST(Arena, SecondMappingSeesTheSame) {
  const Arena arena = make_arena();
  base::Result<Arena> other = Arena::open(dup(arena.fd()));
  ASSERT_TRUE(other.ok());
  const base::StringId id = arena.add_string("red");
  EXPECT_EQ(other.value().string(id), "red");
  arena.header().next_object = 7;
  EXPECT_EQ(other.value().header().next_object, 7u);
  arena.ring(3)[1].a = 12;
  EXPECT_EQ(other.value().ring(3)[1].a, 12);
  EXPECT_EQ(other.value().session_prefix(), arena.session_prefix());
}

TEST(Arena, RefusesWhatIsNoArena) {
  EXPECT_FALSE(Arena::open(memfd_create("small", 0)).ok());
  EXPECT_FALSE(Arena::open(-1).ok());
  const Arena arena = make_arena();
  arena.header().version = kArenaVersion + 1;
  EXPECT_FALSE(Arena::open(dup(arena.fd())).ok());
}

TEST(Arena, TicksAreNanosecondsOfTheSession) {
  const Arena arena = make_arena();
  const auto before = std::chrono::steady_clock::now();
  const std::int64_t first = arena.ns_of_ticks(arena.ticks());
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  const std::int64_t last = arena.ns_of_ticks(arena.ticks());
  const double real =
      std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - before).count();
  EXPECT_GE(first, 0);
  EXPECT_GE(last - first, 29'000'000);
  EXPECT_LE(static_cast<double>(last - first), real * 1.01);
}

TEST(Arena, StringsComeBack) {
  const Arena arena = make_arena();
  const std::string long_text(100'000, 'x');
  const std::vector<std::string> texts = {"", "a", "12345678", std::string("with\0zero", 9), long_text};
  std::vector<base::StringId> ids;
  for (const std::string& text : texts) ids.push_back(arena.add_string(text));
  for (std::size_t index = 0; index < texts.size(); ++index) {
    EXPECT_NE(ids[index], 0u);
    EXPECT_FALSE(is_number_label(ids[index]));
    EXPECT_EQ(arena.string(ids[index]), texts[index]);
  }
  EXPECT_EQ(arena.string(number_label(-5)), "-5");
}

TEST(Arena, UnknownStringsAreEmpty) {
  const Arena arena = make_arena();
  const base::StringId id = arena.add_string("red");
  EXPECT_EQ(arena.string(0), "");
  EXPECT_EQ(arena.string(id + 1), "");
  EXPECT_EQ(arena.string(kNumberLabel - 1), "");
  // Bytes of a text taken for a length.
  const base::StringId text = arena.add_string(std::string(64, '\xff'));
  EXPECT_EQ(arena.string(text + 2), "");
}

TEST(Arena, FullStringAreaCountsWhatIsLost) {
  const Arena arena = make_arena();
  arena.header().string_end = kStringBytes - 16;
  EXPECT_NE(arena.add_string("fits"), 0u);
  EXPECT_EQ(arena.add_string("does not fit"), 0u);
  EXPECT_EQ(arena.add_string("does not fit"), 0u);
  EXPECT_EQ(arena.header().strings_lost, 2u);
}

TEST(Arena, ThreadsAddStringsAtOnce) {
  const Arena arena = make_arena();
  constexpr std::size_t kThreads = 4, kEach = 2000;
  const auto text_of = [](std::size_t thread, std::size_t count) {
    std::string text = std::to_string(thread);
    text.append(count % 40, '.').append(std::to_string(count));
    return text;
  };
  std::vector<std::vector<base::StringId>> ids(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t number = 0; number < kThreads; ++number) {
    threads.emplace_back([&, number] {
      for (std::size_t count = 0; count < kEach; ++count) {
        ids[number].push_back(arena.add_string(text_of(number, count)));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t number = 0; number < kThreads; ++number) {
    for (std::size_t count = 0; count < kEach; ++count) {
      ASSERT_EQ(arena.string(ids[number][count]), text_of(number, count));
    }
  }
}

TEST(ProcessSlots, BudgetIsTheNumberOfSlots) {
  const Arena arena = make_arena();
  arena.header().process_budget = 3;
  for (base::ProcessId id = 1; id <= 3; ++id) {
    ProcessSlot* slot = claim_process(arena, id, 0, 100);
    ASSERT_NE(slot, nullptr);
    EXPECT_EQ(slot->pid, -100);
    process_runs(*slot, static_cast<std::int32_t>(1000 + id));
  }
  EXPECT_EQ(arena.header().processes_alive, 3u);
  EXPECT_EQ(claim_process(arena, 4, 0, 100), nullptr);
  end_process(arena, 2);
  end_process(arena, 2);
  EXPECT_EQ(arena.header().processes_alive, 2u);
  EXPECT_EQ(find_process(arena, 2), nullptr);
  EXPECT_NE(claim_process(arena, 4, 0, 100), nullptr);
  EXPECT_EQ(claim_process(arena, 5, 0, 100), nullptr);
}

}  // namespace
}  // namespace forkscope::trace
