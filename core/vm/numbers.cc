#include "core/vm/numbers.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/vm/operations.h"

namespace forkscope::vm {
namespace {

constexpr std::uint64_t kHashModulus = (std::uint64_t{1} << 61) - 1;

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

std::string_view strip(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n\r\f\v");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n\r\f\v") - first + 1);
}

// Underscores are allowed between digits only.
std::optional<std::string> without_underscores(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      result += text[i];
    } else if (i == 0 || i + 1 == text.size() || digit_of(text[i - 1]) == 99 || digit_of(text[i + 1]) == 99) {
      return std::nullopt;
    }
  }
  return result;
}

}  // namespace

BigInt to_big(const Value& value) {
  if (value.is_small_int()) return value.small();
  if (value.is_bool()) return value.is_true() ? 1 : 0;
  return value.as<BigIntObject>()->value;
}

std::optional<std::int64_t> big_to_int64(const Value& value) {
  if (value.is_bool()) return value.is_true() ? 1 : 0;
  if (!value.is(Kind::big_int)) return std::nullopt;
  const BigInt& big = value.known<BigIntObject>()->value;
  if (big > std::numeric_limits<std::int64_t>::max() || big < std::numeric_limits<std::int64_t>::min())
    return std::nullopt;
  return static_cast<std::int64_t>(big);
}

std::int64_t clamp_int64(const Value& value) {
  if (const auto small = to_int64(value)) return *small;
  return value.as<BigIntObject>()->value < 0 ? std::numeric_limits<std::int64_t>::min()
                                             : std::numeric_limits<std::int64_t>::max();
}

std::optional<double> to_double(const Value& value) {
  if (const auto* number = value.try_as<Float>()) return number->value;
  if (value.is_small_int()) return static_cast<double>(value.small());
  if (value.is_bool()) return value.is_true() ? 1.0 : 0.0;
  if (!value.is(Kind::big_int)) return std::nullopt;
  return big_to_double(value.known<BigIntObject>()->value);
}

BigInt floor_divide(const BigInt& left, const BigInt& right) {
  BigInt quotient, remainder;
  boost::multiprecision::divide_qr(left, right, quotient, remainder);
  if (remainder != 0 && (remainder < 0) != (right < 0)) --quotient;
  return quotient;
}

BigInt floor_modulo(const BigInt& left, const BigInt& right) {
  BigInt remainder = left % right;
  if (remainder != 0 && (remainder < 0) != (right < 0)) remainder += right;
  return remainder;
}

double floor_modulo(double left, double right) {
  double remainder = std::fmod(left, right);
  if (remainder == 0) return std::copysign(0.0, right);
  if ((right < 0) != (remainder < 0)) remainder += right;
  return remainder;
}

double floor_divide(double left, double right) {
  double remainder = std::fmod(left, right);
  double quotient = (left - remainder) / right;
  if (remainder != 0 && (right < 0) != (remainder < 0)) quotient -= 1.0;
  if (quotient == 0) return std::copysign(0.0, left / right);
  double result = std::floor(quotient);
  if (quotient - result > 0.5) result += 1.0;
  return result;
}

BigInt integer_power(BigInt base, std::uint64_t exponent) {
  BigInt result = 1;
  while (exponent != 0) {
    if ((exponent & 1) != 0) result *= base;
    exponent >>= 1;
    if (exponent != 0) base *= base;
  }
  return result;
}

std::size_t bit_length(const BigInt& value) {
  return value == 0 ? 0 : boost::multiprecision::msb(value < 0 ? BigInt(-value) : value) + 1;
}

