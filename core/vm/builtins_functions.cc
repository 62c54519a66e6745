// The built-in functions about single values: print, len, repr, isinstance, getattr, round ...
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/modules/text_stream.h"
#include "core/vm/native_stack.h"
#include "core/vm/numbers.h"
#include "core/vm/runner.h"
#include "core/vm/special_methods.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

// What print writes to, as sys has it at the moment; empty: it is lost.
Value standard_output(Vm& vm) {
  const Value* sys = vm.modules().table.find("sys");
  Value* found = sys == nullptr ? nullptr : sys->known<Module>()->globals().find("stdout");
  return found == nullptr ? Value() : *found;
}

NativeResult print(NativeCall& call) {
  static constexpr const char* kNames[] = {"sep", "end", "file", "flush"};
  std::array<Value, 4> options;
  const std::span<Value> values = std::exchange(call.positional, {});
  if (!bind_arguments(call, "print", kNames, 0, options)) return NativeResult::raised;
  for (std::size_t at = 0; at < 2; ++at) {
    if (!options[at].empty() && !options[at].is_none() && !options[at].is(Kind::string))
      return raise(call, "TypeError",
                   fmt::format("{} must be None or a string, not {}", kNames[at], type_name(options[at])));
  }
  const auto text_or = [](const Value& value, const char* usual) {
    return value.is(Kind::string) ? value.known<String>()->text : std::string(usual);
  };
  const std::string separator = text_or(options[0], " "), end = text_or(options[1], "\n");
  Value file = options[2].empty() || options[2].is_none() ? standard_output(call.vm) : options[2];
  if (file.empty()) return raise(call, "RuntimeError", "lost sys.stdout");
  if (file.is_none()) return call.returns_none();
  bool flush = false;
  if (!options[3].empty() && truth(call.thread, options[3], flush) != Outcome::ok)
    return NativeResult::raised;
  std::string text;
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (at > 0) text += separator;
    std::string shown;
    const Outcome outcome = str(call.thread, values[at], shown);
    text += shown;
    if (outcome == Outcome::raised) return NativeResult::raised;
    if (outcome == Outcome::needs_python)
      return in_prelude(call, "print_values",
                        {make_list(std::vector<Value>(values.begin(), values.end())), make_string(separator),
                         make_string(end), file, Value::boolean(flush)});
  }
  text += end;
  if (auto* stream = modules::text_stream(file); stream != nullptr)
    return modules::write_text(call, *stream, text, flush, Value::none());
  return in_prelude(call, "print_to", {std::move(file), make_string(text), Value::boolean(flush)});
}

NativeResult input(NativeCall& call) {
  if (!check_count(call, "input", 0, 1)) return NativeResult::raised;
  return in_prelude(call, "read_line", {call.positional.empty() ? make_string("") : call.positional[0]});
}

NativeResult open(NativeCall& call) {
  if (call.positional.empty())
    return raise(call, "TypeError", "open() missing required argument 'file' (pos 1)");
  static constexpr const char* kNames[] = {"file",   "mode",    "buffering", "encoding",
                                           "errors", "newline", "closefd",   "opener"};
  std::array<Value, 8> given;
  if (!bind_arguments(call, "open", kNames, 1, given)) return NativeResult::raised;
  std::vector<Value> arguments(given.begin(), given.end());
  const std::array<Value, 8> usual = {Value(),       make_string("r"), Value::small_int(-1), Value::none(),
                                      Value::none(), Value::none(),    Value::boolean(true), Value::none()};
  for (std::size_t at = 1; at < arguments.size(); ++at)
    if (arguments[at].empty()) arguments[at] = usual[at];
  return in_prelude(call, "open_file", std::move(arguments));
}

// Calls a special method of argument 0; false if its class has none.
bool call_special(NativeCall& call, const char* name, std::vector<Value> arguments) {
  const Value self = call.positional[0];
  const Value* special = find_special(call.vm, self, name);
  if (special == nullptr) return false;
  call.callee = bind(call.vm, *special, self, call.vm.class_of(self));
  call.callee_arguments = std::move(arguments);
  return true;
}

