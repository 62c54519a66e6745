// Arithmetic, text and formatting of complex numbers, as CPython computes them.
#include <cmath>
#include <limits>

#include "core/vm/format_spec.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {
namespace {

using Op = BinaryOperator;

struct Parts {
  double real = 0, imaginary = 0;
};

// False: it is no number (`is_number`), or an int that no float can hold (OverflowError is set).
bool read_parts(PythonThread& thread, const Value& value, Parts& parts) {
  if (const auto* number = value.try_as<Complex>()) {
    parts = {number->real, number->imaginary};
    return true;
  }
  const auto real = to_double(value);
  if (real)
    parts = {*real, 0};
  else
    raise_in(thread, "OverflowError", "int too large to convert to float");
  return real.has_value();
}

Parts product(const Parts& x, const Parts& y) {
  return {x.real * y.real - x.imaginary * y.imaginary, x.real * y.imaginary + x.imaginary * y.real};
}

// Smith's algorithm: by the larger part of the divisor, so that its square cannot overflow. False: it is
// zero.
bool quotient(const Parts& x, const Parts& y, Parts& result) {
  if (std::fabs(y.real) >= std::fabs(y.imaginary)) {
    if (y.real == 0) return false;
    const double ratio = y.imaginary / y.real, divisor = y.real + y.imaginary * ratio;
    result = {(x.real + x.imaginary * ratio) / divisor, (x.imaginary - x.real * ratio) / divisor};
  } else if (std::fabs(y.imaginary) > std::fabs(y.real)) {
    const double ratio = y.real / y.imaginary, divisor = y.real * ratio + y.imaginary;
    result = {(x.real * ratio + x.imaginary) / divisor, (x.imaginary * ratio - x.real) / divisor};
  } else {
    result = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  }
  return true;
}

Parts whole_power(Parts base, unsigned exponent) {
  Parts result{1, 0};
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) result = product(result, base);
    base = product(base, base);
  }
  return result;
}

constexpr double kLargestWhole = 100;  // exponents up to here by multiplication, which is more exact

Parts polar_power(const Parts& base, const Parts& exponent) {
  const double size = std::hypot(base.real, base.imaginary), angle = std::atan2(base.imaginary, base.real);
  double length = std::pow(size, exponent.real), phase = angle * exponent.real;
  if (exponent.imaginary != 0) {
    length *= std::exp(-angle * exponent.imaginary);
    phase += exponent.imaginary * std::log(size);
  }
  return {length * std::cos(phase), length * std::sin(phase)};
}

Outcome fail(PythonThread& thread, const char* type, const char* message) {
  raise_in(thread, type, message);
  return Outcome::raised;
}

Outcome power(PythonThread& thread, const Parts& base, const Parts& exponent, Parts& result) {
  const bool is_whole = exponent.imaginary == 0 && exponent.real == std::floor(exponent.real) &&
                        std::fabs(exponent.real) <= kLargestWhole;
  const bool is_zero = base.real == 0 && base.imaginary == 0;
  if (is_zero && (exponent.imaginary != 0 || exponent.real < 0))
    return fail(thread, "ZeroDivisionError", "0.0 to a negative or complex power");
  if (is_whole) {
    const Parts raised = whole_power(base, static_cast<unsigned>(std::fabs(exponent.real)));
    result = raised;
    if (exponent.real < 0) quotient({1, 0}, raised, result);
  } else {
    result = is_zero ? Parts{} : polar_power(base, exponent);
  }
  const bool was_finite = std::isfinite(base.real) && std::isfinite(base.imaginary) &&
                          std::isfinite(exponent.real) && std::isfinite(exponent.imaginary);
  if (was_finite && (std::isinf(result.real) || std::isinf(result.imaginary)))
    return fail(thread, "OverflowError", "complex exponentiation");
  return Outcome::ok;
}

std::string part_text(double number) {
  std::string text = float_repr(number);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string signed_text(double number) {
  const std::string text = part_text(number);
  return text.starts_with('-') ? text : "+" + text;
}

bool wrong_format(PythonThread& thread, std::string message) {
  raise_in(thread, "ValueError", std::move(message));
  return false;
}

}  // namespace

Outcome complex_operation(PythonThread& thread, Op op, const Value& left, const Value& right, Value& result) {
  const auto is_operand = [](const Value& value) {
    return is_number(value) || value.is(Kind::complex_number);
  };
  const bool is_known =
      op == Op::add || op == Op::subtract || op == Op::multiply || op == Op::true_divide || op == Op::power;
  if (!is_operand(left) || !is_operand(right) || !is_known) return Outcome::needs_python;
  Parts x, y, made;
  if (!read_parts(thread, left, x) || !read_parts(thread, right, y)) return Outcome::raised;
  if (op == Op::add) {
    made = {x.real + y.real, x.imaginary + y.imaginary};
  } else if (op == Op::subtract) {
    made = {x.real - y.real, x.imaginary - y.imaginary};
  } else if (op == Op::multiply) {
    made = product(x, y);
  } else if (op == Op::true_divide) {
    if (!quotient(x, y, made)) return fail(thread, "ZeroDivisionError", "complex division by zero");
  } else if (const Outcome outcome = power(thread, x, y, made); outcome != Outcome::ok) {
    return outcome;
  }
  result = make_complex(made.real, made.imaginary);
  return Outcome::ok;
}

std::string complex_repr(const Complex& number) {
  if (number.real == 0 && !std::signbit(number.real)) return part_text(number.imaginary) + "j";
  return "(" + part_text(number.real) + signed_text(number.imaginary) + "j)";
}

bool format_complex(PythonThread& thread, const Complex& number, const FormatSpec& spec, std::string& out) {
  if (std::string_view("eEfFgGn").find(spec.type) == std::string_view::npos && spec.type != 0)
    return wrong_format(thread,
                        std::string("Unknown format code '") + spec.type + "' for object of type 'complex'");
  if (spec.zero_pad) return wrong_format(thread, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=')
    return wrong_format(thread, "'=' alignment flag is not allowed in complex format specifier");
  FormatSpec part = spec;
  part.width = -1;
  part.align = 0;
  std::string real, imaginary;
  const bool as_repr = spec.type == 0 && spec.precision < 0;
  if (spec.type == 0 && spec.precision >= 0) part.type = 'g';
  const bool has_real = spec.type != 0 || number.real != 0 || std::signbit(number.real);
  if (!format_float(thread, number.real, part, real)) return false;
  part.sign = has_real ? '+' : spec.sign;
  if (!format_float(thread, number.imaginary, part, imaginary)) return false;
  for (std::string* text : {&real, &imaginary}) {
    if (as_repr && text->ends_with(".0")) text->resize(text->size() - 2);
  }
  std::string whole = imaginary + "j";
  if (has_real) whole = real + whole;
  if (has_real && spec.type == 0) whole = "(" + whole + ")";
  FormatSpec outer;
  outer.fill = spec.fill;
  outer.align = spec.align == 0 ? '>' : spec.align;
  outer.width = spec.width;
  return format_string(thread, whole, outer, out);
}

}  // namespace forkscope::vm
