#include "core/vm/escape_codec.h"

#include <fmt/format.h>

#include "core/vm/literals.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

std::string text_of(char32_t point) {
  std::string text;
  append_code_point(text, point);
  return text;
}

// \uXXXX or, where that is too short, \UXXXXXXXX.
std::string long_escape(char32_t c) {
  const auto number = static_cast<std::uint32_t>(c);
  return c < 0x10000 ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

}  // namespace

void append_escaped(std::string& data, char32_t c) {
  constexpr std::string_view kPlain = "\\\n\r\t", kLetters = "\\nrt";
  const auto special = c < 0x80 ? kPlain.find(static_cast<char>(c)) : std::string_view::npos;
  if (special != std::string_view::npos) {
    data.push_back('\\');
    data.push_back(kLetters[special]);
  } else if (c >= 0x20 && c < 0x7f) {
    data.push_back(static_cast<char>(c));
  } else {
    data += c < 0x100 ? fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c)) : long_escape(c);
  }
}

void append_raw_escaped(std::string& data, char32_t c) {
  if (c < 0x100) {
    data.push_back(static_cast<char>(c));
  } else {
    data += long_escape(c);
  }
}

Unescaped unescape(std::string_view data) {
  if (data[0] != '\\') return {text_of(static_cast<unsigned char>(data[0])), 1, nullptr};
  if (data.size() == 1) return {{}, 1, "\\ at end of string"};
  const Escape escape = read_escape(data);
  return {escape.point ? text_of(*escape.point) : std::string(), escape.size, escape.fault};
}

Unescaped unescape_raw(std::string_view data) {
  if (data[0] != '\\' || data.size() == 1) return {text_of(static_cast<unsigned char>(data[0])), 1, nullptr};
  if (data[1] != 'u' && data[1] != 'U')
    return {"\\" + text_of(static_cast<unsigned char>(data[1])), 2, nullptr};
  const Escape escape = read_escape(data);
  const bool is_large = escape.fault != nullptr && escape.size == 10;
  return {escape.point ? text_of(*escape.point) : std::string(), escape.size,
          is_large ? "\\Uxxxxxxxx out of range" : escape.fault};
}

}  // namespace forkscope::vm
