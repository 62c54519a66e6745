// complex: constructor and methods.
#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "core/vm/attributes.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/numbers.h"

namespace forkscope::vm {

namespace {

std::string_view stripped(std::string_view text) {
  static constexpr std::string_view kBlanks = " \t\n\r\f\v";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// Where the sign of the imaginary part is: the last one that is no exponent's; 0 where there is one part
// only.
std::size_t second_sign(std::string_view text) {
  for (std::size_t at = text.size(); at-- > 1;) {
    const bool is_sign = text[at] == '+' || text[at] == '-';
    if (is_sign && (text[at - 1] | 0x20) != 'e') return at;
  }
  return 0;
}

// "j", "+j" and "-j" are one of it.
std::optional<double> imaginary_part(std::string_view text) {
  if (text.empty() || text == "+") return 1.0;
  if (text == "-") return -1.0;
  if (text.find_first_of(" \t\n\r\f\v") != std::string_view::npos) return std::nullopt;
  return parse_float(text);
}

// As the text of a complex literal, with brackets or without; false: it is none.
bool parse_complex(std::string_view text, double& real, double& imaginary) {
  text = stripped(text);
  if (text.size() > 1 && text.front() == '(' && text.back() == ')')
    text = stripped(text.substr(1, text.size() - 2));
  real = imaginary = 0;
  if (text.empty()) return false;
  if (text.back() != 'j' && text.back() != 'J') {
    const auto number = parse_float(text);
    real = number.value_or(0);
    return number.has_value();
  }
  text.remove_suffix(1);
  const std::size_t at = second_sign(text);
  if (at != 0) {
    const auto first = parse_float(text.substr(0, at));
    if (!first || stripped(text.substr(0, at)).size() != at) return false;
    real = *first;
    text.remove_prefix(at);
  }
  const auto second = imaginary_part(text);
  imaginary = second.value_or(0);
  return second.has_value();
}

bool is_operand(const Value& value) {
  return is_number(value) || value.is(Kind::complex_number);
}

// The value of an instance's special method has to be fetched by Python code.
bool is_convertible(const Vm& vm, const Value& value) {
  return find_special(vm, value, "__complex__") != nullptr ||
         find_special(vm, value, "__float__") != nullptr || find_special(vm, value, "__index__") != nullptr;
}

NativeResult construct(NativeCall& call) {
  static constexpr const char* kNames[] = {"real", "imag"};
  std::array<Value, 2> given;
  const std::span<Value> all = call.positional;
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "complex", kNames, 0, given)) return NativeResult::raised;
  call.positional = all;
  const Value zero = make_complex(0, 0);
  if (given[0].is(Kind::complex_number) && given[1].empty()) return call.returns(given[0]);
  if (const auto* text = given[0].try_as<String>()) {
    if (!given[1].empty())
      return raise(call, "TypeError", "complex() can't take second arg if first is a string");
    double real = 0, imaginary = 0;
    if (!parse_complex(text->text, real, imaginary))
      return raise(call, "ValueError", "complex() arg is a malformed string");
    return call.returns(make_complex(real, imaginary));
  }
  if (given[1].is(Kind::string)) return raise(call, "TypeError", "complex() second arg can't be a string");
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].empty() || is_operand(given[i])) continue;
    if (is_convertible(call.vm, given[i]))
      return in_prelude(call, "complex_of",
                        {given[0].empty() ? zero : given[0], given[1].empty() ? zero : given[1]});
    return raise(
        call, "TypeError",
        i == 0 ? fmt::format("complex() first argument must be a string or a number, not '{}'",
                             type_name(given[0]))
               : fmt::format("complex() second argument must be a number, not '{}'", type_name(given[1])));
  }
  // real + imag * 1j, part by part: a product would turn infinities into NaN.
  double parts[2][2] = {};
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].empty()) continue;
    const auto* number = given[i].try_as<Complex>();
    const auto real = number != nullptr ? std::optional(number->real) : to_double(given[i]);
    if (!real) return raise(call, "OverflowError", "int too large to convert to float");
    parts[i][0] = *real;
    parts[i][1] = number != nullptr ? number->imaginary : 0;
  }
  const bool has_second_imaginary = given[1].is(Kind::complex_number);
  const double real = has_second_imaginary ? parts[0][0] - parts[1][1] : parts[0][0];
  const double imaginary = given[0].is(Kind::complex_number) ? parts[0][1] + parts[1][0] : parts[1][0];
  return call.returns(make_complex(real, imaginary));
}

NativeResult conjugate(NativeCall& call) {
  if (!check_count(call, "complex.conjugate", 1, 1)) return NativeResult::raised;
  const auto& self = *call.positional[0].known<Complex>();
  return call.returns(make_complex(self.real, -self.imaginary));
}
NativeResult real_part(NativeCall& call) {
  return call.returns(make_float(call.positional[0].known<Complex>()->real));
}
NativeResult imaginary_of(NativeCall& call) {
  return call.returns(make_float(call.positional[0].known<Complex>()->imaginary));
}

template <MethodName name, NativeFunctionPointer getter>
void add_part(Class& type) {
  auto* property = new Property();
  property->getter =
      Value::adopt(new NativeFunction(name.text, with_self<name, Kind::complex_number, getter>));
  type.attributes.set(name.text, Value::adopt(property));
}

constexpr NativeDefinition kMethods[] = {method<"conjugate", Kind::complex_number, conjugate>()};

}  // namespace

void install_complex_type(Vm& vm) {
  Class* type = vm.class_of_kind(Kind::complex_number);
  type->construct = construct;
  define_methods(*type, kMethods);
  add_part<"real", real_part>(*type);
  add_part<"imag", imaginary_of>(*type);
}

}  // namespace forkscope::vm
