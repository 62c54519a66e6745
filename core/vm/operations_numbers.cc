// Arithmetic of ints, floats and bools.
#include <cmath>
#include <limits>

#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {
namespace {

using Op = BinaryOperator;

Outcome zero_division(PythonThread& thread, const char* message) {
  raise_in(thread, "ZeroDivisionError", message);
  return Outcome::raised;
}

Outcome overflow(PythonThread& thread, const char* message) {
  raise_in(thread, "OverflowError", message);
  return Outcome::raised;
}

Outcome shift(PythonThread& thread, Op op, const Value& left, const Value& right, Value& result) {
  const BigInt by = to_big(right);
  if (by < 0) {
    raise_in(thread, "ValueError", "negative shift count");
    return Outcome::raised;
  }
  const BigInt number = to_big(left);
  if (op == Op::right_shift) {
    if (by > 1'000'000'000) {
      result = make_int(number < 0 ? -1 : 0);
    } else {
      const auto count = static_cast<unsigned>(by);
      result = make_int(number < 0 ? BigInt(-((-number - 1) >> count) - 1) : BigInt(number >> count));
    }
    return Outcome::ok;
  }
  // How many digits an int of CPython can have is known before memory is asked for.
  static const BigInt kMostDigits = (BigInt(std::numeric_limits<std::int64_t>::max()) - 24) / 4;
  if (number != 0 && by / 30 >= kMostDigits) return overflow(thread, "too many digits in integer");
  if (number != 0 && by > 1'000'000'000) {
    raise_in(thread, "MemoryError", "");
    return Outcome::raised;
  }
  result = make_int(BigInt(number << static_cast<unsigned>(number == 0 ? 0 : by)));
  return Outcome::ok;
}

Outcome int_power(PythonThread& thread, const Value& left, const Value& right, Value& result) {
  const BigInt exponent = to_big(right);
  if (exponent < 0) {
    const auto base = to_double(left), power = to_double(right);
    if (!base || !power) return overflow(thread, "int too large to convert to float");
    if (*base == 0) return zero_division(thread, "0.0 cannot be raised to a negative power");
    result = make_float(std::pow(*base, *power));
    return Outcome::ok;
  }
  const BigInt base = to_big(left);
  if (exponent > 1'000'000'000 && abs(base) > 1) {
    raise_in(thread, "MemoryError", "");
    return Outcome::raised;
  }
  const auto count = abs(base) > 1 ? static_cast<std::uint64_t>(exponent)
                                   : (exponent == 0 ? 0u : ((exponent & 1) != 0 ? 1u : 2u));
  result = make_int(integer_power(base, count));
  return Outcome::ok;
}

Outcome big_arithmetic(PythonThread& thread, Op op, const Value& left, const Value& right, Value& result) {
  const BigInt x = to_big(left), y = to_big(right);
  switch (op) {
    case Op::add:
      result = make_int(BigInt(x + y));
      return Outcome::ok;
    case Op::subtract:
      result = make_int(BigInt(x - y));
      return Outcome::ok;
    case Op::multiply:
      result = make_int(BigInt(x * y));
      return Outcome::ok;
    case Op::bit_and:
      result = make_int(BigInt(x & y));
      return Outcome::ok;
    case Op::bit_or:
      result = make_int(BigInt(x | y));
      return Outcome::ok;
    case Op::bit_xor:
      result = make_int(BigInt(x ^ y));
      return Outcome::ok;
    case Op::floor_divide:
      if (y == 0) return zero_division(thread, "integer division or modulo by zero");
      result = make_int(floor_divide(x, y));
      return Outcome::ok;
    case Op::modulo:
      if (y == 0) return zero_division(thread, "integer modulo by zero");
      result = make_int(floor_modulo(x, y));
      return Outcome::ok;
    case Op::true_divide: {
      if (y == 0) return zero_division(thread, "division by zero");
      const auto quotient = true_divide(x, y);
      if (!quotient) return overflow(thread, "integer division result too large for a float");
      result = make_float(*quotient);
      return Outcome::ok;
    }
    case Op::power:
      return int_power(thread, left, right, result);
    case Op::left_shift:
    case Op::right_shift:
      return shift(thread, op, left, right, result);
    case Op::matrix_multiply:
      break;
  }
  return Outcome::needs_python;
}

// True where the result fits a word and is set.
bool small_arithmetic(Op op, std::int64_t x, std::int64_t y, Value& result) {
  std::int64_t value = 0;
  switch (op) {
    case Op::add:
      value = x + y;
      break;
    case Op::subtract:
      value = x - y;
      break;
    case Op::multiply:
      if (__builtin_mul_overflow(x, y, &value)) return false;
      break;
    case Op::floor_divide:
      if (y == 0) return false;
      value = x / y - ((x % y != 0 && (x % y < 0) != (y < 0)) ? 1 : 0);
      break;
    case Op::modulo:
      if (y == 0) return false;
      value = x % y;
      if (value != 0 && (value < 0) != (y < 0)) value += y;
      break;
    case Op::bit_and:
      value = x & y;
      break;
    case Op::bit_or:
      value = x | y;
      break;
    case Op::bit_xor:
      value = x ^ y;
      break;
    case Op::left_shift:
      if (y < 0 || y > 61 || __builtin_mul_overflow(x, std::int64_t{1} << y, &value)) return false;
      break;
    case Op::right_shift:
      if (y < 0) return false;
      value = y > 62 ? (x < 0 ? -1 : 0) : x >> y;
      break;
    case Op::true_divide: {
      constexpr std::int64_t kExact = std::int64_t{1} << 53;
      if (y == 0 || x > kExact || x < -kExact || y > kExact || y < -kExact) return false;
      result = make_float(static_cast<double>(x) / static_cast<double>(y));
      return true;
    }
    default:
      return false;
  }
  result = make_int(value);
  return true;
}

Outcome float_power(PythonThread& thread, double x, double y, Value& result) {
  if (x == 0 && y < 0 && std::isfinite(y))
    return zero_division(thread, "0.0 cannot be raised to a negative power");
  if (x < 0 && std::isfinite(x) && std::isfinite(y) && y != std::floor(y)) {
    return complex_operation(thread, Op::power, make_complex(x, 0), make_float(y), result);
  }
  const double value = std::pow(x, y);
  if (std::isinf(value) && std::isfinite(x) && std::isfinite(y))
    return overflow(thread, "(34, 'Numerical result out of range')");
  result = make_float(value);
  return Outcome::ok;
}

Outcome float_arithmetic(PythonThread& thread, Op op, double x, double y, Value& result) {
  switch (op) {
    case Op::add:
      result = make_float(x + y);
      return Outcome::ok;
    case Op::subtract:
      result = make_float(x - y);
      return Outcome::ok;
    case Op::multiply:
      result = make_float(x * y);
      return Outcome::ok;
    case Op::true_divide:
      if (y == 0) return zero_division(thread, "float division by zero");
      result = make_float(x / y);
      return Outcome::ok;
    case Op::floor_divide:
      if (y == 0) return zero_division(thread, "float floor division by zero");
      result = make_float(floor_divide(x, y));
      return Outcome::ok;
    case Op::modulo:
      if (y == 0) return zero_division(thread, "float modulo");
      result = make_float(floor_modulo(x, y));
      return Outcome::ok;
    case Op::power:
      return float_power(thread, x, y, result);
    default:
      return Outcome::needs_python;
  }
}

}  // namespace

