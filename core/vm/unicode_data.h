// What Unicode says of characters: kinds, upper and lower case, names. The tables are made at build time
// (unicode/make_tables.py). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace forkscope::vm::unicode {

enum Flag : std::uint16_t {
  kAlphabetic = 1 << 0,
  kDecimal = 1 << 1,
  kDigit = 1 << 2,
  kNumeric = 1 << 3,
  kUpper = 1 << 4,
  kLower = 1 << 5,
  kTitle = 1 << 6,
  kSpace = 1 << 7,
  kPrintable = 1 << 8,
  kNameStart = 1 << 9,
  kNamePart = 1 << 10,
  kIgnoredInCase = 1 << 11,  // does not end a word where the case of a letter depends on its place
  kHasCaseChange = 1 << 12,
  kWide = 1 << 13,  // takes two cells of a terminal
};

struct Properties {
  std::int32_t upper, lower, title;  // what is to be added to the code point, where one character stays one
  std::uint16_t flags;
  std::uint8_t decimal;  // the value of a decimal digit
};

const Properties& properties_of(char32_t c);

// Where a change of case makes several characters of one, or folding is not the lower case.
struct CaseChange {
  char32_t from;
  std::u32string_view upper, lower, title, folded;
};
// Null: Properties say it all.
const CaseChange* case_change_of(char32_t c);

// The character with that name or alias, in upper or lower case where CPython takes both: "BULLET", "LINE
// FEED".
std::optional<char32_t> find_by_name(std::string_view name);

}  // namespace forkscope::vm::unicode
