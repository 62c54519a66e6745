#include "core/vm/modules/math_module.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/modules/asking.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// The argument as a double; false and a TypeError or OverflowError if it is none.
bool read_double(NativeCall& call, const Value& value, double& number) {
  if (const auto* real = value.try_as<Float>(); real != nullptr)
    number = real->value;
  else if (value.is_small_int())
    number = static_cast<double>(value.small());
  else if (value.is_bool())
    number = value.is_true() ? 1 : 0;
  else if (const auto* big = value.try_as<BigIntObject>(); big != nullptr)
    number = big->value.convert_to<double>();
  else {
    raise(call, "TypeError", "must be real number, not " + type_name(value));
    return false;
  }
  if (!std::isinf(number) || value.is(Kind::float_number)) return true;
  raise(call, "OverflowError", "int too large to convert to float");
  return false;
}

bool read_big(NativeCall& call, const Value& value, BigInt& number) {
  if (value.is_small_int())
    number = value.small();
  else if (value.is_bool())
    number = value.is_true() ? 1 : 0;
  else if (const auto* big = value.try_as<BigIntObject>(); big != nullptr)
    number = big->value;
  else {
    raise(call, "TypeError", "'" + type_name(value) + "' object cannot be interpreted as an integer");
    return false;
  }
  return true;
}

bool expect_count(NativeCall& call, const char* name, std::size_t least, std::size_t most) {
  const std::size_t given = call.positional.size();
  if (given >= least && given <= most && call.keywords.empty()) return true;
  raise(call, "TypeError",
        least == 1 && most == 1 ? std::string("math.") + name + "() takes exactly one argument (" +
                                      std::to_string(given) + " given)"
                                : std::string(name) + " expected " + std::to_string(least) +
                                      " arguments, got " + std::to_string(given));
  return false;
}

// CPython's rule: a NaN out of numbers is a domain error, an infinity out of finite numbers an overflow.
NativeResult checked(NativeCall& call, double result, bool had_nan, bool had_infinity) {
  if (std::isnan(result) && !had_nan) return raise(call, "ValueError", "math domain error");
  if (std::isinf(result) && !had_infinity && !had_nan)
    return raise(call, "OverflowError", "math range error");
  return call.returns(make_float(result));
}

using Function = double (*)(double);

NativeResult apply(NativeCall& call, const char* name, Function function, bool infinity_is_domain) {
  double x = 0;
  if (!expect_count(call, name, 1, 1) || !read_double(call, call.positional[0], x))
    return NativeResult::raised;
  const double result = function(x);
  if (infinity_is_domain && std::isinf(result) && !std::isinf(x))
    return raise(call, "ValueError", "math domain error");
  return checked(call, result, std::isnan(x), std::isinf(x));
}

#define FORKSCOPE_MATH_FUNCTION(name, infinity_is_domain)                        \
  NativeResult math_##name(NativeCall& call) {                                   \
    return apply(                                                                \
        call, #name, [](double x) { return std::name(x); }, infinity_is_domain); \
  }
FORKSCOPE_MATH_FUNCTION(sqrt, false)
FORKSCOPE_MATH_FUNCTION(exp, false)
FORKSCOPE_MATH_FUNCTION(expm1, false)
FORKSCOPE_MATH_FUNCTION(sin, false)
FORKSCOPE_MATH_FUNCTION(cos, false)
FORKSCOPE_MATH_FUNCTION(tan, false)
FORKSCOPE_MATH_FUNCTION(asin, false)
FORKSCOPE_MATH_FUNCTION(acos, false)
FORKSCOPE_MATH_FUNCTION(atan, false)
FORKSCOPE_MATH_FUNCTION(sinh, false)
FORKSCOPE_MATH_FUNCTION(cosh, false)
FORKSCOPE_MATH_FUNCTION(tanh, false)
FORKSCOPE_MATH_FUNCTION(asinh, false)
FORKSCOPE_MATH_FUNCTION(acosh, false)
FORKSCOPE_MATH_FUNCTION(atanh, true)
FORKSCOPE_MATH_FUNCTION(log1p, true)
FORKSCOPE_MATH_FUNCTION(erf, false)
FORKSCOPE_MATH_FUNCTION(erfc, false)
FORKSCOPE_MATH_FUNCTION(fabs, false)
FORKSCOPE_MATH_FUNCTION(cbrt, false)
FORKSCOPE_MATH_FUNCTION(exp2, false)
#undef FORKSCOPE_MATH_FUNCTION

