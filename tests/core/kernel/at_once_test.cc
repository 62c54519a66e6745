// What is answered at once is answered, and told in the trace, as ask() does it; the rest is left to ask().
#include <gtest/gtest.h>

#include <tuple>
#include <vector>

#include "core/trace/gate.h"
#include "tests/core/kernel/kernel_fixture.h"

namespace forkscope::kernel {
namespace {

constexpr std::int64_t kBound = 2;

class AtOnce : public KernelTest {
 protected:
  AtOnce() {
    lock_ = ask(EventKind::lock_create).value;
    condition_ = ask({.kind = EventKind::condition_create, .handle = lock_}).value;
    name_ = new_semaphore_name(arena());
    semaphore_ = ask({.kind = EventKind::sem_create, .a = 1, .b = kBound, .text = name_}).value;
    ask({.kind = EventKind::sem_unlink, .text = name_});
  }
  std::int64_t at_once(EventKind kind, std::int64_t handle, std::int64_t number = 0) {
    return kernel_->answer_at_once(main_, kind, handle, number);
  }
  // The numbers of the newest event of this kind.
  auto told(EventKind kind) const {
    const trace::Event event = events(kind).back();
    return std::tuple(event.object, event.a, event.b, event.result, event.phase, event.thread);
  }
  // Both ways from the same state, which `back` brings about again.
  void expect_same(const Request& request, std::int64_t number, const std::function<void()>& back) {
    const std::int64_t answer = ask(request).value;
    const auto before = told(request.kind);
    const std::size_t count = events(request.kind).size();
    back();
    EXPECT_EQ(at_once(request.kind, request.handle, number), answer);
    EXPECT_EQ(events(request.kind).size(), count + 1);
    EXPECT_EQ(told(request.kind), before) << trace::info(request.kind).name;
  }

  std::int64_t lock_ = -1, condition_ = -1, semaphore_ = -1;
  std::string name_;
};

TEST_F(AtOnce, AnswersAndEventsAreThoseOfAsk) {
  const auto take = [this] { ask({.kind = EventKind::lock_acquire, .handle = lock_}); };
  const auto give = [this] { ask({.kind = EventKind::lock_release, .handle = lock_}); };
  expect_same({.kind = EventKind::lock_acquire, .handle = lock_}, -1, give);
  expect_same({.kind = EventKind::condition_notify, .handle = condition_, .a = 1}, 1, [] {});
  expect_same({.kind = EventKind::lock_acquire, .handle = lock_, .timeout_ns = 0}, 0, [] {});
  expect_same({.kind = EventKind::lock_release, .handle = lock_}, 0, take);

  const auto take_one = [this] { ask({.kind = EventKind::sem_acquire, .handle = semaphore_}); };
  const auto give_one = [this] { ask({.kind = EventKind::sem_release, .handle = semaphore_}); };
  expect_same({.kind = EventKind::sem_acquire, .handle = semaphore_, .timeout_ns = 500}, 500, give_one);
  expect_same({.kind = EventKind::sem_value, .handle = semaphore_}, 0, [] {});
  expect_same({.kind = EventKind::sem_acquire, .handle = semaphore_, .timeout_ns = 0}, 0, [] {});
  expect_same({.kind = EventKind::sem_release, .handle = semaphore_, .b = kBound}, kBound, take_one);
}

TEST_F(AtOnce, WhatWaitsOrIsRefusedIsLeftToAsk) {
  EXPECT_EQ(at_once(EventKind::lock_acquire, lock_, -1), 1);
  EXPECT_EQ(at_once(EventKind::lock_acquire, lock_, -1), Kernel::kAsk);
  EXPECT_EQ(at_once(EventKind::lock_release, lock_), 1);
  EXPECT_EQ(at_once(EventKind::lock_release, lock_), Kernel::kAsk);
  EXPECT_EQ(at_once(EventKind::condition_notify, condition_, 1), Kernel::kAsk);  // its lock is free
  EXPECT_EQ(at_once(EventKind::sem_acquire, semaphore_, -1), 1);
  EXPECT_EQ(at_once(EventKind::sem_acquire, semaphore_, -1), Kernel::kAsk);
  EXPECT_EQ(at_once(EventKind::sem_release, semaphore_, kBound), 0);
  EXPECT_EQ(at_once(EventKind::sem_release, semaphore_, 1), Kernel::kAsk);  // it is full
  EXPECT_EQ(at_once(EventKind::sem_acquire, 99, -1), Kernel::kAsk);
  EXPECT_EQ(at_once(EventKind::fd_read, 0), Kernel::kAsk);
}

TEST_F(AtOnce, NothingWhileTheGateIsClosed) {
  trace::close_gate(arena());
  EXPECT_EQ(at_once(EventKind::lock_acquire, lock_, -1), Kernel::kAsk);
  EXPECT_EQ(at_once(EventKind::sem_value, semaphore_), Kernel::kAsk);
  trace::open_gate(arena());
  EXPECT_EQ(at_once(EventKind::lock_acquire, lock_, -1), 1);
}

}  // namespace
}  // namespace forkscope::kernel
