// int, bool and float: constructors and methods.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/letters.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

// Digits and blanks of any script as those of ASCII.
std::string plain_digits(const String& string) {
  if (string.is_ascii) return string.text;
  std::u32string points = to_code_points(string.text);
  for (char32_t& c : points) {
    if (c >= 0x80 && is_decimal_digit(c)) c = U'0' + static_cast<char32_t>(decimal_value(c));
    if (c >= 0x80 && is_space(c)) c = U' ';
  }
  return from_code_points(points);
}

// The text of a str or bytes argument, for int() and float(); nothing if it is neither.
std::optional<std::string> text_of(const Value& value) {
  if (const auto* string = value.try_as<String>(); string != nullptr) return plain_digits(*string);
  if (const auto* bytes = value.try_as<Bytes>(); bytes != nullptr) return bytes->data;
  return std::nullopt;
}

NativeResult int_of_text(NativeCall& call, const Value& value, const std::string& text, int base) {
  const std::size_t digits = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  const bool limited = base != 2 && base != 4 && base != 8 && base != 16 && base != 32;
  const std::size_t most = max_int_digits(call.vm);
  if (limited && most != 0 && digits > most)
    return raise(call, "ValueError",
                 fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} "
                             "digits; use sys.set_int_max_str_digits() to increase the limit",
                             most, digits));
  if (auto number = parse_int(text, base)) return call.returns(make_int(std::move(*number)));
  std::string shown;
  if (repr(call.thread, value, shown) != Outcome::ok) return NativeResult::raised;
  return raise(call, "ValueError", fmt::format("invalid literal for int() with base {}: {}", base, shown));
}

NativeResult int_of_float(NativeCall& call, double number) {
  if (std::isnan(number)) return raise(call, "ValueError", "cannot convert float NaN to integer");
  if (std::isinf(number)) return raise(call, "OverflowError", "cannot convert float infinity to integer");
  return call.returns(make_int(BigInt(std::trunc(number))));
}

// Hands over to a special method of an instance; false if it has none.
bool call_special(NativeCall& call, const Value& value, std::initializer_list<const char*> names,
                  NativeResult& result) {
  for (const char* name : names) {
    const Value* special = find_special(call.vm, value, name);
    if (special == nullptr) continue;
    call.callee = bind(call.vm, *special, value, call.vm.class_of(value));
    call.callee_arguments.clear();
    result = NativeResult::call;
    return true;
  }
  return false;
}

NativeResult construct_int(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "base"};
  std::array<Value, 2> given;
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "int", kNames, 0, given)) return NativeResult::raised;
  if (given[0].empty() && !given[1].empty()) return raise(call, "TypeError", "int() missing string argument");
  if (given[0].empty()) return call.returns(Value::small_int(0));
  const std::optional<std::string> text = text_of(given[0]);
  if (!given[1].empty()) {
    std::int64_t base = 10;
    if (!read_index(call, given[1], base)) return NativeResult::raised;
    if (!text) return raise(call, "TypeError", "int() can't convert non-string with explicit base");
    if (base != 0 && (base < 2 || base > 36))
      return raise(call, "ValueError", "int() base must be >= 2 and <= 36, or 0");
    return int_of_text(call, given[0], *text, static_cast<int>(base));
  }
  if (text.has_value()) return int_of_text(call, given[0], *text, 10);
  if (const Buffer* buffer = as_buffer(given[0]); buffer != nullptr)
    return int_of_text(call, make_bytes(std::string(buffer->bytes())), std::string(buffer->bytes()), 10);
  NativeResult special = NativeResult::raised;
  if (is_overridden(call.vm, given[0], "__int__") && call_special(call, given[0], {"__int__"}, special))
    return special;
  if (is_int(given[0])) return call.returns(make_int(to_big(given[0])));
  if (const auto* real = given[0].try_as<Float>(); real != nullptr) return int_of_float(call, real->value);
  if (call_special(call, given[0], {"__int__", "__index__", "__trunc__"}, special)) return special;
  return raise(call, "TypeError",
               fmt::format("int() argument must be a string, a bytes-like object or a real number, not '{}'",
                           type_name(given[0])));
}