NativeResult math_degrees(NativeCall& call) {
  return apply(
      call, "degrees", [](double x) { return x * (180.0 / std::numbers::pi); }, false);
}
NativeResult math_radians(NativeCall& call) {
  return apply(
      call, "radians", [](double x) { return x * (std::numbers::pi / 180.0); }, false);
}
NativeResult math_gamma(NativeCall& call) {
  return apply(
      call, "gamma", [](double x) { return x <= 0 && x == std::floor(x) ? std::nan("") : std::tgamma(x); },
      false);
}
NativeResult math_lgamma(NativeCall& call) {
  return apply(
      call, "lgamma", [](double x) { return std::lgamma(x); }, true);
}

NativeResult apply_two(NativeCall& call, const char* name, double (*function)(double, double)) {
  double x = 0, y = 0;
  if (!expect_count(call, name, 2, 2) || !read_double(call, call.positional[0], x) ||
      !read_double(call, call.positional[1], y))
    return NativeResult::raised;
  return checked(call, function(x, y), std::isnan(x) || std::isnan(y), std::isinf(x) || std::isinf(y));
}

NativeResult math_pow(NativeCall& call) {
  double x = 0, y = 0;
  if (!expect_count(call, "pow", 2, 2) || !read_double(call, call.positional[0], x) ||
      !read_double(call, call.positional[1], y))
    return NativeResult::raised;
  if (x == 0 && y < 0 && !std::isinf(y)) return raise(call, "ValueError", "math domain error");
  return checked(call, std::pow(x, y), std::isnan(x) || std::isnan(y), std::isinf(x) || std::isinf(y));
}
NativeResult math_atan2(NativeCall& call) {
  return apply_two(call, "atan2", [](double x, double y) { return std::atan2(x, y); });
}
NativeResult math_fmod(NativeCall& call) {
  return apply_two(call, "fmod", [](double x, double y) { return std::fmod(x, y); });
}
NativeResult math_remainder(NativeCall& call) {
  return apply_two(call, "remainder", [](double x, double y) { return std::remainder(x, y); });
}
NativeResult math_nextafter(NativeCall& call) {
  return apply_two(call, "nextafter", [](double x, double y) { return std::nextafter(x, y); });
}
NativeResult math_ulp(NativeCall& call) {
  const auto distance = [](double x) {
    x = std::fabs(x);
    if (!std::isfinite(x)) return x;
    const double above = std::nextafter(x, std::numeric_limits<double>::infinity());
    return std::isinf(above) ? x - std::nextafter(x, 0.0) : above - x;
  };
  return apply(call, "ulp", distance, false);
}
NativeResult math_copysign(NativeCall& call) {
  return apply_two(call, "copysign", [](double x, double y) { return std::copysign(x, y); });
}

// log2 of an int of any size: its bits beyond 1000 are taken off first.
double log2_of(const BigInt& number) {
  const std::size_t bits = msb(number) + 1;
  if (bits <= 1000) return std::log2(number.convert_to<double>());
  const auto shift = static_cast<unsigned>(bits - 64);
  return std::log2(BigInt(number >> shift).convert_to<double>()) + shift;
}

bool read_log(NativeCall& call, const Value& value, double (*function)(double), double per_bit,
              double& result) {
  if (const auto* big = value.try_as<BigIntObject>(); big != nullptr && big->value > 0) {
    result = log2_of(big->value) * per_bit;
    return true;
  }
  double x = 0;
  if (!read_double(call, value, x)) return false;
  if (x <= 0) {
    raise(call, "ValueError", "math domain error");
    return false;
  }
  result = function(x);
  return true;
}

