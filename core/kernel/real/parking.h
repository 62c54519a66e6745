// Parking: how a thread of this process sleeps until another one wakes it, a time limit runs out or SIGINT
// arrives. A Waiter lives on the sleeper's stack; wake() and the queues are used with the owner's mutex held,
// sleep() without it. Futexes and not condition variables, because those cannot be interrupted by a signal
// and do not survive a fork.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>

namespace forkscope::kernel {

enum class WakeReason : std::uint8_t { woken, time_ran_out, interrupted };

class Waiter {
 public:
  void wake();
  // Sleeps until woken, since the last reset() or ever. Returns at once if it was already.
  WakeReason sleep(std::int64_t deadline_ns);
  void reset() { woken_.store(0, std::memory_order_relaxed); }

 private:
  std::atomic<std::uint32_t> woken_{0};
};

using WaitQueue = std::deque<Waiter*>;

// False if it was not there.
bool leave_queue(WaitQueue& queue, Waiter* waiter);

}  // namespace forkscope::kernel
