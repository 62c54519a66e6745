// Operators, subscripts, truth and formatting where a special method or the prelude must do the work.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <new>

#include "core/vm/buffer.h"
#include "core/vm/extended.h"
#include "core/vm/memory_limit.h"
#include "core/vm/operations_parts.h"
#include "core/vm/runner.h"
#include "core/vm/text.h"

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

// Whether the subclass has another method than its base.
bool is_redefined(const Class& base, const Class& subclass, const std::string& method) {
  const Value name = intern(method);
  const Value* of_base = find_in_class(base, name);
  const Value* of_subclass = find_in_class(subclass, name);
  return of_subclass != nullptr && (of_base == nullptr || !of_base->same(*of_subclass));
}

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
      // object's __ne__ turns __eq__ round; built-in kinds have one of their own.
      for (Attempt& attempt : made) {
        const Value& self = attempt.of_right ? right : left;
        if (!has_overrides(self) && find_user_special(vm, self, "__ne__") == nullptr)
          attempt = {attempt.of_right, "__eq__", true};
      }
    }
    return made;
  }
  const auto binary_op = static_cast<BinaryOperator>(op);
  if (kind == OperationKind::in_place) made.push_back({false, special_name("i", binary_op)});
  const Attempt of_left{false, special_name("", binary_op)};
  const Attempt of_right{true, special_name("r", binary_op)};
  if (left_type == right_type) {
    made.push_back(of_left);
  } else if (right_first && is_redefined(*left_type, *right_type, of_right.method)) {
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
  // Values of classes that derive from built-in kinds have the built-in behaviour behind their own.
  if (has_overrides(left) || has_overrides(right)) return built_in_operation(state);
  if (kind == OperationKind::compare) {
    const auto compare_op = static_cast<CompareOperator>(op);
    if (compare_op == CompareOperator::equal || compare_op == CompareOperator::not_equal) {
      push(Value::boolean(left.same(right) == (compare_op == CompareOperator::equal)));
      return Step::next;
    }
    return not_ordered(compare_op, left, right);
  }
  raise_unsupported(thread, static_cast<BinaryOperator>(op), kind == OperationKind::in_place, left, right);
  return Step::raised;
}

Step Runner::not_ordered(CompareOperator op, const Value& left, const Value& right) {
  return raise("TypeError",
               fmt::format("'{}' not supported between instances of '{}' and '{}'",
                           kCompare[static_cast<std::size_t>(op)].symbol, type_name(left), type_name(right)));
}

// Where the operation itself does not know what to do: containers are compared item by item in Python.
Step Runner::built_in_comparison(CompareOperator op, const Value& left, const Value& right) {
  const bool is_equality = op == CompareOperator::equal || op == CompareOperator::not_equal;
  const bool are_sequences = sequence_items(left) != nullptr && left.object()->kind == right.object()->kind;
  const bool are_tables = table_of(left) != nullptr && table_of(right) != nullptr;
  const bool are_dicts = left.is(Kind::dict) && right.is(Kind::dict);
  if (are_sequences ||
      (are_tables && left.is(Kind::dict) == right.is(Kind::dict) && (is_equality || !are_dicts)))
    return call_prelude("compare_values",
                        {make_string(kCompare[static_cast<std::size_t>(op)].symbol), left, right});
  if (!is_equality) return not_ordered(op, left, right);
  push(Value::boolean(left.same(right) == (op == CompareOperator::equal)));
  return Step::next;
}

namespace {

// What += adds may have to be gone through by Python code.
bool is_extended_in_python(BinaryOperator op, const Value& left) {
  return op == BinaryOperator::add && (left.is(Kind::list) || is_native_sequence(left));
}

// What |= puts into a dict may be pairs.
bool takes_pairs(BinaryOperator op, const Value& left, const Value& right) {
  return op == BinaryOperator::bit_or && left.is(Kind::dict) && !right.is(Kind::dict);
}

}  // namespace

