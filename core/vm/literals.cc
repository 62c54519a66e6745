#include "core/vm/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "core/vm/objects.h"
#include "core/vm/source_text.h"
#include "core/vm/unicode_data.h"

namespace forkscope::vm {
namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

Value integer_value(std::string_view digits, unsigned base) {
  constexpr std::int64_t kSafe = std::int64_t{1} << 58;
  std::int64_t small = 0;
  std::size_t i = 0;
  for (; i < digits.size() && small < kSafe / 16; ++i) small = small * base + digit_value(digits[i]);
  if (i == digits.size()) return make_int(small);
  if (base == 10)
    return make_int(
        BigInt(std::string(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)))));
  BigInt big = small;
  for (; i < digits.size(); ++i) big = big * base + digit_value(digits[i]);
  return make_int(std::move(big));
}

// Escapes that are the same in strings and bytes. Returns how many characters it took after the backslash, 0:
// not one of them.
std::size_t simple_escape(std::string_view rest, std::uint32_t& value) {
  static constexpr std::string_view kNames = "\\'\"abfnrtv";
  static constexpr std::string_view kValues = "\\'\"\a\b\f\n\r\t\v";
  if (const std::size_t found = kNames.find(rest[0]); found != std::string_view::npos) {
    value = static_cast<unsigned char>(kValues[found]);
    return 1;
  }
  std::size_t length = 0;
  for (value = 0; length < 3 && length < rest.size() && rest[length] >= '0' && rest[length] <= '7'; ++length)
    value = value * 8 + static_cast<std::uint32_t>(rest[length] - '0');
  return length;
}

// Reads up to `wanted` hexadecimal digits; returns how many there were.
std::size_t read_hexadecimal(std::string_view text, std::size_t wanted, std::uint32_t& value) {
  std::size_t count = 0;
  for (value = 0; count < wanted && count < text.size() && digit_value(text[count]) < 16; ++count)
    value = value * 16 + static_cast<std::uint32_t>(digit_value(text[count]));
  return count;
}

constexpr std::uint32_t kNoCharacter = 0xffffffff;

// \N{NAME} behind its backslash: how many characters it has; `value` is kNoCharacter where it is at fault.
std::size_t name_escape(std::string_view rest, std::uint32_t& value) {
  value = kNoCharacter;
  if (rest.size() < 2 || rest[1] != '{') return 1;
  const std::size_t end = rest.find('}');
  if (end == std::string_view::npos || end == 2) return end == 2 ? 2 : rest.size();
  if (const auto found = unicode::find_by_name(rest.substr(2, end - 2))) value = *found;
  return end + 1;
}

// \xXX, \uXXXX and \UXXXXXXXX behind the backslash.
Escape hexadecimal_escape(std::string_view rest, std::size_t digits, const char* too_short) {
  std::uint32_t value = 0;
  const std::size_t count = read_hexadecimal(rest.substr(1), digits, value);
  if (count < digits) return {2 + count, std::nullopt, too_short};
  if (value > 0x10ffff) return {2 + count, std::nullopt, "illegal Unicode character"};
  return {2 + digits, value, nullptr};
}

std::string unicode_error(std::size_t from, std::size_t to, std::string_view what) {
  return fmt::format("(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}", from,
                     to, what);
}

}  // namespace

Value number_value(std::string_view token) {
  std::string text(token);
  text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
  const char second = text.size() > 1 ? static_cast<char>(text[1] | 0x20) : '\0';
  if (text[0] == '0' && second == 'x') return integer_value(std::string_view(text).substr(2), 16);
  if (text[0] == '0' && second == 'o') return integer_value(std::string_view(text).substr(2), 8);
  if (text[0] == '0' && second == 'b') return integer_value(std::string_view(text).substr(2), 2);
  if (text.back() == 'j' || text.back() == 'J') return make_complex(0, std::strtod(text.c_str(), nullptr));
  if (text.find_first_of(".eE") == std::string::npos) return integer_value(text, 10);
  return make_float(std::strtod(text.c_str(), nullptr));
}

StringToken split_string_token(std::string_view text) {
  StringToken result;
  std::size_t quote = 0;
  for (; text[quote] != '"' && text[quote] != '\''; ++quote) {
    const char letter = static_cast<char>(text[quote] | 0x20);
    if (letter == 'b') result.is_bytes = true;
    if (letter == 'r') result.is_raw = true;
    if (letter == 'f') result.is_formatted = true;
  }
  const std::string_view quoted = text.substr(quote);
  const bool triple = quoted.size() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0];
  const std::size_t width = triple ? 3 : 1;
  result.body_offset = quote + width;
  result.body = quoted.substr(width, quoted.size() - 2 * width);
  return result;
}

Escape read_escape(std::string_view text) {
  const std::string_view rest = text.substr(1);
  std::uint32_t value = 0;
  if (rest[0] == '\n') return {2, std::nullopt, nullptr};
  if (const std::size_t length = simple_escape(rest, value)) return {1 + length, value, nullptr};
  switch (rest[0]) {
    case 'x':
      return hexadecimal_escape(rest, 2, "truncated \\xXX escape");
    case 'u':
      return hexadecimal_escape(rest, 4, "truncated \\uXXXX escape");
    case 'U':
      return hexadecimal_escape(rest, 8, "truncated \\UXXXXXXXX escape");
    case 'N': {
      const std::size_t size = name_escape(rest, value);
      if (value != kNoCharacter) return {1 + size, value, nullptr};
      // Without a name between braces all of it is at fault, else up to the closing one.
      const bool is_malformed = size == 1 || rest[size - 1] != '}';
      return {1 + size, std::nullopt,
              is_malformed ? "malformed \\N character escape" : "unknown Unicode character name"};
    }
    default:
      return {1, '\\', nullptr};  // not an escape: CPython keeps the backslash
  }
}

DecodedText decode_string_escapes(std::string_view body) {
  DecodedText result;
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] != '\\' || i + 1 >= body.size()) {
      result.text.push_back(body[i++]);
      continue;
    }
    const Escape escape = read_escape(body.substr(i));
    if (escape.fault != nullptr) {
      result.error = unicode_error(i, i + escape.size - 1, escape.fault);
      return result;
    }
    if (escape.point) append_utf8(result.text, *escape.point);
    i += escape.size;
  }
  return result;
}

DecodedText decode_bytes_escapes(std::string_view body) {
  DecodedText result;
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] != '\\' || i + 1 >= body.size()) {
      result.text.push_back(body[i++]);
      continue;
    }
    const std::string_view rest = body.substr(i + 1);
    std::uint32_t value = 0;
    if (rest[0] == '\n') {
      i += 2;
    } else if (const std::size_t length = simple_escape(rest, value)) {
      result.text.push_back(static_cast<char>(value));
      i += 1 + length;
    } else if (rest[0] == 'x') {
      if (read_hexadecimal(rest.substr(1), 2, value) < 2) {
        result.error = fmt::format("(value error) invalid \\x escape at position {}", i);
        return result;
      }
      result.text.push_back(static_cast<char>(value));
      i += 4;
    } else {
      result.text.push_back(body[i++]);
    }
  }
  return result;
}

}  // namespace forkscope::vm
