#include "core/vm/character_sets.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/base/check.h"

namespace forkscope::vm {

namespace {

struct SetName {
  std::string_view name;
  std::uint8_t number;
};

#include "character_sets.inc"

// Before the three bytes of EUC-JP.
constexpr unsigned char kThirdByteFollows = 0x8f;
constexpr std::uint16_t kTopOfFirstByte = 0x8000;

std::optional<char32_t> point_of(const CharacterSet& set, unsigned code) {
  const auto found = std::ranges::lower_bound(set.by_code, code, {}, &CharacterSet::Character::code);
  if (found == set.by_code.end() || found->code != code) return std::nullopt;
  return found->point;
}

std::optional<std::uint16_t> code_of(const CharacterSet& set, char32_t point) {
  const auto found = std::ranges::lower_bound(set.by_point, point, {}, &CharacterSet::Character::point);
  if (found == set.by_point.end() || found->point != point) return std::nullopt;
  return found->code;
}

}  // namespace

const CharacterSet* character_set(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kNames, name, {}, &SetName::name);
  return found == std::end(kNames) || found->name != name ? nullptr : &kSets[found->number];
}

std::string plain_encoding_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_part = std::isalnum(byte) != 0 || c == '.';
    if (is_part || !plain.ends_with('-')) plain += is_part ? static_cast<char>(std::tolower(byte)) : '-';
  }
  return plain;
}

DecodedCharacter decode_character(const CharacterSet& set, std::string_view data) {
  const auto byte = [data](std::size_t at) { return static_cast<unsigned char>(data[at]); };
  if (byte(0) < 0x80) return {byte(0), 1, nullptr};
  if (const auto point = point_of(set, byte(0))) return {*point, 1, nullptr};
  if (!set.has_pairs) return {0, 1, "character maps to <undefined>"};
  if (data.size() < 2) return {0, 1, "incomplete multibyte sequence"};
  if (const auto point = point_of(set, byte(0) << 8U | byte(1))) return {*point, 2, nullptr};
  const bool may_have_three = byte(0) == kThirdByteFollows && byte(1) > 0x80;
  if (may_have_three && data.size() > 2) {
    if (const auto point = point_of(set, (byte(1) << 8U | byte(2)) & ~unsigned{kTopOfFirstByte}))
      return {*point, 3, nullptr};
  }
  return {0, 1, "illegal multibyte sequence"};
}

bool has_character(const CharacterSet& set, char32_t point) {
  return point < 0x80 || code_of(set, point);
}

void append_character(const CharacterSet& set, char32_t point, std::string& data) {
  if (point < 0x80) {
    data += static_cast<char>(point);
    return;
  }
  const auto code = code_of(set, point);
  FORKSCOPE_CHECK(code, "the character set has this character");
  if (*code > 0xff) {
    const bool is_of_three = (*code & kTopOfFirstByte) == 0;
    if (is_of_three) data += static_cast<char>(kThirdByteFollows);
    data += static_cast<char>(*code >> 8 | (is_of_three ? 0x80 : 0));
  }
  data += static_cast<char>(*code & 0xff);
}

}  // namespace forkscope::vm
