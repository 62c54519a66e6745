// Parking: how a thread of this process sleeps until another one wakes it, a time limit runs out or SIGINT
// arrives. A Waiter lives on the sleeper's stack; wake(), mark_woken() and the queues are used with the
// owner's mutex held, sleep() without it. Futexes and not condition variables, because those cannot be
// interrupted by a signal and do not survive a fork.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>

namespace forkscope::kernel {

enum class WakeReason : std::uint8_t { woken, time_ran_out, interrupted };

class Waiter {
 public:
  // From now on sleep() returns. What it answers is for wake_sleeper(), once the mutex is free: a thread that
  // is woken earlier would only wait for it.
  std::atomic<std::uint32_t>* mark_woken() {
    woken_.store(1, std::memory_order_release);
    return &woken_;
  }
  void wake();
  // Sleeps until woken, since the last reset() or ever. Returns at once if it was already.
  WakeReason sleep(std::int64_t deadline_ns);
  void reset() { woken_.store(0, std::memory_order_relaxed); }

 private:
  std::atomic<std::uint32_t> woken_{0};
};

// `place` is what mark_woken() gave, or null. The sleeper may be gone by then: its place is only a number
// here.
void wake_sleeper(std::atomic<std::uint32_t>* place);

using WaitQueue = std::deque<Waiter*>;

// False if it was not there.
bool leave_queue(WaitQueue& queue, Waiter* waiter);

}  // namespace forkscope::kernel
