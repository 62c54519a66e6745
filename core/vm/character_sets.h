// Character sets of one byte and of several (cp949, gbk, shift_jis, koi8-r, cp1252 ...), as CPython's codecs
// know them: constant tables, made at build time from what the building Python knows. ASCII is itself in all
// of them. Not here are the eight bytes in which EUC-KR can spell a syllable that it lacks. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace forkscope::vm {

struct CharacterSet {
  struct Character {
    std::uint16_t code, point;
  };
  const char* name;  // as the codec calls itself in errors
  bool has_pairs;    // characters of two bytes, or of three
  // What make_character_sets.py says of codes.
  std::span<const Character> by_code, by_point;
};

// Null: there is none of this name, which is in small letters, with a hyphen between its parts.
const CharacterSet* character_set(std::string_view name);
// As codecs are looked for: in small letters, and a hyphen for all that is no letter, digit or point.
std::string plain_encoding_name(std::string_view name);

// One character of bytes that are not empty, or why there is none and how many bytes are to blame.
struct DecodedCharacter {
  char32_t point = 0;
  std::size_t size = 1;
  const char* fault = nullptr;
};
DecodedCharacter decode_character(const CharacterSet& set, std::string_view data);

bool has_character(const CharacterSet& set, char32_t point);
// Of one that it has.
void append_character(const CharacterSet& set, char32_t point, std::string& data);

}  // namespace forkscope::vm
