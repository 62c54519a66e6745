#include <gmock/gmock.h>
#include <signal.h>

#include <cerrno>

#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

constexpr std::int64_t kMillisecond = 1'000'000;

class Locks : public KernelTest {
 protected:
  Locks() : lock_(ask(EventKind::lock_create)), condition_(ask(EventKind::condition_create, lock_.value)) {}

  Answer ask_in(Thread& thread, EventKind kind, std::int64_t handle, std::int64_t a = 0,
                std::int64_t timeout = -1) {
    Request request;
    request.kind = kind;
    request.handle = handle;
    request.a = a;
    request.timeout_ns = timeout;
    return kernel_->ask(thread, request);
  }
  // Waits inside an acquired lock.
  Answer wait_in(Thread& thread, std::int64_t timeout = -1) {
    ask_in(thread, EventKind::lock_acquire, lock_.value);
    Answer answer = ask_in(thread, EventKind::condition_wait, condition_.value, 0, timeout);
    ask_in(thread, EventKind::lock_release, lock_.value);
    return answer;
  }
  Answer notify(std::int64_t count) {
    ask(EventKind::lock_acquire, lock_.value);
    Answer answer = ask(EventKind::condition_notify, condition_.value, count);
    ask(EventKind::lock_release, lock_.value);
    return answer;
  }

  Answer lock_, condition_;
};

TEST_F(Locks, TakenOnce) {
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value).value, 1);
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value, 0, 0).value, 0);
  EXPECT_EQ(gil_.drops, 0);
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value, 0, 5 * kMillisecond).value, 0);
  EXPECT_EQ(gil_.drops, 1);
  EXPECT_EQ(ask(EventKind::lock_release, lock_.value).error, 0);
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value, 0, 0).value, 1);
}

TEST_F(Locks, ReleaseOfAFreeLockIsRefused) {
  EXPECT_EQ(ask(EventKind::lock_release, lock_.value).error, EPERM);
  EXPECT_EQ(ask(EventKind::lock_acquire, 99).error, EINVAL);
  EXPECT_EQ(ask(EventKind::condition_create, 99).error, EINVAL);
  EXPECT_EQ(ask(EventKind::condition_wait, condition_.value).error, EPERM);
  EXPECT_EQ(ask(EventKind::condition_notify, condition_.value, 1).error, EPERM);
}

// As where a signal comes after the VM looked for one, and before the thread sleeps.
TEST_F(Locks, ASignalJustBeforeTheWaitEndsIt) {
  constexpr std::int64_t kLong = 3'000 * kMillisecond;
  ask(EventKind::lock_acquire, lock_.value);
  ::raise(SIGINT);
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value, 0, kLong).error, EINTR);
  EXPECT_EQ(ask(EventKind::condition_wait, condition_.value, 0, kLong).error, EINTR);
  EXPECT_TRUE(kernel_->take_interrupt());
}

TEST_F(Locks, AnotherThreadMayRelease) {
  ask(EventKind::lock_acquire, lock_.value);
  const base::ThreadId id =
      start([&](Thread& thread) { ask_in(thread, EventKind::lock_release, lock_.value); });
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value).value, 1);
  join(id);
}

TEST_F(Locks, ContendedLockLetsOneInAtATime) {
  constexpr int kThreads = 4, kRounds = 2000;
  int inside = 0;  // not atomic: the lock protects it, and the thread sanitizer looks
  std::vector<base::ThreadId> ids;
  for (int count = 0; count < kThreads; ++count) {
    ids.push_back(start([&](Thread& thread) {
      for (int round = 0; round < kRounds; ++round) {
        const std::int64_t timeout = round % 3 == 0 ? 50'000 : -1;
        while (ask_in(thread, EventKind::lock_acquire, lock_.value, 0, timeout).value == 0) continue;
        ++inside;
        ask_in(thread, EventKind::lock_release, lock_.value);
      }
    }));
  }
  for (const base::ThreadId id : ids) join(id);
  EXPECT_EQ(inside, kThreads * kRounds);
}

TEST_F(Locks, NotifyWakesTheLongestWaiting) {
  std::vector<int> woken;
  std::vector<base::ThreadId> ids;
  for (int number = 0; number < 3; ++number) {
    ids.push_back(start([&, number](Thread& thread) {
      ask_in(thread, EventKind::lock_acquire, lock_.value);
      ask_in(thread, EventKind::condition_wait, condition_.value);
      woken.push_back(number);
      ask_in(thread, EventKind::lock_release, lock_.value);
    }));
    // One after the other, so that the order is known.
    wait_until([&] {
      std::size_t waiting = 0;
      for (const trace::Event& event : events(EventKind::condition_wait))
        waiting += event.phase == trace::Phase::waits;
      return waiting == static_cast<std::size_t>(number) + 1;
    });
  }
  EXPECT_EQ(notify(1).value, 1);
  join(ids[0]);
  EXPECT_EQ(notify(10).value, 2);
  join(ids[1]);
  join(ids[2]);
  EXPECT_EQ(woken[0], 0);
  EXPECT_EQ(woken.size(), 3u);
  EXPECT_EQ(notify(1).value, 0);
}

TEST_F(Locks, WaitWithTimeLimitTakesTheLockBack) {
  ask(EventKind::lock_acquire, lock_.value);
  const Answer answer = ask(EventKind::condition_wait, condition_.value, 0, 5 * kMillisecond);
  EXPECT_EQ(answer.error, 0);
  EXPECT_EQ(answer.value, 0);
  EXPECT_EQ(ask(EventKind::lock_acquire, lock_.value, 0, 0).value, 0);
}

TEST_F(Locks, NoNotificationIsLostUnderLoad) {
  constexpr int kItems = 3000;
  int items = 0, taken = 0;
  std::vector<base::ThreadId> ids;
  for (int count = 0; count < 2; ++count) {
    ids.push_back(start([&](Thread& thread) {
      ask_in(thread, EventKind::lock_acquire, lock_.value);
      while (taken < kItems) {
        if (items > 0) {
          --items;
          ++taken;
        } else {
          ask_in(thread, EventKind::condition_wait, condition_.value);
        }
      }
      ask_in(thread, EventKind::condition_notify, condition_.value, 10);
      ask_in(thread, EventKind::lock_release, lock_.value);
    }));
  }
  for (int item = 0; item < kItems; ++item) {
    ask(EventKind::lock_acquire, lock_.value);
    ++items;
    ask(EventKind::condition_notify, condition_.value, 1);
    ask(EventKind::lock_release, lock_.value);
  }
  for (const base::ThreadId id : ids) join(id);
  EXPECT_EQ(taken, kItems);
}

}  // namespace
}  // namespace forkscope::kernel
