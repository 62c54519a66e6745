// Operators, subscripts, truth and formatting where a special method or the prelude must do the work.
#include <fmt/format.h>

#include <array>

#include "core/vm/operations_parts.h"
#include "core/vm/runner.h"

namespace forkscope::vm {

namespace {

struct OperatorName {
  const char* symbol;
  const char* name;  // without the underscores
};
constexpr std::array<OperatorName, 13> kBinary{{{"+", "add"},
                                                {"-", "sub"},
                                                {"*", "mul"},
                                                {"/", "truediv"},
                                                {"//", "floordiv"},
                                                {"%", "mod"},
                                                {"** or pow()", "pow"},
                                                {"<<", "lshift"},
                                                {">>", "rshift"},
                                                {"&", "and"},
                                                {"|", "or"},
                                                {"^", "xor"},
                                                {"@", "matmul"}}};
constexpr std::array<OperatorName, 6> kCompare{{{"<", "__lt__"},
                                                {"<=", "__le__"},
                                                {"==", "__eq__"},
                                                {"!=", "__ne__"},
                                                {">", "__gt__"},
                                                {">=", "__ge__"}}};

// The comparison that gives the same answer with the operands exchanged.
CompareOperator mirrored(CompareOperator op) {
  switch (op) {
    case CompareOperator::less:
      return CompareOperator::greater;
    case CompareOperator::less_equal:
      return CompareOperator::greater_equal;
    case CompareOperator::greater:
      return CompareOperator::less;
    case CompareOperator::greater_equal:
      return CompareOperator::less_equal;
    default:
      return op;
  }
}

std::string special_name(std::string_view prefix, BinaryOperator op) {
  return fmt::format("__{}{}__", prefix, kBinary[static_cast<std::size_t>(op)].name);
}

// One attempt at an operator: which special method of which operand.
struct Attempt {
  bool of_right = false;
  std::string method;
  bool negate = false;
};

// The state between attempts is a tuple: left, right, operator, number of the next attempt, kind of
// operation.
enum class OperationKind : std::int8_t { binary, in_place, compare };

std::vector<Attempt> attempts(const Vm& vm, const Value& left, const Value& right, OperationKind kind,
                              std::int64_t op) {
  std::vector<Attempt> made;
  const Class* left_type = vm.class_of(left);
  const Class* right_type = vm.class_of(right);
  const bool right_first = left_type != right_type && is_subclass(*right_type, *left_type);
  if (kind == OperationKind::compare) {
    const auto compare_op = static_cast<CompareOperator>(op);
    const Attempt of_left{false, kCompare[static_cast<std::size_t>(op)].name};
    const Attempt of_right{true, kCompare[static_cast<std::size_t>(mirrored(compare_op))].name};
    made = right_first ? std::vector{of_right, of_left} : std::vector{of_left, of_right};
    if (compare_op == CompareOperator::not_equal) {
      made.push_back({false, "__eq__", true});
      made.push_back({true, "__eq__", true});
    }
    return made;
  }
  const auto binary_op = static_cast<BinaryOperator>(op);
  if (kind == OperationKind::in_place) made.push_back({false, special_name("i", binary_op)});
  const Attempt of_left{false, special_name("", binary_op)};
  const Attempt of_right{true, special_name("r", binary_op)};
  if (left_type == right_type) {
    made.push_back(of_left);
  } else if (right_first) {
    made.insert(made.end(), {of_right, of_left});
  } else {
    made.insert(made.end(), {of_left, of_right});
  }
  return made;
}

}  // namespace

const Value* find_user_special(const Vm& vm, const Value& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const Value key = intern(name);
  for (const Class* place : vm.class_of(object)->resolution_order) {
    const Value* found = place->attributes.find_name(key);
    if (found != nullptr) return place->is_native ? nullptr : found;
  }
  return nullptr;
}

// Makes the next attempt; `state` is the tuple described above.
Step Runner::continue_reflect(Value state) {
  auto& items = state.known<Tuple>()->items;
  const Value left = items[0], right = items[1];
  const std::int64_t op = items[2].small();
  const auto kind = static_cast<OperationKind>(items[4].small());
  const std::vector<Attempt> all = attempts(vm, left, right, kind, op);
  for (std::int64_t at = items[3].small(); at < static_cast<std::int64_t>(all.size()); ++at) {
    const Attempt& attempt = all[static_cast<std::size_t>(at)];
    const Value& self = attempt.of_right ? right : left;
    const Value* special = find_user_special(vm, self, attempt.method);
    if (special == nullptr) continue;
    items[3] = Value::small_int(at + 1);
    items[5] = Value::boolean(attempt.negate);
    Value callee = bind(vm, *special, self, vm.class_of(self));
    return call_with(std::move(callee), {attempt.of_right ? left : right}, Continuation::reflect,
                     std::move(state));
  }
  if (kind == OperationKind::compare) {
    const auto compare_op = static_cast<CompareOperator>(op);
    if (compare_op == CompareOperator::equal || compare_op == CompareOperator::not_equal) {
      push(Value::boolean(left.same(right) == (compare_op == CompareOperator::equal)));
      return Step::next;
    }
    return raise("TypeError", fmt::format("'{}' not supported between instances of '{}' and '{}'",
                                          kCompare[static_cast<std::size_t>(op)].symbol, type_name(left),
                                          type_name(right)));
  }
  std::string symbol = kBinary[static_cast<std::size_t>(op)].symbol;
  if (kind == OperationKind::in_place) symbol = (symbol.starts_with("**") ? "**" : symbol) + "=";
  return raise("TypeError", fmt::format("unsupported operand type(s) for {}: '{}' and '{}'", symbol,
                                        type_name(left), type_name(right)));
}

Step Runner::reflect(Value extra, Value value) {
  if (value.is_not_implemented()) return continue_reflect(std::move(extra));
  if (!extra.known<Tuple>()->items[5].is_true()) {
    push(std::move(value));
    return Step::next;
  }
  return truth_of(value, Continuation::not_truth);
}

Step Runner::binary(BinaryOperator op, bool in_place) {
  Value right = pop(), left = pop();
  Value result;
  const Outcome outcome = in_place ? in_place_operation(thread, op, left, right, result)
                                   : binary_operation(thread, op, left, right, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
  if (op == BinaryOperator::modulo && left.is(Kind::string))
    return call_prelude("percent_format", {left, right});
  if (in_place && op == BinaryOperator::add && left.is(Kind::list))
    return call_prelude("extend_list", {left, right});
  const auto kind = in_place ? OperationKind::in_place : OperationKind::binary;
  return continue_reflect(
      make_tuple({left, right, Value::small_int(static_cast<std::int64_t>(op)), Value::small_int(0),
                  Value::small_int(static_cast<std::int64_t>(kind)), Value::boolean(false)}));
}

Step Runner::compare(CompareOperator op) {
  Value right = pop(), left = pop();
  Value result;
  const Outcome outcome = compare_operation(thread, op, left, right, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
  if (op == CompareOperator::in || op == CompareOperator::not_in) {
    const Continuation answer = op == CompareOperator::in ? Continuation::truth : Continuation::not_truth;
    if (const Value* special = find_user_special(vm, right, "__contains__")) {
      return call_with(bind(vm, *special, right, vm.class_of(right)), {left}, answer);
    }
    return call_prelude(table_of(right) != nullptr && has_python_hash(vm, left) ? "table_contains" : "contains_value",
                        {right, left}, answer);
  }
  const auto number = static_cast<std::size_t>(op);
  const auto has_method = [&](const Value& value, CompareOperator which) {
    return find_user_special(vm, value, kCompare[static_cast<std::size_t>(which)].name) != nullptr ||
           (which == CompareOperator::not_equal && find_user_special(vm, value, "__eq__") != nullptr);
  };
  if (!has_method(left, op) && !has_method(right, mirrored(op)) && left.is_object() && right.is_object() &&
      !left.is(Kind::instance) && !right.is(Kind::instance)) {
    return call_prelude("compare_values", {make_string(kCompare[number].symbol), left, right});
  }
  return continue_reflect(make_tuple(
      {left, right, Value::small_int(static_cast<std::int64_t>(op)), Value::small_int(0),
       Value::small_int(static_cast<std::int64_t>(OperationKind::compare)), Value::boolean(false)}));
}

Step Runner::unary(char op) {
  const Value operand = pop();
  Value result;
  const Outcome outcome = unary_operation(thread, op, operand, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
  const char* name = op == '-' ? "__neg__" : op == '+' ? "__pos__" : "__invert__";
  if (const Value* special = find_user_special(vm, operand, name)) {
    return call_with(bind(vm, *special, operand, vm.class_of(operand)), {});
  }
  return raise("TypeError", fmt::format("bad operand type for unary {}: '{}'", op, type_name(operand)));
}

// Calls the __bool__ or __len__ of `value`, for which truth() said needs_python.
Step Runner::truth_of(const Value& value, Continuation continuation) {
  bool is_true = false;
  switch (truth(thread, value, is_true)) {
    case Outcome::raised:
      return Step::raised;
    case Outcome::needs_python:
      break;
    default:
      return complete(continuation, Value(), Value::boolean(is_true));
  }
  for (const char* name : {"__bool__", "__len__"}) {
    if (const Value* special = find_special(vm, value, name)) {
      return call_with(bind(vm, *special, value, vm.class_of(value)), {}, continuation);
    }
  }
  return complete(continuation, Value(), Value::boolean(true));
}

Step Runner::load_subscript() {
  const Value key = pop(), object = pop();
  Value result;
  const Outcome outcome = get_item(thread, object, key, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
  if (const Value* special = find_special(vm, object, "__getitem__");
      special != nullptr && !object.is(Kind::dict)) {
    return call_with(bind(vm, *special, object, vm.class_of(object)), {key});
  }
  if (auto* dict = object.try_as<Dict>()) {
    if (const Value* special = find_user_special(vm, object, "__getitem__")) {
      return call_with(bind(vm, *special, object, vm.class_of(object)), {key});
    }
    if (has_python_hash(vm, key)) return call_prelude("dict_item", {object, key});
    if (const Value* missing = find_special(vm, object, "__missing__");
        missing != nullptr && dict->default_factory.empty()) {
      return call_with(bind(vm, *missing, object, vm.class_of(object)), {key});
    }
    return call_prelude("dict_missing", {object, key, dict->default_factory});
  }
  return raise("TypeError", fmt::format("'{}' object is not subscriptable", type_name(object)));
}

Step Runner::store_subscript() {
  const Value key = pop(), object = pop();
  Value value = pop();
  const Outcome outcome = set_item(thread, object, key, value);
  if (outcome == Outcome::ok) return Step::next;
  if (outcome == Outcome::raised) return Step::raised;
  if (const Value* special = find_special(vm, object, "__setitem__")) {
    return call_with(bind(vm, *special, object, vm.class_of(object)), {key, std::move(value)},
                     Continuation::discard);
  }
  if (object.is(Kind::dict))
    return call_prelude("dict_set_item", {object, key, std::move(value)}, Continuation::discard);
  if (object.is(Kind::list)) {
    // A slice of it takes what an iterable in Python code yields.
    push(std::move(value));
    push(object);
    push(key);
    return call_prelude("store_slice", {top(3), top(2), top(1)}, Continuation::discard);
  }
  return raise("TypeError", fmt::format("'{}' object does not support item assignment", type_name(object)));
}

Step Runner::delete_subscript() {
  const Value key = pop(), object = pop();
  const Outcome outcome = delete_item(thread, object, key);
  if (outcome == Outcome::ok) return Step::next;
  if (outcome == Outcome::raised) return Step::raised;
  if (const Value* special = find_special(vm, object, "__delitem__")) {
    return call_with(bind(vm, *special, object, vm.class_of(object)), {key}, Continuation::discard);
  }
  if (object.is(Kind::dict)) return call_prelude("dict_delete_item", {object, key}, Continuation::discard);
  return raise("TypeError", fmt::format("'{}' object doesn't support item deletion", type_name(object)));
}

Step Runner::finish_format(const Value& text, const Value& spec) {
  std::string formatted;
  if (format(thread, text, spec.known<String>()->text, formatted) != Outcome::ok) return Step::raised;
  push(make_string(formatted));
  return Step::next;
}

Step Runner::format_value(std::uint32_t argument) {
  const Value spec = (argument & 4) != 0 ? pop() : make_string("");
  const Value value = pop();
  const std::uint32_t conversion = argument & 3;
  std::string text;
  if (conversion == 0) {
    const Outcome outcome = format(thread, value, spec.known<String>()->text, text);
    if (outcome == Outcome::raised) return Step::raised;
    if (outcome == Outcome::needs_python) return call_prelude("format_value", {value, spec});
    push(make_string(text));
    return Step::next;
  }
  const Outcome outcome = conversion == 1 ? str(thread, value, text) : repr(thread, value, text);
  if (outcome == Outcome::raised) return Step::raised;
  if (outcome == Outcome::ok && conversion != 3) return finish_format(make_string(text), spec);
  const char* helper = conversion == 1 ? "str_value" : conversion == 2 ? "repr_value" : "ascii_value";
  return call_prelude(helper, {value}, Continuation::format, spec);
}

}  // namespace forkscope::vm