NativeResult math_log(NativeCall& call) {
  double value = 0, base = 0;
  const auto natural = [](double x) { return std::log(x); };
  if (!expect_count(call, "log", 1, 2) ||
      !read_log(call, call.positional[0], natural, std::numbers::ln2, value))
    return NativeResult::raised;
  if (call.positional.size() == 1) return call.returns(make_float(value));
  if (!read_log(call, call.positional[1], natural, std::numbers::ln2, base)) return NativeResult::raised;
  if (base == 0) return raise(call, "ZeroDivisionError", "float division by zero");
  return call.returns(make_float(value / base));
}

NativeResult single_log(NativeCall& call, const char* name, double (*function)(double), double per_bit) {
  double value = 0;
  if (!expect_count(call, name, 1, 1) || !read_log(call, call.positional[0], function, per_bit, value))
    return NativeResult::raised;
  return call.returns(make_float(value));
}
NativeResult math_log2(NativeCall& call) {
  return single_log(
      call, "log2", [](double x) { return std::log2(x); }, 1.0);
}
NativeResult math_log10(NativeCall& call) {
  return single_log(
      call, "log10", [](double x) { return std::log10(x); }, std::numbers::ln2 / std::numbers::ln10);
}

NativeResult to_integer(NativeCall& call, const char* name, Function round) {
  if (!expect_count(call, name, 1, 1)) return NativeResult::raised;
  const Value& value = call.positional[0];
  if (is_int(value)) return call.returns(make_int(to_big(value)));
  double x = 0;
  if (!read_double(call, value, x)) return NativeResult::raised;
  if (std::isnan(x)) return raise(call, "ValueError", "cannot convert float NaN to integer");
  if (std::isinf(x)) return raise(call, "OverflowError", "cannot convert float infinity to integer");
  return call.returns(make_int(BigInt(round(x))));
}
NativeResult math_floor(NativeCall& call) {
  return to_integer(call, "floor", [](double x) { return std::floor(x); });
}
NativeResult math_ceil(NativeCall& call) {
  return to_integer(call, "ceil", [](double x) { return std::ceil(x); });
}
NativeResult math_trunc(NativeCall& call) {
  return to_integer(call, "trunc", [](double x) { return std::trunc(x); });
}

NativeResult classify(NativeCall& call, const char* name, bool (*is)(double)) {
  double x = 0;
  if (!expect_count(call, name, 1, 1) || !read_double(call, call.positional[0], x))
    return NativeResult::raised;
  return call.returns(Value::boolean(is(x)));
}
NativeResult math_isnan(NativeCall& call) {
  return classify(call, "isnan", [](double x) { return std::isnan(x); });
}
NativeResult math_isinf(NativeCall& call) {
  return classify(call, "isinf", [](double x) { return std::isinf(x); });
}
NativeResult math_isfinite(NativeCall& call) {
  return classify(call, "isfinite", [](double x) { return std::isfinite(x); });
}

NativeResult math_isclose(NativeCall& call) {
  static constexpr const char* kNames[] = {"a", "b", "rel_tol", "abs_tol"};
  std::array<Value, 4> given;
  double a = 0, b = 0, relative = 1e-9, absolute = 0;
  if (!bind_arguments(call, "isclose", kNames, 2, given) || !read_double(call, given[0], a) ||
      !read_double(call, given[1], b))
    return NativeResult::raised;
  if (!given[2].empty() && !read_double(call, given[2], relative)) return NativeResult::raised;
  if (!given[3].empty() && !read_double(call, given[3], absolute)) return NativeResult::raised;
  if (relative < 0 || absolute < 0) return raise(call, "ValueError", "tolerances must be non-negative");
  if (a == b) return call.returns(Value::boolean(true));
  if (std::isinf(a) || std::isinf(b)) return call.returns(Value::boolean(false));
  const double distance = std::fabs(a - b);
  const bool close =
      distance <= std::fabs(relative * b) || distance <= std::fabs(relative * a) || distance <= absolute;
  return call.returns(Value::boolean(close));
}

