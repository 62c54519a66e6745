#include <gmock/gmock.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "core/trace/gate.h"
#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

constexpr std::int64_t kMillisecond = 1'000'000;

class Threads : public KernelTest {};

TEST_F(Threads, MainThreadBeginsWithItsProcess) {
  const std::vector<trace::Event> all = events();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].kind, EventKind::process_begins);
  EXPECT_EQ(all[0].a, ::getpid());
  EXPECT_EQ(all[0].b, 0);
  EXPECT_THAT(arena().string(all[0].string), testing::HasSubstr("core_kernel"));
  EXPECT_EQ(all[1].kind, EventKind::thread_begins);
  EXPECT_EQ(all[1].a, 0);
  EXPECT_EQ(all[1].b, ::gettid());
  EXPECT_EQ(all[1].thread, main_.id);
}

TEST_F(Threads, StartedThreadHasItsOwnRing) {
  base::ThreadId seen = 0;
  const base::ThreadId id = start([&](Thread& thread) { seen = thread.id; });
  join(id);
  EXPECT_EQ(seen, id);
  const std::vector<trace::Event> begun = events(EventKind::thread_begins);
  ASSERT_EQ(begun.size(), 2u);
  EXPECT_EQ(begun[1].thread, id);
  EXPECT_EQ(begun[1].a, main_.id);
  EXPECT_EQ(events(EventKind::thread_start)[0].a, id);
  EXPECT_EQ(events(EventKind::thread_ends)[0].thread, id);
  EXPECT_EQ(events(EventKind::thread_exit)[0].thread, id);
}

TEST_F(Threads, JoinHasATimeLimit) {
  std::atomic<bool> may_end = false;
  const base::ThreadId id = start([&](Thread&) { wait_until([&] { return may_end.load(); }); });
  EXPECT_EQ(ask(EventKind::thread_join, id, 0, 0).value, 0);
  EXPECT_EQ(ask(EventKind::thread_join, id, 0, 5 * kMillisecond).value, 0);
  may_end = true;
  EXPECT_EQ(ask(EventKind::thread_join, id).value, 1);
  EXPECT_EQ(ask(EventKind::thread_join, id).value, 1);
  EXPECT_EQ(ask(EventKind::thread_join, 4711).error, ESRCH);
}

TEST_F(Threads, ManyThreadsEnd) {
  std::atomic<int> ran = 0;
  std::vector<base::ThreadId> ids;
  for (int count = 0; count < 50; ++count) ids.push_back(start([&](Thread&) { ++ran; }));
  for (const base::ThreadId id : ids) join(id);
  EXPECT_EQ(ran, 50);
}

TEST_F(Threads, SleepSleepsWithoutTheGil) {
  const std::int64_t before = ask(EventKind::clock_read, -1, 1).value;
  EXPECT_EQ(ask(EventKind::sleep, -1, 10 * kMillisecond).error, 0);
  EXPECT_GE(ask(EventKind::clock_read, -1, 1).value - before, 10 * kMillisecond);
  EXPECT_EQ(gil_.drops, 1);
  EXPECT_EQ(ask(EventKind::sleep, -1, 0).error, 0);
  EXPECT_EQ(gil_.drops, 2);
  EXPECT_EQ(events(EventKind::sleep).size(), 3u);
}

TEST_F(Threads, ClocksAndIdentity) {
  EXPECT_GT(ask(EventKind::clock_read, -1, 0).value, 1'500'000'000'000'000'000);
  EXPECT_GT(ask(EventKind::clock_read, -1, 2).value, 0);
  EXPECT_GE(ask(EventKind::clock_read, -1, 2).value, ask(EventKind::clock_read, -1, 3).value);
  EXPECT_EQ(ask(EventKind::clock_read, -1, 9).error, EINVAL);
  EXPECT_EQ(ask(EventKind::process_identity, -1, 0).value, ::getpid());
  EXPECT_EQ(ask(EventKind::process_identity, -1, 1).value, ::getppid());
}

TEST_F(Threads, ClosedGateStopsBusyAndAskingThreads) {
  std::atomic<bool> stop = false;
  std::atomic<std::uint64_t> asked = 0, turned = 0;
  const base::ThreadId asking = start([&](Thread& thread) {
    Request request;
    request.kind = EventKind::clock_read;
    for (; !stop; ++asked) kernel_->ask(thread, request);
  });
  const base::ThreadId busy = start([&](Thread& thread) {
    for (; !stop; ++turned) {
      if (kernel_->gate_closed()) kernel_->pass_gate(thread);
    }
  });
  wait_until([&] { return asked > 100 && turned > 100; });
  for (int round = 0; round < 20; ++round) {
    // This thread is none of the program's: it plays the lab.
    main_.recorder.slot()->parked = 1;
    trace::close_gate(arena());
    wait_until([&] { return trace::all_parked(arena()); });
    const std::uint64_t asked_then = asked, turned_then = turned;
    ASSERT_TRUE(trace::all_parked(arena()));
    ASSERT_EQ(asked, asked_then);
    ASSERT_EQ(turned, turned_then);
    trace::open_gate(arena());
    wait_until([&] { return asked > asked_then && turned > turned_then; });
  }
  stop = true;
  join(asking);
  join(busy);
}

TEST_F(Threads, WaitingThreadCountsAsParked) {
  const Answer lock = ask(EventKind::lock_create);
  ask(EventKind::lock_acquire, lock.value);
  const base::ThreadId id = start([&](Thread& thread) {
    Request request;
    request.kind = EventKind::lock_acquire;
    request.handle = lock.value;
    kernel_->ask(thread, request);
  });
  main_.recorder.slot()->parked = 1;
  wait_until([&] { return trace::all_parked(arena()) && somebody_waits_for(lock.object); });
  ask(EventKind::lock_release, lock.value);
  join(id);
}

}  // namespace
}  // namespace forkscope::kernel
