// Times as the system calls want them. Any thread.
#pragma once

#include <cstdint>
#include <ctime>

namespace forkscope::kernel {

std::int64_t clock_now(clockid_t clock);
timespec to_timespec(std::int64_t ns);
// Whole milliseconds, rounded up as CPython does, so that a poll never ends before its time.
int to_poll_milliseconds(std::int64_t ns);
// CLOCK_MONOTONIC at which a time limit runs out; -1 for none.
std::int64_t deadline_after(std::int64_t timeout_ns);
// What is left of it, 0 when it has run out; -1 for none.
std::int64_t remaining_until(std::int64_t deadline_ns);

}  // namespace forkscope::kernel
