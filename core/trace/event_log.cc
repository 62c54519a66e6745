#include "core/trace/event_log.h"

#include <algorithm>

namespace forkscope::trace {

void EventLog::push(const Event& event) {
  if (blocks_.empty() || blocks_.back().size() == kBlock) blocks_.emplace_back().reserve(kBlock);
  blocks_.back().push_back(event);
  ++end_;
}

void EventLog::drop_before(std::uint64_t index) {
  first_ = std::clamp(index, first_, end_);
  while (first_ - base_ >= kBlock && blocks_.size() > 1) {
    blocks_.pop_front();
    base_ += kBlock;
  }
}

std::uint64_t EventLog::after(std::int64_t time_ns) const {
  std::uint64_t low = first_, high = end_;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if ((*this)[middle].time_ns <= time_ns) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace forkscope::trace
