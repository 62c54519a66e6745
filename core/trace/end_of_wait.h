// How far time goes where waits make it pass instead of the operating system: on the stepped clock and in the
// simulation, in nanoseconds since their beginning.
#pragma once

#include <cstdint>

namespace forkscope::trace {

// 127 years. No wait ends later, so that what clocks show then still fits.
inline constexpr std::int64_t kLatestEndNs = 4'000'000'000'000'000'000;

// When a wait ends that begins now.
inline std::int64_t end_of_wait(std::int64_t now_ns, std::int64_t limit_ns) {
  return limit_ns > kLatestEndNs - now_ns ? kLatestEndNs : now_ns + limit_ns;
}

}  // namespace forkscope::trace