Step Runner::built_in_operation(const Value& state) {
  const auto& items = state.known<Tuple>()->items;
  const auto binary_op = static_cast<BinaryOperator>(items[2].small());
  const bool is_compared = static_cast<OperationKind>(items[4].small()) == OperationKind::compare;
  // What is filled into a text shows itself in its own way.
  if (!is_compared && binary_op == BinaryOperator::modulo && items[0].is(Kind::string))
    return call_prelude("percent_format", {make_string(items[0].known<String>()->text), items[1]});
  if (static_cast<OperationKind>(items[4].small()) == OperationKind::in_place &&
      takes_pairs(binary_op, items[0], items[1]))
    return call_prelude("update_dict", {items[0], items[1]});
  Value left = items[0], result;
  const AsBuiltIn plain_left(items[0]), plain_right(items[1]);
  Outcome outcome = Outcome::ok;
  switch (static_cast<OperationKind>(items[4].small())) {
    case OperationKind::compare:
      outcome =
          compare_operation(thread, static_cast<CompareOperator>(items[2].small()), left, items[1], result);
      break;
    case OperationKind::in_place:
      outcome = in_place_operation(thread, binary_op, left, items[1], result);
      break;
    case OperationKind::binary:
      outcome = binary_operation(thread, binary_op, left, items[1], result);
      break;
  }
  if (outcome == Outcome::raised) return Step::raised;
  if (outcome != Outcome::ok) {
    const auto kind = static_cast<OperationKind>(items[4].small());
    if (kind == OperationKind::compare)
      return built_in_comparison(static_cast<CompareOperator>(items[2].small()), items[0], items[1]);
    if (kind == OperationKind::in_place && is_extended_in_python(binary_op, left))
      return call_prelude("extend_list", {left, items[1]});
    raise_unsupported(thread, binary_op, kind == OperationKind::in_place, items[0], items[1]);
    return Step::raised;
  }
  push(std::move(result));
  return Step::next;
}

namespace {

Value operation_state(const Value& left, const Value& right, std::int64_t op, OperationKind kind) {
  return make_tuple({left, right, Value::small_int(op), Value::small_int(0),
                     Value::small_int(static_cast<std::int64_t>(kind)), Value::boolean(false)});
}

// The operations of sets on a view of keys or items and any iterable.
bool combines_views(BinaryOperator op, const Value& left, const Value& right) {
  const bool is_set_operation = op == BinaryOperator::bit_and || op == BinaryOperator::bit_or ||
                                op == BinaryOperator::bit_xor || op == BinaryOperator::subtract;
  return is_set_operation && (is_view_of_set(left) || is_view_of_set(right));
}

// A sequence times an instance that stands for a number.
bool repeats(const Vm& vm, const Value& sequence, const Value& count) {
  const bool is_sequence = sequence.is(Kind::list) || sequence.is(Kind::tuple) || sequence.is(Kind::string) ||
                           sequence.is(Kind::bytes);
  return is_sequence && find_user_special(vm, count, "__index__") != nullptr &&
         find_user_special(vm, count, "__mul__") == nullptr &&
         find_user_special(vm, count, "__rmul__") == nullptr;
}

}  // namespace

Step Runner::reflect(Value extra, Value value) {
  if (value.is_not_implemented()) return continue_reflect(std::move(extra));
  if (!extra.known<Tuple>()->items[5].is_true()) {
    push(std::move(value));
    return Step::next;
  }
  return truth_of(value, Continuation::not_truth);
}

Step Runner::binary(BinaryOperator op, bool in_place) {
  try {
    const MemoryGuard guard;
    return plain_binary(op, in_place);
  } catch (const std::bad_alloc&) {
    raise_in(thread, make_exception(vm.exception_class("MemoryError"), {}));
    return Step::raised;
  }
}

