// WordTable: numbers by words of 8 bytes. A table with open addressing, for what is asked for thousands of
// times in a row: the objects that a walk over a heap meets, the places of a text. Plain values; any thread.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace forkscope::base {

class WordTable {
 public:
  static constexpr std::uint32_t kNone = 0xffff'ffffu;
  struct Slot {
    std::uint64_t word = 0;
    std::uint32_t number = kNone;
  };

  // Empty, for so many words. It does not grow by itself: of its slots at most half are to be used.
  explicit WordTable(std::size_t words) : slots_(std::bit_ceil(2 * words)) {}
  bool has_room_for(std::size_t words) const { return 2 * words <= slots_.size(); }

  std::uint32_t find(std::uint64_t word) const { return slots_[place_of(word)].number; }
  // Where the word is, or is to be put.
  Slot& slot(std::uint64_t word) { return slots_[place_of(word)]; }
  // Of those in the table, the one that was put there last.
  void take_out(std::uint64_t word) { slot(word) = {}; }

 private:
  // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  std::size_t place_of(std::uint64_t word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = ((word * 0x9e3779b97f4a7c15u) >> 32) & mask;
    while (slots_[place].number != kNone && slots_[place].word != word) place = (place + 1) & mask;
    return place;
  }

  std::vector<Slot> slots_;  // a power of two
};

}  // namespace forkscope::base