NativeResult len(NativeCall& call) {
  if (!check_count(call, "len()", 1, 1)) return NativeResult::raised;
  std::int64_t size = 0;
  const auto asked = [&] {
    if (!call_special(call, "__len__", {})) return false;
    call.callee_arguments.assign(1, std::move(call.callee));
    call.callee = call.vm.prelude("length_of");
    return true;
  };
  if (call.positional[0].is(Kind::class_object) && asked()) return NativeResult::call;
  const Outcome outcome = length(call.thread, call.positional[0], size);
  if (outcome != Outcome::needs_python) return from_outcome(call, outcome, make_int(size));
  if (asked()) return NativeResult::call;
  return raise(call, "TypeError",
               fmt::format("object of type '{}' has no len()", type_name(call.positional[0])));
}

bool len_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  if (arguments.size() != 1 || !arguments[0].is_object() || has_overrides(arguments[0])) return false;
  const Value& value = arguments[0];
  std::size_t size = 0;
  switch (value.object()->kind) {
    case Kind::list:
      size = value.known<List>()->items.size();
      break;
    case Kind::tuple:
      size = value.known<Tuple>()->items.size();
      break;
    case Kind::string:
      size = value.known<String>()->length;
      break;
    case Kind::dict:
      size = value.known<Dict>()->table.size();
      break;
    default:
      return false;
  }
  result = Value::small_int(static_cast<std::int64_t>(size));
  return true;
}

NativeResult repr_function(NativeCall& call) {
  if (!check_count(call, "repr()", 1, 1)) return NativeResult::raised;
  std::string text;
  const Outcome outcome = repr(call.thread, call.positional[0], text);
  if (outcome == Outcome::needs_python) return in_prelude(call, "repr_value", {call.positional[0]});
  return outcome == Outcome::ok ? call.returns(make_string(text)) : NativeResult::raised;
}

NativeResult ascii(NativeCall& call) {
  if (!check_count(call, "ascii()", 1, 1)) return NativeResult::raised;
  std::string text;
  const Outcome outcome = repr(call.thread, call.positional[0], text);
  if (outcome == Outcome::needs_python) return in_prelude(call, "ascii_value", {call.positional[0]});
  return outcome == Outcome::ok ? call.returns(make_string(to_ascii(text))) : NativeResult::raised;
}

NativeResult format_function(NativeCall& call) {
  if (!check_count(call, "format", 1, 2)) return NativeResult::raised;
  const String* spec = nullptr;
  if (call.positional.size() == 2 &&
      (spec = read_string(call, call.positional[1], "format() argument 2")) == nullptr)
    return NativeResult::raised;
  const std::string spec_text = spec == nullptr ? "" : spec->text;
  std::string text;
  const Outcome outcome = format(call.thread, call.positional[0], spec_text, text);
  if (outcome == Outcome::needs_python)
    return in_prelude(call, "format_value", {call.positional[0], make_string(spec_text)});
  return outcome == Outcome::ok ? call.returns(make_string(text)) : NativeResult::raised;
}

NativeResult abs_function(NativeCall& call) {
  if (!check_count(call, "abs()", 1, 1)) return NativeResult::raised;
  const Value& value = call.positional[0];
  if (is_overridden(call.vm, value, "__abs__") && call_special(call, "__abs__", {}))
    return NativeResult::call;
  if (is_int(value)) return call.returns(make_int(BigInt(abs(to_big(value)))));
  if (const auto* number = value.try_as<Complex>(); number != nullptr) {
    const double size = std::hypot(number->real, number->imaginary);
    const bool is_finite = std::isfinite(number->real) && std::isfinite(number->imaginary);
    if (is_finite && !std::isfinite(size)) return raise(call, "OverflowError", "absolute value too large");
    return call.returns(make_float(size));
  }
  if (const auto* real = value.try_as<Float>(); real != nullptr)
    return call.returns(make_float(std::fabs(real->value)));
  if (call_special(call, "__abs__", {})) return NativeResult::call;
  return raise(call, "TypeError", fmt::format("bad operand type for abs(): '{}'", type_name(value)));
}