NativeResult math_factorial(NativeCall& call) {
  BigInt number;
  if (!expect_count(call, "factorial", 1, 1) || !read_big(call, call.positional[0], number))
    return NativeResult::raised;
  if (number < 0) return raise(call, "ValueError", "factorial() not defined for negative values");
  if (number > 1'000'000)
    return raise(call, "OverflowError", "factorial() argument should not exceed 1000000 here");
  BigInt product = 1;
  const auto last = number.convert_to<unsigned>();
  for (unsigned factor = 2; factor <= last; ++factor) product *= factor;
  return call.returns(make_int(std::move(product)));
}

NativeResult math_isqrt(NativeCall& call) {
  BigInt number;
  if (!expect_count(call, "isqrt", 1, 1) || !read_big(call, call.positional[0], number))
    return NativeResult::raised;
  if (number < 0) return raise(call, "ValueError", "isqrt() argument must be nonnegative");
  return call.returns(make_int(BigInt(sqrt(number))));
}

template <typename Combine>
NativeResult combine(NativeCall& call, BigInt start, Combine step) {
  for (const Value& value : call.positional) {
    BigInt number;
    if (!read_big(call, value, number)) return NativeResult::raised;
    start = step(start, number);
  }
  return call.returns(make_int(BigInt(abs(start))));
}
NativeResult math_gcd(NativeCall& call) {
  return combine(call, 0, [](const BigInt& a, const BigInt& b) { return BigInt(gcd(a, b)); });
}
NativeResult math_lcm(NativeCall& call) {
  return combine(call, 1, [](const BigInt& a, const BigInt& b) { return BigInt(lcm(a, b)); });
}

bool read_selection(NativeCall& call, const char* name, std::size_t least, BigInt& n, BigInt& k) {
  if (!expect_count(call, name, least, 2) || !read_big(call, call.positional[0], n)) return false;
  k = n;
  if (call.positional.size() == 2 && !call.positional[1].is_none() && !read_big(call, call.positional[1], k))
    return false;
  if (n >= 0 && k >= 0) return true;
  raise(call, "ValueError", n < 0 ? "n must be a non-negative integer" : "k must be a non-negative integer");
  return false;
}
NativeResult math_comb(NativeCall& call) {
  BigInt n, k;
  if (!read_selection(call, "comb", 2, n, k)) return NativeResult::raised;
  if (k > n) return call.returns(Value::small_int(0));
  if (k > n - k) k = n - k;
  BigInt result = 1;
  for (BigInt at = 0; at < k; ++at) result = result * (n - at) / (at + 1);
  return call.returns(make_int(std::move(result)));
}
NativeResult math_perm(NativeCall& call) {
  BigInt n, k;
  if (!read_selection(call, "perm", 1, n, k)) return NativeResult::raised;
  BigInt result = k > n ? 0 : 1;
  for (BigInt at = 0; at < k && result != 0; ++at) result *= n - at;
  return call.returns(make_int(std::move(result)));
}

bool read_doubles(NativeCall& call, const Value& iterable, std::vector<double>& numbers) {
  std::vector<Value> items;
  const Outcome outcome = collect(call.thread, iterable, items);
  if (outcome != Outcome::ok) {
    if (outcome == Outcome::needs_python)
      raise(call, "TypeError", "'" + type_name(iterable) + "' object is not iterable");
    return false;
  }
  for (const Value& item : items) {
    double number = 0;
    if (!read_double(call, item, number)) return false;
    numbers.push_back(number);
  }
  return true;
}