Step Runner::plain_binary(BinaryOperator op, bool in_place) {
  Value right = pop(), left = pop();
  Value result;
  const auto kind = in_place ? OperationKind::in_place : OperationKind::binary;
  if (has_overrides(left) || has_overrides(right)) {
    return continue_reflect(operation_state(left, right, static_cast<std::int64_t>(op), kind));
  }
  if (op == BinaryOperator::bit_or && (left.is(Kind::class_object) || right.is(Kind::class_object))) {
    const auto is_type = [](const Value& value) { return value.is(Kind::class_object) || value.is_none(); };
    const bool has_operator = find_user_special(vm, left, "__or__") != nullptr ||
                              find_user_special(vm, right, "__ror__") != nullptr;
    if (is_type(left) && is_type(right) && !has_operator) return call_prelude("union_type", {left, right});
  }
  if (combines_views(op, left, right)) {
    Value symbol = make_string(kBinary[static_cast<std::size_t>(op)].symbol);
    return call_prelude("combine_views", {std::move(symbol), left, right});
  }
  if (in_place && takes_pairs(op, left, right)) return call_prelude("update_dict", {left, right});
  const Outcome outcome = in_place ? in_place_operation(thread, op, left, right, result)
                                   : binary_operation(thread, op, left, right, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
  if (op == BinaryOperator::modulo && left.is(Kind::string))
    return call_prelude("percent_format", {left, right});
  if (in_place && is_extended_in_python(op, left)) return call_prelude("extend_list", {left, right});
  if (merges_tables(vm, op, left, right)) {
    Value symbol = make_string(kBinary[static_cast<std::size_t>(op)].symbol);
    return call_prelude("merge_tables", {std::move(symbol), left, right, Value::boolean(in_place)});
  }
  if (op == BinaryOperator::multiply && repeats(vm, left, right))
    return call_prelude("repeat_by_index", {left, right});
  if (op == BinaryOperator::multiply && repeats(vm, right, left))
    return call_prelude("repeat_by_index", {right, left});
  return continue_reflect(operation_state(left, right, static_cast<std::int64_t>(op), kind));
}

Step Runner::compare(CompareOperator op) {
  Value right = pop(), left = pop();
  Value result;
  const bool is_membership = op == CompareOperator::in || op == CompareOperator::not_in;
  const bool is_identity = op == CompareOperator::is || op == CompareOperator::is_not;
  if (!is_membership && !is_identity && (has_overrides(left) || has_overrides(right))) {
    return continue_reflect(
        operation_state(left, right, static_cast<std::int64_t>(op), OperationKind::compare));
  }
  const Outcome outcome = compare_operation(thread, op, left, right, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
  if (is_membership) {
    const Value sought = is_set(right) && is_plain_set(thread, left) ? frozen_copy(left) : left;
    const Continuation answer = op == CompareOperator::in ? Continuation::truth : Continuation::not_truth;
    if (const Value* special = find_user_special(vm, right, "__contains__")) {
      return call_with(bind(vm, *special, right, vm.class_of(right)), {left}, answer);
    }
    const char* work = is_looked_up_in_python(thread, right, sought) ? "table_contains" : "contains_value";
    return call_prelude(work, {right, sought}, answer);
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
  return continue_reflect(
      operation_state(left, right, static_cast<std::int64_t>(op), OperationKind::compare));
}

Step Runner::unary(char op) {
  const Value operand = pop();
  Value result;
  const char* name = op == '-' ? "__neg__" : op == '+' ? "__pos__" : "__invert__";
  const Outcome outcome =
      is_overridden(vm, operand, name) ? Outcome::needs_python : unary_operation(thread, op, operand, result);
  if (outcome == Outcome::ok) {
    push(std::move(result));
    return Step::next;
  }
  if (outcome == Outcome::raised) return Step::raised;
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
  if (const Value* special = find_special(vm, value, "__bool__")) {
    Value answer = bind(vm, *special, value, vm.class_of(value));
    if (continuation == Continuation::redo_truth) return call_with(std::move(answer), {}, continuation);
    return call_prelude("truth_said", {std::move(answer)}, continuation);
  }
  if (const Value* special = find_special(vm, value, "__len__"))
    return call_prelude("truth_of_length", {bind(vm, *special, value, vm.class_of(value))}, continuation);
  return complete(continuation, Value(), Value::boolean(true));
}

// Class[item]: what the metaclass or the class says, or a types.GenericAlias.
Step Runner::load_class_item(const Value& object, const Value& key) {
  if (const Value* special = find_user_special(vm, object, "__getitem__")) {
    return call_with(bind(vm, *special, object, vm.class_of(object)), {key});
  }
  auto& type = *object.known<Class>();
  static const Value name = intern("__class_getitem__");
  if (const Value* special = find_in_class(type, name))
    return call_with(bind(vm, *special, object, &type), {key});
  static constexpr std::string_view kGeneric[] = {"list",      "dict", "tuple",    "set",
                                                  "frozenset", "type", "enumerate"};
  const bool is_plain = type.is_native && type.module == "builtins" &&
                        std::ranges::find(kGeneric, type.name) == std::end(kGeneric);
  const Value* module = vm.modules().table.find(type.module);
  const bool is_program =
      module != nullptr && module->is(Kind::module) && module->known<Module>()->is_program;
  if (is_plain || (!type.is_native && is_program)) {
    return raise("TypeError", fmt::format("type '{}' is not subscriptable", type.name));
  }
  return call_prelude("generic_alias", {object, key});
}

namespace {

// Whether the key of a sequence is, or has in it, an instance that stands for an int.
bool is_asked_for_index(const Vm& vm, const Value& object, const Value& key) {
  if (object.is(Kind::instance) || object.is(Kind::dict)) return false;
  if (key.is(Kind::instance))
    return (object.is(Kind::list) || as_buffer(object) != nullptr || is_native_sequence(object)) &&
           !has_overrides(object) && find_user_special(vm, key, "__index__") != nullptr;
  const auto* slice = key.try_as<Slice>();
  return slice != nullptr && (slice->start.is(Kind::instance) || slice->stop.is(Kind::instance) ||
                              slice->step.is(Kind::instance));
}

}  // namespace

Step Runner::load_subscript() {
  const Value key = pop(), object = pop();
  Value result;
  if (object.is(Kind::class_object)) return load_class_item(object, key);
  if (is_asked_for_index(vm, object, key)) return call_prelude("subscript_by_index", {object, key});
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
  if (object.is(Kind::list) || object.is(Kind::tuple) || object.is(Kind::string) || object.is(Kind::bytes) ||
      object.is(Kind::range)) {
    return call_prelude("subscript_by_index", {object, key});
  }
  if (auto* dict = object.try_as<Dict>()) {
    if (const Value* special = find_user_special(vm, object, "__getitem__")) {
      return call_with(bind(vm, *special, object, vm.class_of(object)), {key});
    }
    if (is_looked_up_in_python(thread, object, key)) return call_prelude("dict_item", {object, key});
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
  if (is_asked_for_index(vm, object, key))
    return call_prelude("store_by_index", {object, key, std::move(value)}, Continuation::discard);
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
  if (is_asked_for_index(vm, object, key))
    return call_prelude("delete_by_index", {object, key}, Continuation::discard);
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
  // Texts and ints as they are: the commonest, and worth no text of the specification.
  if (argument == 0 && top().is_small_int()) {
    top() = small_int_text(top().small());
    return Step::next;
  }
  if (argument <= 1 && top().is(Kind::string) && (top().object()->flags & kExtended) == 0) return Step::next;
  static const Value no_spec = intern("");
  const Value spec = (argument & 4) != 0 ? pop() : no_spec;
  const Value value = pop();
  const std::uint32_t conversion = argument & 3;
  std::string text;
  if (conversion == 0) {
    const Outcome outcome = format(thread, value, spec.known<String>()->text, text);
    if (outcome == Outcome::raised) return Step::raised;
    if (outcome == Outcome::needs_python) return call_prelude("format_value", {value, spec});
    push(Value::adopt(new String(std::move(text))));
    return Step::next;
  }
  const Outcome outcome = conversion == 1 ? str(thread, value, text) : repr(thread, value, text);
  if (outcome == Outcome::raised) return Step::raised;
  if (outcome == Outcome::ok && conversion != 3) return finish_format(make_string(text), spec);
  const char* helper = conversion == 1 ? "str_value" : conversion == 2 ? "repr_value" : "ascii_value";
  return call_prelude(helper, {value}, Continuation::format, spec);
}

}  // namespace forkscope::vm
