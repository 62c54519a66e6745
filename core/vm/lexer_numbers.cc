#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/lexer.h"

namespace forkscope::vm {
namespace {

bool is_decimal(char c) {
  return c >= '0' && c <= '9';
}
bool is_octal(char c) {
  return c >= '0' && c <= '7';
}
bool is_binary(char c) {
  return c == '0' || c == '1';
}
bool is_hexadecimal(char c) {
  return is_decimal(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class NumberScanner {
 public:
  explicit NumberScanner(std::string_view text) : text_(text) {}

  NumberScan scan() {
    if (peek() == '0') {
      const char base = static_cast<char>(peek(1) | 0x20);
      if (base == 'x') return with_base("hexadecimal", is_hexadecimal);
      if (base == 'o') return with_base("octal", is_octal);
      if (base == 'b') return with_base("binary", is_binary);
      return from_zero();
    }
    if (peek() != '.' && !digits()) return failed("invalid decimal literal");
    return after_integer();
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  NumberScan failed(std::string message) const { return {at_, std::move(message), 0, 0}; }

  // Digits with single underscores between them; false where an underscore is not followed by a digit.
  bool digits() {
    while (true) {
      while (is_decimal(peek())) ++at_;
      if (peek() != '_') return true;
      ++at_;
      if (!is_decimal(peek())) return false;
    }
  }

  NumberScan with_base(std::string_view name, bool (*is_digit)(char)) {
    at_ += 2;
    do {
      if (peek() == '_') ++at_;
      if (!is_digit(peek())) {
        if (!is_decimal(peek())) return failed(fmt::format("invalid {} literal", name));
        return wrong_digit(name);
      }
      while (is_digit(peek())) ++at_;
    } while (peek() == '_');
    if (is_decimal(peek())) return wrong_digit(name);
    return end(name);
  }

  NumberScan wrong_digit(std::string_view name) {
    ++at_;
    return failed(fmt::format("invalid digit '{}' in {} literal", text_[at_ - 1], name));
  }

  // A decimal may not begin with zeros, but 0, 00 and 007.5 are numbers.
  NumberScan from_zero() {
    while (peek() == '0' || peek() == '_') {
      if (peek() == '_' && !is_decimal(peek(1))) {
        ++at_;
        return failed("invalid decimal literal");
      }
      ++at_;
    }
    const std::size_t zeros = at_;
    const bool more = is_decimal(peek());
    if (!digits()) return failed("invalid decimal literal");
    const char next = peek();
    if (next == '.' || next == 'e' || next == 'E' || next == 'j' || next == 'J') return after_integer();
    if (more) {
      return {
          at_,
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
          1, zeros};
    }
    return end("decimal");
  }

  NumberScan after_integer() {
    if (peek() == '.') {
      ++at_;
      if (is_decimal(peek()) && !digits()) return failed("invalid decimal literal");
    }
    if ((peek() | 0x20) == 'e') {
      const bool has_sign = peek(1) == '+' || peek(1) == '-';
      if (is_decimal(peek(has_sign ? 2 : 1))) {
        at_ += has_sign ? 2 : 1;
        if (!digits()) return failed("invalid decimal literal");
      } else if (has_sign) {
        at_ += 2;
        return failed("invalid decimal literal");
      }
    }
    if ((peek() | 0x20) == 'j') {
      ++at_;
      return end("imaginary");
    }
    return end("decimal");
  }

  // `1if x else y` is allowed; `1abc` is not.
  NumberScan end(std::string_view name) const {
    static constexpr std::array<std::string_view, 7> kMayFollow = {"and", "else", "for", "if",
                                                                   "in",  "is",   "or"};
    const std::string_view rest = text_.substr(at_);
    const auto follows = [&](std::string_view word) { return rest.starts_with(word); };
    if (std::any_of(kMayFollow.begin(), kMayFollow.end(), follows) || follows("not")) return {at_, {}, 0, 0};
    const char c = peek();
    const bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_decimal(c) || c == '_' ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_name) return failed(fmt::format("invalid {} literal", name));
    return {at_, {}, 0, 0};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

NumberScan scan_number(std::string_view text) {
  return NumberScanner(text).scan();
}

}  // namespace forkscope::vm
