#include "core/vm/korean_codec.h"

#include <algorithm>
#include <iterator>

namespace forkscope::vm {

namespace {

struct KoreanCharacter {
  std::uint16_t code, point;
};

#include "korean_table.inc"

}  // namespace

std::optional<char32_t> point_of_korean_code(std::uint16_t code) {
  const auto* found = std::ranges::lower_bound(kByCode, code, {}, &KoreanCharacter::code);
  if (found == std::end(kByCode) || found->code != code) return std::nullopt;
  return found->point;
}

std::optional<std::uint16_t> korean_code_of_point(char32_t point) {
  const auto* found = std::ranges::lower_bound(kByPoint, point, {}, &KoreanCharacter::point);
  if (found == std::end(kByPoint) || found->point != point) return std::nullopt;
  return found->code;
}

}  // namespace forkscope::vm