std::optional<double> true_divide(const BigInt& left, const BigInt& right) {
  if (left == 0) return right < 0 ? -0.0 : 0.0;
  const bool negative = (left < 0) != (right < 0);
  BigInt above = abs(left), below = abs(right);
  // A quotient of 66 bits or more, whose last bit says whether anything was cut off, rounds once when it
  // becomes a double.
  const auto difference = static_cast<long>(bit_length(above)) - static_cast<long>(bit_length(below));
  const long shift = std::min(66 - difference, 1074L + 2);
  if (shift > 0) {
    above <<= static_cast<unsigned>(shift);
  } else {
    below <<= static_cast<unsigned>(-shift);
  }
  BigInt quotient, remainder;
  boost::multiprecision::divide_qr(above, below, quotient, remainder);
  if (remainder != 0) quotient |= 1;
  // Round by hand to the bits the result can hold (53, fewer for subnormal results).
  const auto bits = static_cast<long>(bit_length(quotient));
  const long exponent = bits - shift;  // result is below 2^exponent
  const long keep = std::min(53L, exponent + 1074);
  long drop = bits - std::max(keep, 0L);
  if (drop > 0) {
    const BigInt half = BigInt(1) << static_cast<unsigned>(drop - 1);
    const BigInt rest = quotient & ((half << 1) - 1);
    quotient >>= static_cast<unsigned>(drop);
    if (rest > half || (rest == half && (quotient & 1) != 0)) ++quotient;
  } else {
    drop = 0;
  }
  const double result =
      std::ldexp(static_cast<double>(static_cast<std::uint64_t>(quotient)), static_cast<int>(drop - shift));
  if (std::isinf(result)) return std::nullopt;
  return negative ? -result : result;
}

std::optional<double> big_to_double(const BigInt& value) {
  return true_divide(value, 1);
}

int compare_int_float(const BigInt& left, double right) {
  if (std::isinf(right)) return right > 0 ? -1 : 1;
  const double whole = std::trunc(right);
  int exponent = 0;
  const double mantissa = std::frexp(whole, &exponent);
  BigInt other = static_cast<std::int64_t>(std::ldexp(mantissa, 53));
  if (exponent >= 53) {
    other <<= static_cast<unsigned>(exponent - 53);
  } else {
    other = static_cast<std::int64_t>(whole);
  }
  if (left != other) return left < other ? -1 : 1;
  if (right == whole) return 0;
  return right > whole ? -1 : 1;
}

std::uint64_t hash_double(double value) {
  if (std::isinf(value)) return static_cast<std::uint64_t>(value > 0 ? 314159 : -314159);
  if (std::isnan(value)) return 0;
  int exponent = 0;
  double mantissa = std::frexp(value, &exponent);
  const bool negative = mantissa < 0;
  if (negative) mantissa = -mantissa;
  std::uint64_t hash = 0;
  while (mantissa != 0) {
    hash = ((hash << 28) & kHashModulus) | (hash >> 33);
    mantissa *= 268435456.0;
    exponent -= 28;
    const auto part = static_cast<std::uint64_t>(mantissa);
    mantissa -= static_cast<double>(part);
    hash += part;
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  exponent = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61);
  hash = ((hash << exponent) & kHashModulus) | (hash >> (61 - exponent));
  auto result = static_cast<std::int64_t>(hash);
  if (negative) result = -result;
  return static_cast<std::uint64_t>(result == -1 ? -2 : result);
}

std::uint64_t hash_int(const Value& value) {
  if (!value.is(Kind::big_int)) return hash_small_int(*to_int64(value));
  const BigInt& big = value.known<BigIntObject>()->value;
  const auto rest = static_cast<std::int64_t>(BigInt(abs(big) % kHashModulus));
  return hash_small_int(big < 0 ? -rest : rest);
}

std::string int_text(const Value& value, int base) {
  if (!value.is(Kind::big_int)) {
    char buffer[72];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, *to_int64(value), base).ptr;
    return std::string(buffer, end);
  }
  const BigInt& big = value.known<BigIntObject>()->value;
  if (base == 10) return big.str();
  std::string digits;
  for (BigInt rest = abs(big); rest != 0; rest /= base) {
    digits += "0123456789abcdefghijklmnopqrstuvwxyz"[static_cast<std::size_t>(static_cast<int>(rest % base))];
  }
  if (big < 0) digits += '-';
  return std::string(digits.rbegin(), digits.rend());
}

