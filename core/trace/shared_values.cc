#include "core/trace/shared_values.h"

#include <fmt/format.h>

#include <bit>

namespace forkscope::trace {

namespace {

// As repr() of a float: what is whole keeps its ".0".
std::string float_text(double number) {
  std::string text = fmt::format("{}", number);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

}  // namespace

std::string item_text(char code, std::int64_t bits) {
  switch (code) {
    case 'b':
      return std::to_string(static_cast<std::int8_t>(bits));
    case 'B':
      return std::to_string(static_cast<std::uint8_t>(bits));
    case 'h':
      return std::to_string(static_cast<std::int16_t>(bits));
    case 'H':
      return std::to_string(static_cast<std::uint16_t>(bits));
    case 'i':
      return std::to_string(static_cast<std::int32_t>(bits));
    case 'I':
      return std::to_string(static_cast<std::uint32_t>(bits));
    case 'L':
      return std::to_string(std::bit_cast<std::uint64_t>(bits));
    case 'f':
      return float_text(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    case 'd':
      return float_text(std::bit_cast<double>(bits));
    case '?':
      return (bits & 0xff) != 0 ? "True" : "False";
    case 'c': {
      const auto letter = static_cast<unsigned char>(bits);
      const bool plain = letter >= 0x20 && letter < 0x7f && letter != '\'' && letter != '\\';
      return plain ? fmt::format("b'{}'", static_cast<char>(letter)) : fmt::format("b'\\x{:02x}'", letter);
    }
    default:
      return std::to_string(bits);
  }
}

}  // namespace forkscope::trace
