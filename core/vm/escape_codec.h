// The encodings unicode_escape and raw_unicode_escape, one character at a time. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace forkscope::vm {

void append_escaped(std::string& data, char32_t c);
void append_raw_escaped(std::string& data, char32_t c);

// What stands at the beginning of `data`, as text; or why that is nothing, in CPython's words.
struct Unescaped {
  std::string text;
  std::size_t size = 1;
  const char* fault = nullptr;
};
Unescaped unescape(std::string_view data);
Unescaped unescape_raw(std::string_view data);

}  // namespace forkscope::vm