NativeResult construct_bool(NativeCall& call) {
  if (!check_constructor(call, "bool", 0, 1)) return NativeResult::raised;
  if (call.positional.size() == 1) return call.returns(Value::boolean(false));
  bool result = false;
  const Outcome outcome = truth(call.thread, call.positional[1], result);
  if (outcome == Outcome::needs_python) return in_prelude(call, "truth", {call.positional[1]});
  return from_outcome(call, outcome, Value::boolean(result));
}

NativeResult construct_float(NativeCall& call) {
  if (!check_constructor(call, "float", 0, 1)) return NativeResult::raised;
  if (call.positional.size() == 1) return call.returns(make_float(0));
  const Value& value = call.positional[1];
  std::optional<std::string> text = text_of(value);
  if (const Buffer* buffer = as_buffer(value); buffer != nullptr) text = std::string(buffer->bytes());
  if (text.has_value()) {
    if (const auto number = parse_float(*text)) return call.returns(make_float(*number));
    std::string shown;
    if (repr(call.thread, value, shown) != Outcome::ok) return NativeResult::raised;
    return raise(call, "ValueError", "could not convert string to float: " + shown);
  }
  NativeResult special = NativeResult::raised;
  if (is_overridden(call.vm, value, "__float__") && call_special(call, value, {"__float__"}, special))
    return special;
  if (is_number(value)) {
    const auto number = to_double(value);
    return number ? call.returns(make_float(*number))
                  : raise(call, "OverflowError", "int too large to convert to float");
  }
  if (find_special(call.vm, value, "__float__") != nullptr ||
      find_special(call.vm, value, "__index__") != nullptr)
    return in_prelude(call, "float_of", {value});
  return raise(call, "TypeError",
               fmt::format("float() argument must be a string or a real number, not '{}'", type_name(value)));
}

NativeResult int_bit_length(NativeCall& call) {
  if (!check_count(call, "int.bit_length", 1, 1)) return NativeResult::raised;
  return call.returns(Value::small_int(static_cast<std::int64_t>(bit_length(to_big(call.positional[0])))));
}
NativeResult int_bit_count(NativeCall& call) {
  if (!check_count(call, "int.bit_count", 1, 1)) return NativeResult::raised;
  BigInt number = to_big(call.positional[0]);
  if (number < 0) number = -number;
  std::int64_t count = 0;
  for (; number != 0; number &= number - 1) ++count;
  return call.returns(Value::small_int(count));
}
NativeResult int_conjugate(NativeCall& call) {
  if (!check_count(call, "int.conjugate", 1, 1)) return NativeResult::raised;
  return call.returns(make_int(to_big(call.positional[0])));
}
NativeResult int_as_integer_ratio(NativeCall& call) {
  if (!check_count(call, "int.as_integer_ratio", 1, 1)) return NativeResult::raised;
  return call.returns(make_tuple({make_int(to_big(call.positional[0])), Value::small_int(1)}));
}

// The byteorder argument of to_bytes() and from_bytes(); false: an exception is set.
bool read_order(NativeCall& call, const char* function, const Value& given, bool& little) {
  little = false;
  if (given.empty()) return true;
  const auto* text = given.try_as<String>();
  if (text == nullptr) {
    raise(call, "TypeError",
          fmt::format("{}() argument 'byteorder' must be str, not {}", function, type_name(given)));
    return false;
  }
  little = text->text == "little";
  if (little || text->text == "big") return true;
  raise(call, "ValueError", "byteorder must be either 'little' or 'big'");
  return false;
}

