// What number and string tokens mean. Pure functions; the values they make need the GIL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/vm/value.h"

namespace forkscope::vm {

// The value of a number token.
Value number_value(std::string_view text);

// A string token taken apart.
struct StringToken {
  bool is_bytes = false, is_raw = false, is_formatted = false;
  std::string_view body;        // between the quotes
  std::size_t body_offset = 0;  // in the token
};
StringToken split_string_token(std::string_view text);

// One escape sequence: how many characters it has, and what it stands for.
struct Escape {
  std::size_t size = 1;
  std::optional<std::uint32_t> point;  // nothing, as for a backslash at the end of a line
  const char* fault = nullptr;         // what is wrong with it, in CPython's words
};
// `text` begins with a backslash, and something follows it.
Escape read_escape(std::string_view text);

// Resolves the escapes of a literal's body. An error is CPython's message: "(unicode error) 'unicodeescape'
// codec ...".
struct DecodedText {
  std::string text;
  std::string error;
};
DecodedText decode_string_escapes(std::string_view body);
DecodedText decode_bytes_escapes(std::string_view body);

}  // namespace forkscope::vm