// Half to even, at a power of ten of an int.
BigInt round_int(const BigInt& number, std::int64_t digits) {
  if (digits >= 0) return number;
  const BigInt unit = integer_power(BigInt(10), static_cast<std::uint64_t>(-digits));
  BigInt quotient = floor_divide(number, unit);
  const BigInt rest = number - quotient * unit, twice = rest * 2;
  if (twice > unit || (twice == unit && (quotient & 1) != 0)) ++quotient;
  return quotient * unit;
}

// To a multiple of 10 ** digits, half-way to an even one; nothing where that is too large.
std::optional<double> round_before_point(double number, unsigned digits) {
  const double size = std::abs(number), whole = std::trunc(size);
  const BigInt unit = integer_power(10, digits), integer(whole);
  BigInt count = integer / unit;
  const BigInt twice = 2 * (integer % unit);
  if (twice > unit || (twice == unit && (size != whole || (count & 1) != 0))) ++count;
  const auto rounded = parse_float(BigInt(count * unit).str());
  if (!rounded || std::isinf(*rounded)) return std::nullopt;
  return std::copysign(*rounded, number);
}

NativeResult round_function(NativeCall& call) {
  static constexpr const char* kNames[] = {"number", "ndigits"};
  std::array<Value, 2> given;
  if (!bind_arguments(call, "round", kNames, 1, given)) return NativeResult::raised;
  const bool has_digits = !given[1].empty() && !given[1].is_none();
  if (is_overridden(call.vm, given[0], "__round__"))
    return in_prelude(call, "round_value", {given[0], has_digits ? given[1] : Value::none()});
  std::int64_t digits = 0;
  // As CPython: of a float, digits without end are as many as can be counted.
  if (has_digits && given[0].is(Kind::float_number) && given[1].is(Kind::big_int)) {
    digits = clamp_int64(given[1]);
  } else if (has_digits && !read_index(call, given[1], digits)) {
    return NativeResult::raised;
  }
  if (is_int(given[0])) return call.returns(make_int(round_int(to_big(given[0]), has_digits ? digits : 0)));
  const auto* real = given[0].try_as<Float>();
  if (real == nullptr)
    return in_prelude(call, "round_value", {given[0], has_digits ? given[1] : Value::none()});
  const double number = real->value;
  if (!has_digits) {
    if (std::isnan(number)) return raise(call, "ValueError", "cannot convert float NaN to integer");
    if (std::isinf(number)) return raise(call, "OverflowError", "cannot convert float infinity to integer");
    return call.returns(make_int(BigInt(std::nearbyint(number))));
  }
  if (!std::isfinite(number) || digits > 323) return call.returns(make_float(number));
  if (digits < -308) return call.returns(make_float(std::copysign(0.0, number)));
  // Through the decimal text, which is correctly rounded; half-way cases exist only where a double has few
  // enough digits.
  if (digits >= 0) {
    const auto rounded = parse_float(fmt::format("{:.{}f}", number, digits));
    return rounded ? call.returns(make_float(*rounded))
                   : raise(call, "OverflowError", "rounded value too large to represent");
  }
  const auto rounded = round_before_point(number, static_cast<unsigned>(-digits));
  return rounded ? call.returns(make_float(*rounded))
                 : raise(call, "OverflowError", "rounded value too large to represent");
}

NativeResult divmod(NativeCall& call) {
  if (!check_count(call, "divmod", 2, 2)) return NativeResult::raised;
  Value quotient, rest;
  const Value &left = call.positional[0], &right = call.positional[1];
  if (has_overrides(left) || has_overrides(right))
    return in_prelude(call, "quotient_and_rest", {left, right});
  if ((left.is(Kind::float_number) || right.is(Kind::float_number)) && is_number(left) && is_number(right) &&
      to_double(right) == 0.0)
    return raise(call, "ZeroDivisionError", "float divmod()");
  const auto plain = [](const Value& value) {
    return !value.is(Kind::instance) && !value.is(Kind::exception) && !value.is(Kind::native_object);
  };
  if (plain(left) && plain(right) && !(is_number(left) && is_number(right)))
    return raise(call, "TypeError",
                 fmt::format("unsupported operand type(s) for divmod(): '{}' and '{}'", type_name(left),
                             type_name(right)));
  Outcome outcome = binary_operation(call.thread, BinaryOperator::floor_divide, call.positional[0],
                                     call.positional[1], quotient);
  if (outcome == Outcome::ok)
    outcome =
        binary_operation(call.thread, BinaryOperator::modulo, call.positional[0], call.positional[1], rest);
  if (outcome == Outcome::needs_python) return in_prelude(call, "quotient_and_rest", {left, right});
  return outcome == Outcome::ok ? call.returns(make_tuple({std::move(quotient), std::move(rest)}))
                                : NativeResult::raised;
}