std::optional<BigInt> parse_int(std::string_view text, int base) {
  text = strip(text);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.size() > 1 && text[0] == '0') {
    const char letter = static_cast<char>(text[1] | 0x20);
    const int named = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (named != 0 && (base == 0 || base == named)) {
      base = named;
      text.remove_prefix(2);
      if (!text.empty() && text[0] == '_') text.remove_prefix(1);
    } else if (base == 0 && text.find_first_not_of("0_") != std::string_view::npos) {
      return std::nullopt;
    }
  }
  if (base == 0) base = 10;
  const auto digits = without_underscores(text);
  if (!digits || digits->empty()) return std::nullopt;
  for (const char c : *digits) {
    if (digit_of(c) >= base) return std::nullopt;
  }
  BigInt result = 0;
  if (digits->size() <= 12) {
    result = static_cast<std::int64_t>(std::strtoll(digits->c_str(), nullptr, base));
  } else if (base == 10) {
    const auto first = digits->find_first_not_of('0');  // a leading 0 would mean octal
    result = first == std::string::npos ? BigInt(0) : BigInt(digits->substr(first));
  } else {
    for (const char c : *digits) result = result * base + digit_of(c);
  }
  return negative ? BigInt(-result) : result;
}

std::optional<double> parse_float(std::string_view text) {
  text = strip(text);
  // The e of an exponent is a digit in other bases only.
  for (const std::string_view beside : {"_e", "_E", "e_", "E_"})
    if (text.find(beside) != std::string_view::npos) return std::nullopt;
  const auto cleaned = without_underscores(text);
  if (!cleaned || cleaned->empty()) return std::nullopt;
  std::string_view rest = *cleaned;
  bool negative = false;
  if (rest[0] == '+' || rest[0] == '-') {
    negative = rest[0] == '-';
    rest.remove_prefix(1);
  }
  if (rest.empty() || rest[0] == '+' || rest[0] == '-') return std::nullopt;
  double result = 0;
  const auto parsed = std::from_chars(rest.data(), rest.data() + rest.size(), result);
  if (parsed.ptr != rest.data() + rest.size()) return std::nullopt;
  if (rest.find('(') != std::string_view::npos) return std::nullopt;
  if (parsed.ec == std::errc::result_out_of_range) result = std::strtod(std::string(rest).c_str(), nullptr);
  if (parsed.ec == std::errc::invalid_argument) return std::nullopt;
  return negative ? -result : result;
}

DecimalDigits shortest_digits(double value) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  DecimalDigits result;
  result.negative = text[0] == '-';
  if (result.negative) text.remove_prefix(1);
  const auto e = text.find('e');
  for (const char c : text.substr(0, e)) {
    if (c != '.') result.digits += c;
  }
  const auto exponent = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.exponent);
  return result;
}

std::string float_repr(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  const DecimalDigits decimal = shortest_digits(value);
  const auto count = static_cast<int>(decimal.digits.size());
  std::string text = decimal.negative ? "-" : "";
  if (decimal.exponent < -4 || decimal.exponent >= 16) {
    text += decimal.digits[0];
    if (count > 1) text += "." + decimal.digits.substr(1);
    const int size = std::abs(decimal.exponent);
    return text + (decimal.exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + std::to_string(size);
  }
  if (decimal.exponent < 0)
    return text + "0." + std::string(static_cast<std::size_t>(-decimal.exponent - 1), '0') + decimal.digits;
  const int whole = decimal.exponent + 1;
  if (count <= whole)
    return text + decimal.digits + std::string(static_cast<std::size_t>(whole - count), '0') + ".0";
  return text + decimal.digits.substr(0, static_cast<std::size_t>(whole)) + "." +
         decimal.digits.substr(static_cast<std::size_t>(whole));
}

}  // namespace forkscope::vm