// The exactly rounded sum: partial sums that do not overlap (J. Shewchuk, "Adaptive Precision Floating-Point
// Arithmetic", 1997).
NativeResult math_fsum(NativeCall& call) {
  std::vector<double> numbers, partials;
  if (!expect_count(call, "fsum", 1, 1) || !read_doubles(call, call.positional[0], numbers))
    return NativeResult::raised;
  for (double x : numbers) {
    std::size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y, low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    partials.push_back(x);
  }
  double sum = 0;
  for (std::size_t at = partials.size(); at-- > 0;) {
    const double before = sum;
    sum = before + partials[at];
    const double low = partials[at] - (sum - before);
    if (low == 0) continue;
    // Half-way cases round by the sign of what is still below.
    if (at > 0 && ((low < 0 && partials[at - 1] < 0) || (low > 0 && partials[at - 1] > 0))) {
      const double twice = low * 2, next = sum + twice;
      if (twice == next - sum) sum = next;
    }
    break;
  }
  return call.returns(make_float(sum));
}

NativeResult math_prod(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "start"};
  std::array<Value, 2> given;
  if (!bind_arguments(call, "prod", kNames, 1, given)) return NativeResult::raised;
  std::vector<Value> items;
  const Outcome outcome = collect(call.thread, given[0], items);
  if (outcome == Outcome::raised) return NativeResult::raised;
  const Value start = given[1].empty() ? Value::small_int(1) : given[1];
  if (outcome == Outcome::needs_python) return in_prelude(call, "product", {given[0], start});
  Value product = start;
  for (const Value& item : items) {
    Value next;
    const Outcome step = binary_operation(call.thread, BinaryOperator::multiply, product, item, next);
    if (step == Outcome::raised) return NativeResult::raised;
    if (step == Outcome::needs_python) return in_prelude(call, "product", {make_list(items), start});
    product = std::move(next);
  }
  return call.returns(std::move(product));
}

NativeResult math_hypot(NativeCall& call) {
  double largest = 0, sum = 0;
  std::vector<double> numbers;
  for (const Value& value : call.positional) {
    double number = 0;
    if (!read_double(call, value, number)) return NativeResult::raised;
    numbers.push_back(std::fabs(number));
    largest = std::max(largest, numbers.back());
  }
  if (numbers.size() == 2) return call.returns(make_float(std::hypot(numbers[0], numbers[1])));
  if (largest == 0 || std::isinf(largest)) return call.returns(make_float(largest));
  for (const double number : numbers) sum += (number / largest) * (number / largest);
  return call.returns(make_float(largest * std::sqrt(sum)));
}

NativeResult math_dist(NativeCall& call) {
  std::vector<double> from, to;
  if (!expect_count(call, "dist", 2, 2) || !read_doubles(call, call.positional[0], from) ||
      !read_doubles(call, call.positional[1], to))
    return NativeResult::raised;
  if (from.size() != to.size())
    return raise(call, "ValueError", "both points must have the same number of dimensions");
  double sum = 0;
  for (std::size_t at = 0; at < from.size(); ++at) sum = std::hypot(sum, from[at] - to[at]);
  return call.returns(make_float(sum));
}

NativeResult math_modf(NativeCall& call) {
  double x = 0, whole = 0;
  if (!expect_count(call, "modf", 1, 1) || !read_double(call, call.positional[0], x))
    return NativeResult::raised;
  const double part = std::modf(x, &whole);
  return call.returns(make_tuple({make_float(part), make_float(whole)}));
}

NativeResult math_frexp(NativeCall& call) {
  double x = 0;
  int exponent = 0;
  if (!expect_count(call, "frexp", 1, 1) || !read_double(call, call.positional[0], x))
    return NativeResult::raised;
  const double part = std::frexp(x, &exponent);
  return call.returns(make_tuple({make_float(part), Value::small_int(exponent)}));
}

NativeResult math_ldexp(NativeCall& call) {
  double x = 0;
  std::int64_t exponent = 0;
  if (!expect_count(call, "ldexp", 2, 2) || !read_double(call, call.positional[0], x) ||
      read_int(call, call.positional[1], exponent))
    return NativeResult::raised;
  const auto power = static_cast<int>(std::clamp<std::int64_t>(exponent, -5000, 5000));
  return checked(call, std::ldexp(x, power), std::isnan(x), std::isinf(x));
}

