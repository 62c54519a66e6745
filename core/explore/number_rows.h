// NumberRows: rows of small numbers, each kept once, and numbered in the order in which they came. What
// Interner is for texts, for what is asked for several times a state: no memory of its own for a row, and no
// text made of it. One thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/explore/interner.h"

namespace forkscope::explore {

class NumberRows {
 public:
  using Row = std::span<const std::uint32_t>;

  Interner::Found add(Row row);
  // Until the next add().
  Row operator[](Interner::Id id) const {
    return Row(numbers_).subspan(begins_[id], begins_[id + std::size_t{1}] - begins_[id]);
  }
  std::size_t size() const { return begins_.size() - 1; }
  // About what it takes of the memory.
  std::size_t bytes() const {
    return numbers_.capacity() * sizeof(std::uint32_t) + begins_.capacity() * sizeof(std::size_t) +
           slots_.size() * sizeof(Slot);
  }

 private:
  struct Slot {
    Interner::Id id = kFree;
    std::uint32_t mark = 0;  // of the row: most that are others are told apart without looking at them
  };
  static constexpr Interner::Id kFree = 0xffff'ffffu;
  static constexpr std::size_t kFirstSize = 1 << 10;

  static std::uint64_t hash_of(Row row);
  static std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  // Where a row is or, if it is not there, belongs.
  Slot& slot_of(Row row, std::uint64_t hash);
  void grow();

  std::vector<std::uint32_t> numbers_;
  std::vector<std::size_t> begins_{0};
  std::vector<Slot> slots_{kFirstSize};  // a power of two, of which at most half are used
};

}  // namespace forkscope::explore