Outcome number_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                         Value& result) {
  if (left.is(Kind::float_number) || right.is(Kind::float_number)) {
    const auto x = to_double(left), y = to_double(right);
    if (!x || !y) return overflow(thread, "int too large to convert to float");
    return float_arithmetic(thread, op, *x, *y, result);
  }
  if (left.is_bool() && right.is_bool() && (op == Op::bit_and || op == Op::bit_or || op == Op::bit_xor)) {
    const bool x = left.is_true(), y = right.is_true();
    result = Value::boolean(op == Op::bit_and ? x && y : op == Op::bit_or ? x || y : x != y);
    return Outcome::ok;
  }
  if (!left.is(Kind::big_int) && !right.is(Kind::big_int) &&
      small_arithmetic(op, *to_int64(left), *to_int64(right), result)) {
    return Outcome::ok;
  }
  return big_arithmetic(thread, op, left, right, result);
}

Outcome unary_operation(PythonThread& thread, char op, const Value& operand, Value& result) {
  if (is_int(operand)) {
    if (op == '+') {
      result = operand.is_bool() ? make_int(*to_int64(operand)) : operand;
    } else {
      const BigInt number = to_big(operand);
      result = make_int(op == '-' ? BigInt(-number) : BigInt(-number - 1));
    }
    return Outcome::ok;
  }
  if (const auto* number = operand.try_as<Float>(); number != nullptr && op != '~') {
    result = make_float(op == '-' ? -number->value : number->value);
    return Outcome::ok;
  }
  if (const auto* number = operand.try_as<Complex>(); number != nullptr && op != '~') {
    result = op == '-' ? make_complex(-number->real, -number->imaginary) : operand;
    return Outcome::ok;
  }
  if (may_have_special_methods(operand)) return Outcome::needs_python;
  raise_in(thread, "TypeError",
           std::string("bad operand type for unary ") + op + ": '" + type_name(operand) + "'");
  return Outcome::raised;
}

}  // namespace forkscope::vm
