#include "core/kernel/real/parking.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/system_time.h"

namespace forkscope::kernel {

void wake_sleeper(std::atomic<std::uint32_t>* place) {
  if (place != nullptr) ::syscall(SYS_futex, place, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

void Waiter::wake() {
  wake_sleeper(mark_woken());
}

WakeReason Waiter::sleep(std::int64_t deadline_ns) {
  // The only futex operation with an absolute monotonic deadline.
  constexpr int kOperation = FUTEX_WAIT_BITSET_PRIVATE;
  const timespec deadline = to_timespec(deadline_ns);
  while (woken_.load(std::memory_order_acquire) == 0) {
    // One that came after the VM looked for signals the wait itself would not notice.
    if (interrupts_this_thread()) return WakeReason::interrupted;
    const timespec* limit = deadline_ns < 0 ? nullptr : &deadline;
    if (::syscall(SYS_futex, &woken_, kOperation, 0, limit, nullptr, FUTEX_BITSET_MATCH_ANY) == 0) continue;
    if (errno == ETIMEDOUT) return WakeReason::time_ran_out;
    if (errno == EINTR && stops_at_gate()) return WakeReason::interrupted;
  }
  return WakeReason::woken;
}

bool leave_queue(WaitQueue& queue, Waiter* waiter) {
  const auto place = std::find(queue.begin(), queue.end(), waiter);
  if (place == queue.end()) return false;
  queue.erase(place);
  return true;
}

}  // namespace forkscope::kernel
