// A text as what it differs in from another one. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/word_table.h"

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

  static constexpr std::uint32_t kNowhere = base::WordTable::kNone;

  std::string text_;
  base::WordTable places_{1};  // where 8 bytes lie in the base, of those at every eighth place
};

}  // namespace forkscope::explore