// Numbers of Python classes, and what only Python code goes through.
bool is_foreign(const Value& value) {
  if (value.is(Kind::instance) || has_overrides(value)) return true;
  if (value.is(Kind::list)) return std::ranges::any_of(value.known<List>()->items, is_foreign);
  if (value.is(Kind::tuple)) return std::ranges::any_of(value.known<Tuple>()->items, is_foreign);
  return value.is(Kind::generator) || value.is(Kind::iterator);
}

// The prelude makes floats and ints of foreign numbers and calls `function` with them.
template <NativeFunctionPointer function, MethodName name>
NativeResult of_any(NativeCall& call) {
  if (!call.keywords.empty() || std::ranges::none_of(call.positional, is_foreign)) return function(call);
  Value plain = Value::adopt(new NativeFunction(name.text, function));
  return in_prelude(call, "math_of_others",
                    {std::move(plain), make_tuple({call.positional.begin(), call.positional.end()})});
}

#define FORKSCOPE_MATH(name)            \
  NativeDefinition {                    \
#name, of_any < math_##name, #name> \
  }
constexpr std::array kFunctions = {
    FORKSCOPE_MATH(sqrt),      FORKSCOPE_MATH(exp),       FORKSCOPE_MATH(expm1),     FORKSCOPE_MATH(sin),
    FORKSCOPE_MATH(cos),       FORKSCOPE_MATH(tan),       FORKSCOPE_MATH(asin),      FORKSCOPE_MATH(acos),
    FORKSCOPE_MATH(atan),      FORKSCOPE_MATH(sinh),      FORKSCOPE_MATH(cosh),      FORKSCOPE_MATH(tanh),
    FORKSCOPE_MATH(asinh),     FORKSCOPE_MATH(acosh),     FORKSCOPE_MATH(atanh),     FORKSCOPE_MATH(log1p),
    FORKSCOPE_MATH(erf),       FORKSCOPE_MATH(erfc),      FORKSCOPE_MATH(fabs),      FORKSCOPE_MATH(cbrt),
    FORKSCOPE_MATH(gamma),     FORKSCOPE_MATH(lgamma),    FORKSCOPE_MATH(degrees),   FORKSCOPE_MATH(radians),
    FORKSCOPE_MATH(pow),       FORKSCOPE_MATH(atan2),     FORKSCOPE_MATH(fmod),      FORKSCOPE_MATH(copysign),
    FORKSCOPE_MATH(log),       FORKSCOPE_MATH(log2),      FORKSCOPE_MATH(log10),     FORKSCOPE_MATH(floor),
    FORKSCOPE_MATH(ceil),      FORKSCOPE_MATH(trunc),     FORKSCOPE_MATH(isnan),     FORKSCOPE_MATH(isinf),
    FORKSCOPE_MATH(isfinite),  FORKSCOPE_MATH(isclose),   FORKSCOPE_MATH(factorial), FORKSCOPE_MATH(isqrt),
    FORKSCOPE_MATH(gcd),       FORKSCOPE_MATH(lcm),       FORKSCOPE_MATH(comb),      FORKSCOPE_MATH(perm),
    FORKSCOPE_MATH(fsum),      FORKSCOPE_MATH(hypot),     FORKSCOPE_MATH(dist),      FORKSCOPE_MATH(modf),
    FORKSCOPE_MATH(frexp),     FORKSCOPE_MATH(ldexp),     FORKSCOPE_MATH(prod),      FORKSCOPE_MATH(exp2),
    FORKSCOPE_MATH(remainder), FORKSCOPE_MATH(nextafter), FORKSCOPE_MATH(ulp)};
#undef FORKSCOPE_MATH

void build(Vm&, Module& module) {
  define_functions(module, kFunctions);
  const auto set = [&module](std::string_view name, double value) {
    module.globals().set(name, make_float(value));
  };
  set("pi", std::numbers::pi);
  set("e", std::numbers::e);
  set("tau", 2 * std::numbers::pi);
  set("inf", std::numeric_limits<double>::infinity());
  set("nan", std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

void register_math_module() {
  register_native_module("math", build);
}

}  // namespace forkscope::vm::modules