// to_bytes(length=1, byteorder="big", *, signed=False)
NativeResult int_to_bytes(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "length", "byteorder", "signed"};
  std::array<Value, 4> given;
  std::int64_t size = 1;
  if (!bind_arguments(call, "to_bytes", kNames, 1, given) ||
      (!given[1].empty() && !read_index(call, given[1], size)))
    return NativeResult::raised;
  if (size < 0) return raise(call, "ValueError", "length argument must be non-negative");
  bool little = false, is_signed = false;
  if (!read_order(call, "to_bytes", given[2], little) ||
      (!given[3].empty() && truth(call.thread, given[3], is_signed) != Outcome::ok))
    return NativeResult::raised;
  BigInt number = to_big(given[0]);
  const bool negative = number < 0;
  if (negative && !is_signed) return raise(call, "OverflowError", "can't convert negative int to unsigned");
  const BigInt limit = BigInt(1) << static_cast<unsigned>(size * 8 - (is_signed && size > 0 ? 1 : 0));
  if (number >= limit || (negative && -number > limit))
    return raise(call, "OverflowError", "int too big to convert");
  if (negative) number += BigInt(1) << static_cast<unsigned>(size * 8);
  std::string data(static_cast<std::size_t>(size), '\0');
  for (char& byte : data) {
    byte = static_cast<char>(static_cast<unsigned>(number & 0xff));
    number >>= 8;
  }
  if (!little) std::reverse(data.begin(), data.end());
  return call.returns(make_bytes(std::move(data)));
}

// int.from_bytes(bytes, byteorder="big", *, signed=False)
NativeResult int_from_bytes(NativeCall& call) {
  static constexpr const char* kNames[] = {"bytes", "byteorder", "signed"};
  std::array<Value, 3> given;
  if (!bind_arguments(call, "from_bytes", kNames, 1, given)) return NativeResult::raised;
  bool little = false, is_signed = false;
  if (!read_order(call, "from_bytes", given[1], little) ||
      (!given[2].empty() && truth(call.thread, given[2], is_signed) != Outcome::ok))
    return NativeResult::raised;
  std::string_view bytes;
  if (!view_bytes(given[0], bytes)) {
    if (given[0].is(Kind::string) || is_number(given[0]))
      return raise(call, "TypeError", "cannot convert '" + type_name(given[0]) + "' object to bytes");
    return in_prelude(call, "int_from_items", {given[0], Value::boolean(little), Value::boolean(is_signed)});
  }
  std::string data(bytes);
  if (little) std::reverse(data.begin(), data.end());
  BigInt number = 0;
  for (const char byte : data) number = (number << 8) | static_cast<unsigned char>(byte);
  if (is_signed && !data.empty() && (static_cast<unsigned char>(data[0]) & 0x80) != 0)
    number -= BigInt(1) << static_cast<unsigned>(data.size() * 8);
  return call.returns(make_int(std::move(number)));
}

double self_of(const NativeCall& call) {
  return call.positional[0].known<Float>()->value;
}

NativeResult float_is_integer(NativeCall& call) {
  if (!check_count(call, "float.is_integer", 1, 1)) return NativeResult::raised;
  const double number = self_of(call);
  return call.returns(Value::boolean(std::isfinite(number) && number == std::floor(number)));
}

NativeResult float_conjugate(NativeCall& call) {
  if (!check_count(call, "float.conjugate", 1, 1)) return NativeResult::raised;
  return call.returns(call.positional[0]);
}

NativeResult float_hex(NativeCall& call) {
  if (!check_count(call, "float.hex", 1, 1)) return NativeResult::raised;
  const double number = self_of(call);
  if (!std::isfinite(number)) return call.returns(make_string(float_repr(number)));
  const char* sign = std::signbit(number) ? "-" : "";
  if (number == 0) return call.returns(make_string(fmt::format("{}0x0.0p+0", sign)));
  int exponent = 0;
  double mantissa = std::frexp(std::fabs(number), &exponent);
  // Subnormal numbers keep the smallest exponent and have fewer digits before them.
  const int shift = std::max(std::numeric_limits<double>::min_exponent - exponent, 0);
  mantissa = std::ldexp(mantissa, 53 - shift);
  exponent -= 1 - shift;
  const auto bits = static_cast<std::uint64_t>(mantissa);
  return call.returns(make_string(fmt::format("{}0x{:x}.{:013x}p{:+}", sign, bits >> 52,
                                              bits & ((std::uint64_t{1} << 52) - 1), exponent)));
}

