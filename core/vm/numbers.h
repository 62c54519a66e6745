// Ints of any size and floats as CPython computes and prints them. Pure functions over Values: no thread, no
// errors raised; what can fail says so in its result. Used by the operations and the built-in types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/vm/objects.h"

namespace forkscope::vm {

// How many digits conversions between int and str may have unless sys.set_int_max_str_digits() says
// otherwise.
inline constexpr std::size_t kMaxIntDigits = 4300;

// bool counts as int.
inline bool is_int(const Value& value) {
  return value.is_small_int() || value.is_bool() || value.is(Kind::big_int);
}
inline bool is_number(const Value& value) {
  return is_int(value) || value.is(Kind::float_number);
}
BigInt to_big(const Value& value);
// The value of an int that fits; nothing otherwise (also where it is no int).
std::optional<std::int64_t> big_to_int64(const Value& value);
inline std::optional<std::int64_t> to_int64(const Value& value) {
  return value.is_small_int() ? std::optional(value.small()) : big_to_int64(value);
}
// As to_int64, but clamped to the range where it does not fit, for slices.
std::int64_t clamp_int64(const Value& value);
// An int or float as double; nothing where an int is too large for one.
std::optional<double> to_double(const Value& value);

BigInt floor_divide(const BigInt& left, const BigInt& right);
BigInt floor_modulo(const BigInt& left, const BigInt& right);
double floor_modulo(double left, double right);
double floor_divide(double left, double right);
BigInt integer_power(BigInt base, std::uint64_t exponent);
std::size_t bit_length(const BigInt& value);
// left / right, correctly rounded; nothing on overflow.
std::optional<double> true_divide(const BigInt& left, const BigInt& right);
// Correctly rounded; nothing on overflow.
std::optional<double> big_to_double(const BigInt& value);
int compare_int_float(const BigInt& left, double right);  // -1, 0, 1; right is not NaN

std::uint64_t hash_double(double value);
std::uint64_t hash_int(const Value& value);
inline std::uint64_t hash_small_int(std::int64_t number) {
  constexpr std::int64_t kModulus = (std::int64_t{1} << 61) - 1;
  if (number >= 0 && number < kModulus) return static_cast<std::uint64_t>(number);
  const std::int64_t rest = number % kModulus;
  return static_cast<std::uint64_t>(rest == -1 ? -2 : rest);
}

// Digits of an int in base 2 to 36, lower case, with '-'.
std::string int_text(const Value& value, int base = 10);
// Text of an int literal as int() takes it (sign, underscores, blanks; base 0 looks at the prefix).
std::optional<BigInt> parse_int(std::string_view text, int base);
std::optional<double> parse_float(std::string_view text);

// The shortest digits that read back as `value`, without dot; `exponent` is that of the first digit. Finite
// values only.
struct DecimalDigits {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};
DecimalDigits shortest_digits(double value);

}  // namespace forkscope::vm
