// StateChecks: when whoever runs programs looks whether a state can be captured and put back: a check of
// ours, asked for by the environment variable FORKSCOPE_CHECK_STATE=N. Plain values.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

namespace forkscope::vm {

class StateChecks {
 public:
  // Without `text` (the variable's) there are none. Long runs are looked at ever more rarely, but to their
  // end: behind every `at_one_interval` checks the way to the next one is twice as long.
  void begin(const std::string& text, std::uint32_t at_one_interval) {
    interval_ = std::strtoul(text.c_str(), nullptr, 10);
    at_one_interval_ = at_one_interval;
  }
  bool wanted() const { return interval_ != 0; }
  // Asked each time that there is something to look at.
  bool due() {
    if (!wanted() || ++since_ < interval_) return false;
    since_ = 0;
    if (++checks_ % at_one_interval_ == 0) interval_ *= 2;
    return true;
  }

 private:
  std::uint64_t interval_ = 0, since_ = 0, checks_ = 0;  // 0: never
  std::uint32_t at_one_interval_ = 1;
};

inline constexpr char kStateChecksVariable[] = "FORKSCOPE_CHECK_STATE";

}  // namespace forkscope::vm
