// EventLog: the events a store keeps, in blocks, so that appending never moves a million of them. Owned by
// the Store and used by its thread.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "core/trace/event.h"

namespace forkscope::trace {

class EventLog {
 public:
  static constexpr std::size_t kBlock = 4096;

  void push(const Event& event);
  // Lets go of the events before `index`.
  void drop_before(std::uint64_t index);

  std::uint64_t first() const { return first_; }
  std::uint64_t end() const { return end_; }
  const Event& operator[](std::uint64_t index) const {
    const std::uint64_t place = index - base_;
    return blocks_[place / kBlock][place % kBlock];
  }
  // The first index whose event is later than `time_ns`.
  std::uint64_t after(std::int64_t time_ns) const;

 private:
  using Block = std::vector<Event>;
  std::deque<Block> blocks_;
  std::uint64_t base_ = 0;  // index of the first place of the first block
  std::uint64_t first_ = 0, end_ = 0;
};

}  // namespace forkscope::trace
