#include "core/trace/tick_clock.h"

#include <fstream>
#include <limits>
#include <string>

namespace forkscope::trace {

namespace {

constexpr std::int64_t kMeasureNs = 4'000'000;

std::string first_line_with(const char* path, const std::string& text) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.find(text) != std::string::npos) return line;
  }
  return "";
}

bool tsc_is_invariant() {
#if defined(__x86_64__)
  const std::string flags = first_line_with("/proc/cpuinfo", "flags");
  for (const char* flag : {" constant_tsc", " nonstop_tsc", " rdtscp"}) {
    if (flags.find(flag) == std::string::npos) return false;
  }
  return first_line_with("/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc") == "tsc";
#else
  return false;
#endif
}

struct Sample {
  std::int64_t ticks = 0;
  std::int64_t ns = 0;
};

// Both clocks at one moment: of several tries the one that was least disturbed.
Sample sample() {
  Sample best;
  std::int64_t narrowest = std::numeric_limits<std::int64_t>::max();
  for (int tries = 0; tries < 8; ++tries) {
    const std::int64_t before = read_tsc();
    const std::int64_t ns = monotonic_ns();
    const std::int64_t width = read_tsc() - before;
    if (width >= narrowest) continue;
    narrowest = width;
    best = {before + width / 2, ns};
  }
  return best;
}

TickRate measure() {
  if (!tsc_is_invariant()) return {};
  const Sample first = sample();
  const timespec pause{0, kMeasureNs};
  nanosleep(&pause, nullptr);
  const Sample last = sample();
  return {true, static_cast<double>(last.ns - first.ns) / static_cast<double>(last.ticks - first.ticks)};
}

}  // namespace

const TickRate& tick_rate() {
  static const TickRate kRate = measure();
  return kRate;
}

}  // namespace forkscope::trace
