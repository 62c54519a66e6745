// The clock behind the rings' times: the time stamp counter where it runs at one speed on all CPUs and never
// stops, else CLOCK_MONOTONIC. Any thread; tick_rate() takes some milliseconds the first time.
#pragma once

#include <cstdint>
#include <ctime>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace forkscope::trace {

struct TickRate {
  bool uses_tsc = false;
  double ns_per_tick = 1.0;
};
// Looked up and measured once a process.
const TickRate& tick_rate();

inline std::int64_t clock_ns(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return now.tv_sec * 1'000'000'000 + now.tv_nsec;
}
inline std::int64_t monotonic_ns() {
  return clock_ns(CLOCK_MONOTONIC);
}
inline std::int64_t wall_clock_ns() {
  return clock_ns(CLOCK_REALTIME);
}

// rdtscp and not rdtsc: the plain form was seen to go backwards along a hand-off from CPU to CPU.
inline std::int64_t read_tsc() {
#if defined(__x86_64__)
  unsigned int cpu = 0;
  return static_cast<std::int64_t>(__rdtscp(&cpu));
#else
  return monotonic_ns();
#endif
}

}  // namespace forkscope::trace