NativeResult float_fromhex(NativeCall& call) {
  const String* given =
      check_count(call, "fromhex()", 1, 1) ? read_string(call, call.positional[0], nullptr) : nullptr;
  if (given == nullptr) return NativeResult::raised;
  std::string text = given->text;
  const std::size_t begin = text.find_first_not_of(" \t\n\r\f\v");
  text =
      begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n\r\f\v") - begin + 1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.erase(0, 1);
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (text == "inf" || text == "infinity" || text == "nan") {
    const double special =
        text == "nan" ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    return call.returns(make_float(negative ? -special : special));
  }
  if (text.starts_with("0x")) text.erase(0, 2);
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number, std::chars_format::hex);
  if (error == std::errc::result_out_of_range)
    return raise(call, "OverflowError", "hexadecimal value too large to represent as a float");
  if (error != std::errc() || stopped != end || text.empty() || text[0] == '-')
    return raise(call, "ValueError", "invalid hexadecimal floating-point string");
  return call.returns(make_float(negative ? -number : number));
}

NativeResult float_as_integer_ratio(NativeCall& call) {
  if (!check_count(call, "float.as_integer_ratio", 1, 1)) return NativeResult::raised;
  const double number = self_of(call);
  if (std::isnan(number)) return raise(call, "ValueError", "cannot convert NaN to integer ratio");
  if (std::isinf(number)) return raise(call, "OverflowError", "cannot convert Infinity to integer ratio");
  int exponent = 0;
  BigInt numerator(std::ldexp(std::frexp(number, &exponent), 53)), denominator = 1;
  exponent -= 53;
  if (exponent > 0)
    numerator <<= static_cast<unsigned>(exponent);
  else
    denominator <<= static_cast<unsigned>(-exponent);
  const BigInt shared = gcd(numerator, denominator);
  return call.returns(
      make_tuple({make_int(BigInt(numerator / shared)), make_int(BigInt(denominator / shared))}));
}

// The parts that every number has, as attributes.
template <MethodName name, Kind kind, NativeFunctionPointer getter>
void add_part(Class& type) {
  auto* property = new Property();
  property->getter = Value::adopt(new NativeFunction(name.text, with_self<name, kind, getter>));
  type.attributes.set(name.text, Value::adopt(property));
}
NativeResult int_itself(NativeCall& call) {
  return call.returns(make_int(to_big(call.positional[0])));
}
template <int number>
NativeResult int_constant(NativeCall& call) {
  return call.returns(Value::small_int(number));
}
NativeResult float_itself(NativeCall& call) {
  return call.returns(call.positional[0]);
}
NativeResult float_zero(NativeCall& call) {
  return call.returns(make_float(0));
}

constexpr NativeDefinition kIntMethods[] = {
    method<"bit_length", Kind::big_int, int_bit_length>(),
    method<"bit_count", Kind::big_int, int_bit_count>(), method<"conjugate", Kind::big_int, int_conjugate>(),
    method<"to_bytes", Kind::big_int, int_to_bytes>(),
    method<"as_integer_ratio", Kind::big_int, int_as_integer_ratio>()};
constexpr NativeDefinition kFloatMethods[] = {
    method<"is_integer", Kind::float_number, float_is_integer>(),
    method<"as_integer_ratio", Kind::float_number, float_as_integer_ratio>(),
    method<"conjugate", Kind::float_number, float_conjugate>(),
    method<"hex", Kind::float_number, float_hex>()};

}  // namespace

void install_number_types(Vm& vm) {
  Class* integer = vm.class_of_kind(Kind::big_int);
  integer->construct = construct_int;
  define_methods(*integer, kIntMethods);
  add_class_method(*integer, "from_bytes", of_class<int_from_bytes>);
  add_part<"real", Kind::big_int, int_itself>(*integer);
  add_part<"imag", Kind::big_int, int_constant<0>>(*integer);
  add_part<"numerator", Kind::big_int, int_itself>(*integer);
  add_part<"denominator", Kind::big_int, int_constant<1>>(*integer);
  vm.classes().boolean->construct = construct_bool;
  Class* real = vm.class_of_kind(Kind::float_number);
  real->construct = construct_float;
  define_methods(*real, kFloatMethods);
  add_class_method(*real, "fromhex", of_class<float_fromhex>);
  add_part<"real", Kind::float_number, float_itself>(*real);
  add_part<"imag", Kind::float_number, float_zero>(*real);
}

}  // namespace forkscope::vm
