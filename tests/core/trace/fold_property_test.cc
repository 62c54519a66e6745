#include <algorithm>
#include <random>

#include "tests/core/trace/fold_fixture.h"
#include "tests/support/sample_trace.h"

namespace forkscope::test {
namespace {

using trace::Event;
using trace::EventKind;
using trace::ThreadActivity;
using trace::World;

void expect_threads_consistent(const World& world) {
  for (const auto& [id, thread] : world.threads) {
    ASSERT_EQ(world.processes.count(thread.process), 1u);
    const bool ended = thread.activity == ThreadActivity::ended;
    ASSERT_EQ(ended, thread.ended_ns >= 0);
    ASSERT_EQ(thread.activity == ThreadActivity::waits, thread.waits_in != EventKind::none);
  }
  for (const auto& [id, process] : world.processes) {
    if (process.gil_owner == 0) continue;
    const trace::ThreadState& owner = world.threads.at(process.gil_owner);
    ASSERT_EQ(owner.process, id);
    ASSERT_NE(owner.activity, ThreadActivity::ended);
  }
}

void expect_waiters_wait(const World& world, base::ObjectId object,
                         const std::vector<base::ThreadId>& waiters) {
  for (const base::ThreadId id : waiters) {
    const trace::ThreadState& thread = world.threads.at(id);
    ASSERT_EQ(thread.activity, ThreadActivity::waits);
    ASSERT_EQ(thread.waits_for, object);
    ASSERT_EQ(std::count(waiters.begin(), waiters.end(), id), 1);
  }
}

void expect_queues_consistent(const World& world) {
  for (const auto& [id, queue] : world.queues) {
    ASSERT_GE(queue.slots_taken, 0);
    ASSERT_EQ(queue.being_read, static_cast<std::int32_t>(queue.reading.size()));
    ASSERT_EQ(queue.queued(),
              queue.in_buffer() + static_cast<int>(queue.in_hand.size() + queue.in_pipe.size()));
    for (const auto& [process, items] : queue.buffers) {
      ASSERT_FALSE(items.empty());
      ASSERT_LT(world.processes.at(process).ended_ns, 0);
    }
    std::vector<base::ThreadId> feeders;
    for (const trace::ItemState& item : queue.in_hand) feeders.push_back(item.fed_by);
    std::sort(feeders.begin(), feeders.end());
    ASSERT_EQ(std::adjacent_find(feeders.begin(), feeders.end()), feeders.end()) << "two items in one hand";
    for (std::size_t question = 0; question < 5; ++question)
      ASSERT_LE(queue.wrong[question], queue.asked[question]);
  }
}

void expect_consistent(const World& world) {
  expect_threads_consistent(world);
  expect_queues_consistent(world);
  for (const auto& [id, semaphore] : world.semaphores) expect_waiters_wait(world, id, semaphore.waiters);
  for (const auto& [id, lock] : world.locks) expect_waiters_wait(world, id, lock.waiters);
  for (const auto& [id, pipe] : world.pipes) ASSERT_GE(pipe.bytes, 0);
  for (const auto& [id, answer] : world.asking)
    ASSERT_NE(world.threads.at(id).activity, ThreadActivity::ended);
}

Event random_event(std::mt19937_64& random, std::int64_t time_ns) {
  const auto up_to = [&random](std::uint64_t most) { return random() % (most + 1); };
  Event event;
  event.time_ns = time_ns;
  event.began_ns = time_ns - static_cast<std::int64_t>(up_to(50));
  event.kind = static_cast<EventKind>(up_to(static_cast<std::uint64_t>(EventKind::count) + 2));
  event.phase = up_to(4) == 0 ? trace::Phase::waits : trace::Phase::done;
  event.process = static_cast<base::ProcessId>(up_to(3));
  event.thread = static_cast<base::ThreadId>(up_to(6));
  event.object = static_cast<base::ObjectId>(up_to(6));
  event.line = static_cast<std::uint32_t>(up_to(20));
  event.a = up_to(9) == 0 ? static_cast<std::int64_t>(random()) : static_cast<std::int64_t>(up_to(6));
  event.b = up_to(9) == 0 ? static_cast<std::int64_t>(random()) : static_cast<std::int64_t>(up_to(6));
  event.result =
      up_to(9) == 0 ? static_cast<std::int64_t>(random()) : static_cast<std::int64_t>(up_to(3)) - 1;
  return event;
}

TEST(FoldPropertyTest, NoiseNeverMakesAWorldThatContradictsItself) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937_64 random(seed);
    World world;
    for (std::int64_t time_ns = 1; time_ns < 2000; ++time_ns) {
      trace::fold(world, random_event(random, time_ns));
      expect_consistent(world);
      if (::testing::Test::HasFatalFailure()) FAIL() << "seed " << seed << " event " << time_ns;
    }
  }
}

TEST(FoldPropertyTest, ARunWithEventsLostStaysConsistent) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    TraceScript script;
    crowd(script, CrowdShape{.producers = 3, .consumers = 3, .events = 4000, .seed = seed});
    std::mt19937_64 random(seed);
    World world;
    for (const Event& event : script.events()) {
      if (random() % 10 == 0) continue;
      trace::fold(world, event);
      expect_consistent(world);
      if (::testing::Test::HasFatalFailure()) FAIL() << "seed " << seed;
    }
  }
}

TEST(FoldPropertyTest, ARunWithProcessesKilledStaysConsistent) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    TraceScript script;
    crowd(script, CrowdShape{.producers = 3, .consumers = 3, .events = 3000, .seed = seed});
    const std::size_t when = 500 + seed * 100;
    World world;
    for (std::size_t i = 0; i < script.events().size(); ++i) {
      if (i == when) {
        Event killed;
        killed.time_ns = script.events()[i].time_ns;
        killed.kind = EventKind::process_ended;
        killed.a = -9;
        killed.b = 2 + seed % 6;
        trace::fold(world, killed);
      }
      trace::fold(world, script.events()[i]);
      expect_consistent(world);
      if (::testing::Test::HasFatalFailure()) FAIL() << "seed " << seed;
    }
  }
}

TEST(FoldPropertyTest, AWholeRunAddsUp) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 20'000});
  const World world = fold_all(script.events());
  const trace::QueueState& queue = world.queues.begin()->second;
  EXPECT_GT(queue.put_count, 500u);
  EXPECT_EQ(queue.slots_taken, queue.queued() + queue.being_read);
  EXPECT_EQ(queue.put_count, queue.got_count + static_cast<std::uint64_t>(queue.slots_taken));
}

}  // namespace
}  // namespace forkscope::test
