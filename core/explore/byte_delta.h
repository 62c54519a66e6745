// A text as what it differs in from another one. Equal texts give equal deltas to the same base. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forkscope::explore {

class DeltaBase {
 public:
  DeltaBase() = default;
  explicit DeltaBase(std::string text);
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  // Whether much of `text` seems to lie in the base too.
  bool resembles(std::string_view text) const;
  std::string pack(std::string_view text) const;
  std::string unpack(std::string_view delta) const;

 private:
  // How much of `text` from `at` on is what lies in the base from `place` on.
  std::size_t match(std::string_view text, std::size_t at, std::size_t place) const;

  // Where 8 bytes lie in the base, of those at every eighth place. A table with open addressing: nearly every
  // place of a text is asked for.
  struct Slot {
    std::uint64_t word = 0;
    std::uint32_t place = kNowhere;
  };
  static constexpr std::uint32_t kNowhere = 0xffff'ffffu;
  std::uint32_t place_of(std::uint64_t word) const { return slot_of(word).place; }
  const Slot& slot_of(std::uint64_t word) const;

  std::string text_;
  std::vector<Slot> slots_{1};  // a power of two, of which at most half are used
};

}  // namespace forkscope::explore
