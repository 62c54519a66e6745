// UTF-8 texts by code point, as Python counts them. Pure functions; used by the operations and by str's
// methods.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/vm/objects.h"

namespace forkscope::vm {

// Bytes of the code point that begins with `lead`.
inline std::size_t sequence_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
// A text of which it is known that it is ASCII.
inline Value make_ascii(std::string_view text) {
  return Value::adopt(new String(std::string(text), static_cast<std::uint32_t>(text.size())));
}
// The digits of a small int.
Value small_int_text(std::int64_t number);
// A part of `whole` in bytes, at the borders of code points.
inline Value make_part(const String& whole, std::string_view part) {
  return whole.is_ascii ? make_ascii(part) : make_string(part);
}
char32_t decode_at(std::string_view text, std::size_t offset);
void append_code_point(std::string& text, char32_t code_point);
std::int64_t count_code_points(std::string_view text);
// Byte offset of the code point number `index` (at most the length).
std::size_t offset_of(const String& string, std::int64_t index);
// Code point number of a byte offset.
std::int64_t index_of(const String& string, std::size_t offset);
std::u32string to_code_points(std::string_view text);
std::string from_code_points(std::u32string_view code_points);
bool is_valid_utf8(std::string_view text, std::size_t& bad_offset);

bool is_space(char32_t c);
bool is_printable(char32_t c);
// Columns are not meant: one code point counts one.
std::string quote(std::string_view text, bool ascii_only);  // repr of a str
std::string quote_bytes(std::string_view data);             // repr of bytes
std::string to_ascii(std::string_view text);                // non-ASCII as \x, \u, \U

}  // namespace forkscope::vm