NativeResult modular_power(NativeCall& call, BigInt base, BigInt exponent, const BigInt& modulus) {
  if (modulus == 0) return raise(call, "ValueError", "pow() 3rd argument cannot be 0");
  if (exponent < 0) {
    // The inverse by Euclid's extended algorithm.
    BigInt r0 = abs(modulus), r1 = floor_modulo(base, r0), s0 = 0, s1 = 1;
    const BigInt size = r0;
    while (r1 != 0) {
      const BigInt q = r0 / r1, r2 = r0 - q * r1, s2 = s0 - q * s1;
      r0 = r1, r1 = r2, s0 = s1, s1 = s2;
    }
    if (r0 != 1) return raise(call, "ValueError", "base is not invertible for the given modulus");
    base = floor_modulo(s0, size);
    exponent = -exponent;
  }
  BigInt result = 1;
  base = floor_modulo(base, modulus);
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) result = floor_modulo(BigInt(result * base), modulus);
    base = floor_modulo(BigInt(base * base), modulus);
  }
  return call.returns(make_int(floor_modulo(result, modulus)));
}

NativeResult pow_function(NativeCall& call) {
  static constexpr const char* kNames[] = {"base", "exp", "mod"};
  std::array<Value, 3> given;
  if (!bind_arguments(call, "pow", kNames, 2, given)) return NativeResult::raised;
  if (!given[2].empty() && !given[2].is_none()) {
    if (given[0].is(Kind::instance) || has_overrides(given[0]))
      return in_prelude(call, "power_modulo", {given[0], given[1], given[2]});
    if (!is_int(given[0]) || !is_int(given[1]) || !is_int(given[2]))
      return raise(call, "TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
    return modular_power(call, to_big(given[0]), to_big(given[1]), to_big(given[2]));
  }
  Value result;
  const Outcome outcome =
      has_overrides(given[0]) || has_overrides(given[1])
          ? Outcome::needs_python
          : binary_operation(call.thread, BinaryOperator::power, given[0], given[1], result);
  if (outcome == Outcome::needs_python) return in_prelude(call, "power", {given[0], given[1]});
  return from_outcome(call, outcome, std::move(result));
}

// The members of a union like `int | None`; null where `classes` is something else.
const Tuple* union_members(const NativeCall& call, const Value& classes) {
  const auto* instance = classes.try_as<Instance>();
  if (instance == nullptr || !instance->class_value.same(call.vm.prelude("UnionType"))) return nullptr;
  const Value* members = instance->attributes.find_name(intern("__args__"));
  return members == nullptr ? nullptr : members->try_as<Tuple>();
}

// Whether `type` is one of `classes` (a class, a union, or a tuple of them, nested). needs_python: a
// metaclass among them answers with `check`, its __instancecheck__ or __subclasscheck__.
Outcome is_one_of(NativeCall& call, const char* name, const char* check, Class* type, const Value& classes,
                  bool& result) {
  if (const auto* one = classes.try_as<Class>(); one != nullptr) {
    result = is_subclass(*type, *one);
    const bool asks =
        !result && one->metaclass.is(Kind::class_object) && find_special(call.vm, classes, check) != nullptr;
    return asks ? Outcome::needs_python : Outcome::ok;
  }
  if (native_stack_is_short()) {
    raise(call, "RecursionError", fmt::format("maximum recursion depth exceeded in {}", check));
    return Outcome::raised;
  }
  const Tuple* several = union_members(call, classes);
  if (several == nullptr) several = classes.try_as<Tuple>();
  if (several == nullptr) {
    if (find_special(call.vm, classes, check) != nullptr) return Outcome::needs_python;
    raise(call, "TypeError",
          fmt::format("{}() arg 2 must be a {}, or a union", name,
                      std::string_view(name) == "issubclass" ? "class, a tuple of classes"
                                                             : "type, a tuple of types"));
    return Outcome::raised;
  }
  result = false;
  for (const Value& one : several->items) {
    const Outcome outcome = is_one_of(call, name, check, type, one, result);
    if (outcome != Outcome::ok || result) return outcome;
  }
  return Outcome::ok;
}

NativeResult isinstance(NativeCall& call) {
  bool result = false;
  if (!check_count(call, "isinstance", 2, 2)) return NativeResult::raised;
  const Outcome outcome = is_one_of(call, "isinstance", "__instancecheck__",
                                    call.vm.class_of(call.positional[0]), call.positional[1], result);
  if (outcome == Outcome::needs_python)
    return in_prelude(call, "check_classes",
                      {make_string("__instancecheck__"), call.positional[0], call.positional[1]});
  return from_outcome(call, outcome, Value::boolean(result));
}

NativeResult issubclass(NativeCall& call) {
  bool result = false;
  if (!check_count(call, "issubclass", 2, 2)) return NativeResult::raised;
  auto* type = call.positional[0].try_as<Class>();
  if (type == nullptr) return raise(call, "TypeError", "issubclass() arg 1 must be a class");
  const Outcome outcome =
      is_one_of(call, "issubclass", "__subclasscheck__", type, call.positional[1], result);
  if (outcome == Outcome::needs_python)
    return in_prelude(call, "check_classes",
                      {make_string("__subclasscheck__"), call.positional[0], call.positional[1]});
  return from_outcome(call, outcome, Value::boolean(result));
}

NativeResult id(NativeCall& call) {
  if (!check_count(call, "id()", 1, 1)) return NativeResult::raised;
  return call.returns(make_int(static_cast<std::int64_t>(identity_of(call.positional[0]))));
}

NativeResult hash_function(NativeCall& call) {
  if (!check_count(call, "hash()", 1, 1)) return NativeResult::raised;
  std::uint64_t hash = 0;
  const Outcome outcome = hash_as_told(call.thread, call.positional[0], hash);
  if (outcome == Outcome::needs_python) return in_prelude(call, "hash_value", {call.positional[0]});
  return from_outcome(call, outcome, make_int(static_cast<std::int64_t>(hash)));
}

NativeResult callable(NativeCall& call) {
  if (!check_count(call, "callable()", 1, 1)) return NativeResult::raised;
  return call.returns(Value::boolean(is_callable(call.vm, call.positional[0])));
}

bool read_name(NativeCall& call, const char* function) {
  if (call.positional[1].is(Kind::string)) return true;
  raise(call, "TypeError",
        fmt::format("{}attribute name must be string, not '{}'", function, type_name(call.positional[1])));
  return false;
}

NativeResult getattr(NativeCall& call) {
  if (!check_count(call, "getattr", 2, 3) || !read_name(call, "")) return NativeResult::raised;
  Value result;
  std::vector<Value> arguments;
  const Value name = intern(call.positional[1].known<String>()->text);
  switch (get_attribute(call.thread, call.positional[0], name, result, arguments)) {
    case Outcome::ok:
      return call.returns(std::move(result));
    case Outcome::needs_python:
      if (call.positional.size() == 3)
        return in_prelude(call, "getattr_or", {call.positional[0], name, call.positional[2]});
      call.callee = std::move(result);
      call.callee_arguments = std::move(arguments);
      return NativeResult::call;
    default:
      break;
  }
  if (call.positional.size() < 3 || !raised_is(call.thread, "AttributeError")) return NativeResult::raised;
  call.thread.raised = Value();
  return call.returns(call.positional[2]);
}

NativeResult hasattr(NativeCall& call) {
  if (!check_count(call, "hasattr", 2, 2) || !read_name(call, "")) return NativeResult::raised;
  Value result;
  std::vector<Value> arguments;
  const Value name = intern(call.positional[1].known<String>()->text);
  const Outcome outcome = get_attribute(call.thread, call.positional[0], name, result, arguments);
  if (outcome == Outcome::needs_python) return in_prelude(call, "has_attribute", {call.positional[0], name});
  if (outcome == Outcome::ok) return call.returns(Value::boolean(true));
  if (!raised_is(call.thread, "AttributeError")) return NativeResult::raised;
  call.thread.raised = Value();
  return call.returns(Value::boolean(false));
}

NativeResult changed_attribute(NativeCall& call, Outcome outcome, Value callee,
                               std::vector<Value> arguments) {
  if (outcome != Outcome::needs_python) return from_outcome(call, outcome, Value::none());
  call.callee = std::move(callee);
  call.callee_arguments = std::move(arguments);
  return NativeResult::call;
}

NativeResult setattr(NativeCall& call) {
  if (!check_count(call, "setattr", 3, 3) || !read_name(call, "")) return NativeResult::raised;
  Value callee;
  std::vector<Value> arguments;
  const Value name = intern(call.positional[1].known<String>()->text);
  const Outcome outcome =
      set_attribute(call.thread, call.positional[0], name, call.positional[2], callee, arguments);
  return changed_attribute(call, outcome, std::move(callee), std::move(arguments));
}

NativeResult delattr(NativeCall& call) {
  if (!check_count(call, "delattr", 2, 2) || !read_name(call, "")) return NativeResult::raised;
  Value callee;
  std::vector<Value> arguments;
  const Value name = intern(call.positional[1].known<String>()->text);
  const Outcome outcome = delete_attribute(call.thread, call.positional[0], name, callee, arguments);
  return changed_attribute(call, outcome, std::move(callee), std::move(arguments));
}

NativeResult vars(NativeCall& call) {
  if (call.positional.empty()) return local_names(call);
  if (!check_count(call, "vars", 1, 1)) return NativeResult::raised;
  Value result;
  std::vector<Value> arguments;
  const Outcome outcome =
      get_attribute(call.thread, call.positional[0], intern("__dict__"), result, arguments);
  if (outcome == Outcome::ok) return call.returns(std::move(result));
  if (outcome == Outcome::needs_python) return in_prelude(call, "names_of", {call.positional[0]});
  call.thread.raised = Value();
  return raise(call, "TypeError", "vars() argument must have __dict__ attribute");
}

NativeResult globals(NativeCall& call) {
  if (!check_count(call, "globals()", 0, 0)) return NativeResult::raised;
  return call.returns(call.thread.frame->module->shown_names());
}

void add_names(const Table& table, std::vector<std::string>& names) {
  for (const Table::Entry& entry : table.entries())
    if (entry.key.is(Kind::string)) names.push_back(entry.key.known<String>()->text);
}

// What an object or a class has besides what Python code gave it.
void add_built_in_names(const Vm& vm, const Class& type, std::vector<std::string>& names) {
  for (const Class* base : type.resolution_order) {
    add_names(base->attributes, names);
    for (const std::string_view name : built_in_special_names(vm, *base)) names.emplace_back(name);
  }
  names.insert(names.end(), {"__class__", "__doc__", "__new__", "__subclasshook__"});
  if (!type.is_native) names.insert(names.end(), {"__dict__", "__weakref__"});
}

NativeResult sorted_names(NativeCall& call, std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<Value> items;
  for (const std::string& name : names) items.push_back(make_string(name));
  return call.returns(make_list(std::move(items)));
}

NativeResult dir(NativeCall& call) {
  if (!check_count(call, "dir", 0, 1)) return NativeResult::raised;
  if (!call.positional.empty()) {
    const Value& value = call.positional[0];
    return find_user_special(call.vm, value, "__dir__") != nullptr ? in_prelude(call, "own_names", {value})
                                                                   : names_of_value(call);
  }
  if (local_names(call) != NativeResult::value) return NativeResult::raised;
  const auto* variables = call.result.try_as<Dict>();
  if (variables == nullptr) return in_prelude(call, "sorted_keys", {call.result});
  std::vector<std::string> names;
  add_names(variables->table, names);
  return sorted_names(call, std::move(names));
}

NativeResult chr(NativeCall& call) {
  std::int64_t point = 0;
  if (!check_count(call, "chr()", 1, 1)) return NativeResult::raised;
  if (!read_index(call, call.positional[0], point)) return NativeResult::raised;
  if (point < 0 || point > 0x10ffff) return raise(call, "ValueError", "chr() arg not in range(0x110000)");
  std::string text;
  append_code_point(text, static_cast<char32_t>(point));
  return call.returns(make_string(text));
}

NativeResult ord(NativeCall& call) {
  if (!check_count(call, "ord()", 1, 1)) return NativeResult::raised;
  const Value& value = call.positional[0];
  const Buffer* buffer = as_buffer(value);
  std::string_view bytes;
  if ((value.is(Kind::bytes) || (buffer != nullptr && buffer->concatenates())) && view_bytes(value, bytes)) {
    if (bytes.size() == 1) return call.returns(Value::small_int(static_cast<unsigned char>(bytes[0])));
    return raise(call, "TypeError",
                 fmt::format("ord() expected a character, but string of length {} found", bytes.size()));
  }
  const auto* string = value.try_as<String>();
  if (string == nullptr)
    return raise(call, "TypeError",
                 fmt::format("ord() expected string of length 1, but {} found", type_name(value)));
  if (string->length != 1)
    return raise(call, "TypeError",
                 fmt::format("ord() expected a character, but string of length {} found", string->length));
  return call.returns(Value::small_int(decode_at(string->text, 0)));
}

template <int base>
NativeResult in_base(NativeCall& call) {
  constexpr const char* kPrefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
  constexpr const char* kName = base == 2 ? "bin" : base == 8 ? "oct" : "hex";
  if (!check_count(call, fmt::format("{}()", kName).c_str(), 1, 1)) return NativeResult::raised;
  if (!is_int(call.positional[0])) {
    std::int64_t number = 0;
    if (!read_index(call, call.positional[0], number)) return NativeResult::raised;
  }
  std::string text = int_text(call.positional[0], base);
  text.insert(text[0] == '-' ? 1 : 0, kPrefix);
  return call.returns(make_string(text));
}

NativeResult exit_function(NativeCall& call) {
  std::vector<Value> arguments(call.positional.begin(), call.positional.end());
  raise_in(call.thread, make_exception(call.vm.exception_class("SystemExit"), std::move(arguments)));
  return NativeResult::raised;
}

constexpr NativeDefinition kFunctions[] = {{"print", print},
                                           {"input", input},
                                           {"open", open},
                                           {"len", len, len_directly},
                                           {"repr", repr_function},
                                           {"ascii", ascii},
                                           {"format", format_function},
                                           {"abs", abs_function},
                                           {"round", round_function},
                                           {"divmod", divmod},
                                           {"pow", pow_function},
                                           {"isinstance", isinstance},
                                           {"issubclass", issubclass},
                                           {"id", id},
                                           {"hash", hash_function},
                                           {"callable", callable},
                                           {"getattr", getattr},
                                           {"hasattr", hasattr},
                                           {"setattr", setattr},
                                           {"delattr", delattr},
                                           {"vars", vars},
                                           {"globals", globals},
                                           {"dir", dir},
                                           {"chr", chr},
                                           {"ord", ord},
                                           {"bin", in_base<2>},
                                           {"oct", in_base<8>},
                                           {"hex", in_base<16>},
                                           {"exit", exit_function},
                                           {"quit", exit_function}};

}  // namespace

bool is_callable(const Vm& vm, const Value& value) {
  return value.is(Kind::function) || value.is(Kind::native_function) || value.is(Kind::bound_method) ||
         value.is(Kind::class_object) || find_special(vm, value, "__call__") != nullptr;
}

NativeResult names_of_value(NativeCall& call) {
  std::vector<std::string> names;
  const Value& value = call.positional[0];
  if (const auto* module = value.try_as<Module>(); module != nullptr) add_names(module->globals(), names);
  if (const Table* own = value.is(Kind::class_object) ? nullptr : own_attributes(value); own != nullptr)
    add_names(*own, names);
  const Class* type = value.is(Kind::class_object) ? value.known<Class>() : call.vm.class_of(value);
  if (!value.is(Kind::module)) add_built_in_names(call.vm, *type, names);
  return sorted_names(call, std::move(names));
}

void install_functions(Vm& vm) {
  define_functions(vm.builtins(), kFunctions);
  vm.builtins().globals().set("__debug__", Value::boolean(true));
}

}  // namespace forkscope::vm
