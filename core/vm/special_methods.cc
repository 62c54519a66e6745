#include "core/vm/special_methods.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <span>

#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/modules/object_sizes.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/operations_parts.h"
#include "core/vm/set_order.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

using Pointer = NativeFunctionPointer;

bool has_arguments(NativeCall& call, std::size_t count) {
  if (call.positional.size() == count + 1) return true;
  const std::size_t given = call.positional.empty() ? 0 : call.positional.size() - 1;
  raise(call, "TypeError",
        fmt::format("expected {} argument{}, got {}", count, count == 1 ? "" : "s", given));
  return false;
}

bool is_asked_of_number(NativeCall& call, std::size_t count) {
  if (!has_arguments(call, count)) return false;
  if (is_number(call.positional[0])) return true;
  raise(call, "TypeError", "this needs a number, not '" + type_name(call.positional[0]) + "'");
  return false;
}

NativeResult built_in_result(NativeCall& call, Outcome outcome, Value result) {
  if (outcome == Outcome::ok) return call.returns(std::move(result));
  if (outcome == Outcome::raised) return NativeResult::raised;
  return raise(call, "TypeError", "this needs an object of a built-in type");
}

Value plain_number(const Value& number) {
  const auto* real = number.try_as<Float>();
  return real != nullptr ? make_float(real->value) : make_int(to_big(number));
}

// What the built-in function gives for the number, whatever its class is.
NativeResult in_builtin(NativeCall& call, const char* name, std::vector<Value> arguments) {
  call.callee = *call.vm.builtins().globals().find(name);
  call.callee_arguments = std::move(arguments);
  return NativeResult::call;
}

template <BinaryOperator op, bool reflected>
NativeResult binary(NativeCall& call) {
  if (op == BinaryOperator::power && !reflected && call.positional.size() == 3 && is_int(call.positional[0]))
    return in_builtin(call, "pow",
                      {plain_number(call.positional[0]), call.positional[1], call.positional[2]});
  if (!has_arguments(call, 1)) return NativeResult::raised;
  const Value& self = call.positional[0];
  const Value& other = call.positional[1];
  if (is_number(self) && (!is_number(other) || (is_int(self) && !is_int(other))))
    return call.returns(Value::not_implemented());
  const bool is_dict = self.is(Kind::dict);
  if ((is_dict || is_set(self)) && (is_dict ? !other.is(Kind::dict) : !is_set(other)))
    return call.returns(Value::not_implemented());
  const AsBuiltIn plain(self), plain_other(other);
  Value result;
  const Outcome outcome = reflected ? binary_operation(call.thread, op, other, self, result)
                                    : binary_operation(call.thread, op, self, other, result);
  if (outcome == Outcome::needs_python) {
    if (op == BinaryOperator::multiply && !is_number(self) && asks_for_index(call, other))
      return NativeResult::raised;
    return call.returns(Value::not_implemented());
  }
  return built_in_result(call, outcome, std::move(result));
}

// `self += other` and the like, as super().__iadd__ asks for it.
template <BinaryOperator op>
NativeResult change(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  Value self = call.positional[0], result;
  const Value other = call.positional[1];
  const AsBuiltIn plain(self), plain_other(other);
  const Outcome outcome = in_place_operation(call.thread, op, self, other, result);
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (outcome == Outcome::needs_python && op == BinaryOperator::add &&
      !collect_argument(call, change<op>, 1, items, next))
    return next;
  if (outcome == Outcome::needs_python && op == BinaryOperator::multiply && asks_for_index(call, other))
    return NativeResult::raised;
  return built_in_result(call, outcome, std::move(result));
}

template <CompareOperator op>
NativeResult compare(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  const Value self = call.positional[0], other = call.positional[1];
  const bool is_equality = op == CompareOperator::equal || op == CompareOperator::not_equal;
  const bool same_kind = (is_number(self) && is_number(other) && (!is_int(self) || is_int(other))) ||
                         (is_set(self) && is_set(other)) ||
                         (self.is_object() && other.is(self.object()->kind));
  if (op == CompareOperator::not_equal && find_user_special(call.thread.vm, self, "__eq__") != nullptr)
    return in_prelude(call, "unequal", {self, other});
  if (self.is(Kind::instance) || self.is(Kind::exception) || !same_kind) {
    if (!is_equality || !self.same(other)) return call.returns(Value::not_implemented());
    return call.returns(Value::boolean(op == CompareOperator::equal));
  }
  Value result;
  const AsBuiltIn plain(self), plain_other(other);
  const Outcome outcome = compare_operation(call.thread, op, self, other, result);
  if (outcome == Outcome::needs_python && op == CompareOperator::equal)
    return in_prelude(call, "equal_containers", {self, other});
  return built_in_result(call, outcome, std::move(result));
}

template <char op>
NativeResult unary(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  Value result;
  const Outcome outcome = unary_operation(call.thread, op, call.positional[0], result);
  return built_in_result(call, outcome, std::move(result));
}

NativeResult length_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  std::int64_t size = 0;
  const Outcome outcome = length(call.thread, call.positional[0], size);
  return built_in_result(call, outcome, make_int(size));
}

NativeResult truth_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  bool is_true = false;
  const Outcome outcome = truth(call.thread, call.positional[0], is_true);
  return built_in_result(call, outcome, Value::boolean(is_true));
}

NativeResult iterator_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  Value iterator;
  const Outcome outcome = iterate(call.thread, call.positional[0], iterator);
  return built_in_result(call, outcome, std::move(iterator));
}

NativeResult contains_item(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  bool result = false;
  const Outcome outcome = contains(call.thread, call.positional[0], call.positional[1], result);
  if (outcome == Outcome::needs_python) {
    const bool in_table = is_looked_up_in_python(call.thread, call.positional[0], call.positional[1]);
    return in_prelude(call, in_table ? "table_contains" : "built_in_contains",
                      {call.positional[0], call.positional[1]});
  }
  return built_in_result(call, outcome, Value::boolean(result));
}

NativeResult item_at(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  const Value self = call.positional[0], key = call.positional[1];
  if (!self.is(Kind::dict) && asks_for_index(call, key)) return NativeResult::raised;
  Value result;
  Outcome outcome = Outcome::ok;
  {
    const AsBuiltIn plain(self);
    outcome = get_item(call.thread, self, key, result);
  }
  // __missing__ is asked by dict.__getitem__ too.
  if (outcome == Outcome::raised && self.is(Kind::dict) && raised_is(call.thread, "KeyError") &&
      is_overridden(call.vm, self, "__missing__")) {
    call.thread.raised = Value();
    return in_prelude(call, "missing_item", {self, key});
  }
  if (outcome == Outcome::needs_python && self.is(Kind::dict))
    return in_prelude(call, "dict_item", {self, key});
  return built_in_result(call, outcome, std::move(result));
}

NativeResult put_item(NativeCall& call) {
  if (!has_arguments(call, 2)) return NativeResult::raised;
  if (!call.positional[0].is(Kind::dict) && asks_for_index(call, call.positional[1]))
    return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  const Outcome outcome = set_item(call.thread, call.positional[0], call.positional[1], call.positional[2]);
  if (outcome == Outcome::needs_python && call.positional[0].is(Kind::dict)) {
    return in_prelude(call, "dict_set_item", {call.positional[0], call.positional[1], call.positional[2]});
  }
  return built_in_result(call, outcome, Value::none());
}

NativeResult remove_item(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  if (!call.positional[0].is(Kind::dict) && asks_for_index(call, call.positional[1]))
    return NativeResult::raised;
  const AsBuiltIn plain(call.positional[0]);
  const Outcome outcome = delete_item(call.thread, call.positional[0], call.positional[1]);
  if (outcome == Outcome::needs_python && call.positional[0].is(Kind::dict))
    return in_prelude(call, "dict_delete_item", {call.positional[0], call.positional[1]});
  return built_in_result(call, outcome, Value::none());
}

NativeResult hash_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const Value& self = call.positional[0];
  if (self.is(Kind::instance) || self.is(Kind::exception))
    return call.returns(make_int(static_cast<std::int64_t>(identity_of(self) >> 4)));
  const AsBuiltIn plain(self);
  std::uint64_t hash = 0;
  const Outcome outcome = hash_as_told(call.thread, self, hash);
  if (outcome == Outcome::needs_python && self.is(Kind::tuple)) return in_prelude(call, "hash_tuple", {self});
  return built_in_result(call, outcome, make_int(static_cast<std::int64_t>(hash)));
}

NativeResult repr_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const Value self = call.positional[0];
  if (self.is(Kind::instance)) return in_prelude(call, "default_repr", {self});
  const AsBuiltIn plain(self);
  std::string text;
  const Outcome outcome = self.is(Kind::exception) ? Outcome::needs_python : repr(call.thread, self, text);
  if (outcome == Outcome::needs_python) return in_prelude(call, "built_in_repr", {self});
  return built_in_result(call, outcome, make_string(text));
}

// Of object: the repr, whoever defines it.
NativeResult object_str(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  return in_prelude(call, "repr_of", {call.positional[0]});
}

NativeResult text_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  const Value self = call.positional[0];
  const AsBuiltIn plain(self);
  std::string text;
  Outcome outcome = Outcome::ok;
  if (const auto* exception = self.try_as<Exception>()) {
    outcome = exception_text(call.thread, *exception, text);
    if (outcome == Outcome::needs_python) return in_prelude(call, "exception_text", {self});
  } else {
    outcome = str(call.thread, self, text);
  }
  return built_in_result(call, outcome, make_string(text));
}

NativeResult format_of(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  const Value self = call.positional[0], spec = call.positional[1];
  if (!spec.is(Kind::string)) return raise(call, "TypeError", "__format__() argument must be str");
  if (self.is(Kind::instance) || self.is(Kind::exception)) {
    if (spec.known<String>()->text.empty()) return in_prelude(call, "str_value", {self});
    return raise(call, "TypeError", "unsupported format string passed to " + type_name(self) + ".__format__");
  }
  const AsBuiltIn plain(self);
  std::string text;
  const Outcome outcome = format(call.thread, self, spec.known<String>()->text, text);
  return built_in_result(call, outcome, make_string(text));
}

double as_it_is(double value) {
  return value;
}

// The int next to a number in one direction.
template <double (*round)(double)>
NativeResult int_of(NativeCall& call) {
  if (!is_asked_of_number(call, 0)) return NativeResult::raised;
  const Value& self = call.positional[0];
  const auto* real = self.try_as<Float>();
  if (real == nullptr) return call.returns(make_int(to_big(self)));
  if (std::isnan(real->value)) return raise(call, "ValueError", "cannot convert float NaN to integer");
  if (std::isinf(real->value))
    return raise(call, "OverflowError", "cannot convert float infinity to integer");
  return call.returns(make_int(BigInt(round(real->value))));
}

NativeResult absolute_of(NativeCall& call) {
  if (!is_asked_of_number(call, 0)) return NativeResult::raised;
  return in_builtin(call, "abs", {plain_number(call.positional[0])});
}

NativeResult rounded(NativeCall& call) {
  if (!is_asked_of_number(call, call.positional.size() == 2 ? 1 : 0)) return NativeResult::raised;
  std::vector<Value> arguments{plain_number(call.positional[0])};
  if (call.positional.size() == 2) arguments.push_back(call.positional[1]);
  return in_builtin(call, "round", std::move(arguments));
}

template <bool reflected>
NativeResult quotient_and_rest(NativeCall& call) {
  if (!is_asked_of_number(call, 1)) return NativeResult::raised;
  const Value& other = call.positional[1];
  if (!is_number(other) || (is_int(call.positional[0]) && !is_int(other)))
    return call.returns(Value::not_implemented());
  const Value self = plain_number(call.positional[0]), plain_other = plain_number(other);
  return in_builtin(call, "divmod", {reflected ? plain_other : self, reflected ? self : plain_other});
}

NativeResult float_of(NativeCall& call) {
  if (!is_asked_of_number(call, 0)) return NativeResult::raised;
  const auto number = to_double(call.positional[0]);
  if (!number) return raise(call, "OverflowError", "int too large to convert to float");
  return call.returns(make_float(*number));
}

NativeResult reduce(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  return in_prelude(call, "reduce_object", {call.positional[0]});
}

NativeResult reduce_ex(NativeCall& call) {
  if (!has_arguments(call, 1)) return NativeResult::raised;
  return in_prelude(call, "reduce_object_ex", {call.positional[0], call.positional[1]});
}

NativeResult reversed_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  return in_prelude(call, "built_in_reversed", {call.positional[0]});
}

NativeResult names_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  return in_prelude(call, "default_names", {call.positional[0]});
}

NativeResult size_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  return call.returns(make_int(modules::own_size(call.positional[0])));
}

NativeResult state_of(NativeCall& call) {
  if (!has_arguments(call, 0)) return NativeResult::raised;
  return in_prelude(call, "default_state", {call.positional[0]});
}

struct Special {
  const char* name;
  Pointer pointer;
};

template <BinaryOperator op>
constexpr std::array<Pointer, 2> both() {
  return {binary<op, false>, binary<op, true>};
}

using Op = BinaryOperator;
using Order = CompareOperator;

constexpr Special kObject[] = {{"__repr__", repr_of},
                               {"__str__", object_str},
                               {"__eq__", compare<Order::equal>},
                               {"__ne__", compare<Order::not_equal>},
                               {"__lt__", compare<Order::less>},
                               {"__le__", compare<Order::less_equal>},
                               {"__gt__", compare<Order::greater>},
                               {"__ge__", compare<Order::greater_equal>},
                               {"__hash__", hash_of},
                               {"__format__", format_of}};
// Of object alone: every class inherits it.
constexpr Special kRoot[] = {{"__reduce__", reduce},
                             {"__reduce_ex__", reduce_ex},
                             {"__dir__", names_of},
                             {"__getstate__", state_of},
                             {"__sizeof__", size_of}};
constexpr Special kReversible[] = {{"__reversed__", reversed_of}};
constexpr Special kException[] = {{"__repr__", repr_of}, {"__str__", text_of}};
constexpr Special kNumber[] = {{"__add__", both<Op::add>()[0]},
                               {"__radd__", both<Op::add>()[1]},
                               {"__sub__", both<Op::subtract>()[0]},
                               {"__rsub__", both<Op::subtract>()[1]},
                               {"__mul__", both<Op::multiply>()[0]},
                               {"__rmul__", both<Op::multiply>()[1]},
                               {"__truediv__", both<Op::true_divide>()[0]},
                               {"__rtruediv__", both<Op::true_divide>()[1]},
                               {"__floordiv__", both<Op::floor_divide>()[0]},
                               {"__rfloordiv__", both<Op::floor_divide>()[1]},
                               {"__mod__", both<Op::modulo>()[0]},
                               {"__rmod__", both<Op::modulo>()[1]},
                               {"__pow__", both<Op::power>()[0]},
                               {"__rpow__", both<Op::power>()[1]},
                               {"__neg__", unary<'-'>},
                               {"__pos__", unary<'+'>},
                               {"__bool__", truth_of},
                               {"__int__", int_of<as_it_is>},
                               {"__trunc__", int_of<as_it_is>},
                               {"__floor__", int_of<std::floor>},
                               {"__ceil__", int_of<std::ceil>},
                               {"__abs__", absolute_of},
                               {"__round__", rounded},
                               {"__divmod__", quotient_and_rest<false>},
                               {"__rdivmod__", quotient_and_rest<true>},
                               {"__float__", float_of},
                               {"__repr__", repr_of},
                               {"__str__", text_of}};
constexpr Special kInteger[] = {{"__lshift__", both<Op::left_shift>()[0]},
                                {"__rlshift__", both<Op::left_shift>()[1]},
                                {"__rshift__", both<Op::right_shift>()[0]},
                                {"__rrshift__", both<Op::right_shift>()[1]},
                                {"__and__", both<Op::bit_and>()[0]},
                                {"__rand__", both<Op::bit_and>()[1]},
                                {"__or__", both<Op::bit_or>()[0]},
                                {"__ror__", both<Op::bit_or>()[1]},
                                {"__xor__", both<Op::bit_xor>()[0]},
                                {"__rxor__", both<Op::bit_xor>()[1]},
                                {"__invert__", unary<'~'>},
                                {"__index__", int_of<as_it_is>}};
constexpr Special kContainer[] = {
    {"__len__", length_of}, {"__iter__", iterator_of}, {"__contains__", contains_item}};
constexpr Special kSized[] = {{"__len__", length_of}, {"__iter__", iterator_of}};
constexpr Special kSequence[] = {{"__getitem__", item_at},
                                 {"__add__", both<Op::add>()[0]},
                                 {"__mul__", both<Op::multiply>()[0]},
                                 {"__rmul__", both<Op::multiply>()[1]}};
constexpr Special kGrowing[] = {{"__iadd__", change<Op::add>}, {"__imul__", change<Op::multiply>}};
constexpr Special kChangingSet[] = {{"__iand__", change<Op::bit_and>},
                                    {"__ior__", change<Op::bit_or>},
                                    {"__ixor__", change<Op::bit_xor>},
                                    {"__isub__", change<Op::subtract>}};
constexpr Special kChangingDict[] = {{"__ior__", change<Op::bit_or>}};
constexpr Special kText[] = {{"__mod__", both<Op::modulo>()[0]}, {"__str__", text_of}};
constexpr Special kSubscripted[] = {{"__getitem__", item_at}};
constexpr Special kMutable[] = {
    {"__getitem__", item_at}, {"__setitem__", put_item}, {"__delitem__", remove_item}};
constexpr Special kSet[] = {{"__and__", both<Op::bit_and>()[0]},  {"__rand__", both<Op::bit_and>()[1]},
                            {"__or__", both<Op::bit_or>()[0]},    {"__ror__", both<Op::bit_or>()[1]},
                            {"__xor__", both<Op::bit_xor>()[0]},  {"__rxor__", both<Op::bit_xor>()[1]},
                            {"__sub__", both<Op::subtract>()[0]}, {"__rsub__", both<Op::subtract>()[1]}};
constexpr Special kUnion[] = {{"__or__", both<Op::bit_or>()[0]}, {"__ror__", both<Op::bit_or>()[1]}};

using Specials = std::span<const Special>;

std::vector<Specials> specials_of(Kind kind) {
  switch (kind) {
    case Kind::big_int:
      return {kNumber, kInteger, kObject};
    case Kind::float_number:
      return {kNumber, kObject};
    case Kind::string:
    case Kind::bytes:
      return {kText, kContainer, kSequence, kObject};
    case Kind::list:
      return {kMutable, kContainer, kSequence, kGrowing, kReversible, kObject};
    case Kind::tuple:
      return {kContainer, kSequence, kObject};
    case Kind::dict:
      return {kMutable, kContainer, kUnion, kChangingDict, kReversible, kObject};
    case Kind::set:
      return {kContainer, kSet, kChangingSet, kObject};
    case Kind::frozen_set:
      return {kContainer, kSet, kObject};
    case Kind::range:
      return {kContainer, kSubscripted, kReversible, kObject};
    case Kind::view:
      return {kContainer, kObject};
    case Kind::exception:
      return {kException};
    default:
      return {};
  }
}

// Native classes whose objects hold items.
std::vector<Specials> specials_of_native(const Class& type) {
  if (type.name == "deque" || type.name == "array" || type.name == "bytearray")
    return {kMutable, kContainer, kSequence, kGrowing, kObject};
  return type.name == "memoryview" ? std::vector<Specials>{kMutable, kSized, kObject}
                                   : std::vector<Specials>{};
}

std::vector<Specials> specials_of(const Class& type) {
  std::vector<Specials> native = specials_of_native(type);
  return native.empty() ? specials_of(type.instance_kind) : native;
}

const Pointer* find(const std::vector<Specials>& groups, std::string_view name) {
  for (const Specials& group : groups) {
    for (const Special& special : group) {
      if (name == special.name) return &special.pointer;
    }
  }
  return nullptr;
}

// What the native class `place` itself has.
std::vector<Specials> own_specials(const Vm& vm, const Class& place) {
  if (&place == vm.classes().object) return {kObject, kRoot};
  const bool has_any = &place == vm.classes().base_exception || is_extensible(place.instance_kind) ||
                       place.instance_kind == Kind::range || place.instance_kind == Kind::view ||
                       !specials_of_native(place).empty();
  return has_any ? specials_of(place) : std::vector<Specials>();
}

}  // namespace

std::vector<std::string_view> built_in_special_names(const Vm& vm, const Class& place) {
  std::vector<std::string_view> names;
  if (!place.is_native) return names;
  for (const Specials& group : own_specials(vm, place)) {
    for (const Special& special : group) names.emplace_back(special.name);
  }
  return names;
}

Value built_in_special(const Vm& vm, const Class& place, std::string_view name) {
  if (!place.is_native || !name.starts_with("__") || !name.ends_with("__")) return {};
  const Pointer* found = find(own_specials(vm, place), name);
  if (found == nullptr) return {};
  // The same object each time, as long as the process lives: programs compare with `is` what they find.
  static std::mutex guard;
  static auto& made = *new std::map<std::pair<const Class*, std::string>, Value>;
  const std::lock_guard lock(guard);
  Value& kept = made[{&place, std::string(name)}];
  if (kept.empty()) {
    auto* function = new NativeFunction(std::string(name), *found);
    function->module = place.module;
    function->owner = place.name;
    function->binds = true;
    kept = Value::adopt(function);
  }
  return kept;
}

Value find_built_in_special(const Vm& vm, const Class& type, std::string_view name) {
  for (const Class* place : type.resolution_order) {
    Value found = built_in_special(vm, *place, name);
    if (!found.empty()) return found;
  }
  return {};
}

namespace {

// What the method `name` of the kind does with the arguments of __init__, on an emptied object.
template <Kind kind>
NativeResult initialize(NativeCall& call) {
  const char* method = kind == Kind::list ? "extend" : "update";
  if (kind != Kind::dict && !call.keywords.empty()) {
    // As CPython: a list whose class makes its objects in its own way leaves the keywords to that.
    const Value* maker = find_in_class(*call.vm.class_of(call.positional[0]), intern("__new__"));
    if (kind == Kind::set || maker == nullptr || !maker->is(Kind::static_method))
      return raise(call, "TypeError",
                   fmt::format("{}() takes no keyword arguments", call.vm.class_of_kind(kind)->name));
    call.keywords = {};
    call.keyword_names = nullptr;
  }
  if (call.positional.empty() || !call.positional[0].is(kind))
    return raise(call, "TypeError", "descriptor '__init__' needs an object of its type");
  if (kind == Kind::list) call.positional[0].known<List>()->items.clear();
  if (kind == Kind::set) clear_items(*call.positional[0].known<Set>());
  if (call.positional.size() == 1 && call.keywords.empty()) return call.returns_none();
  const Value* found = find_in_class(*call.vm.class_of_kind(kind), intern(method));
  FORKSCOPE_CHECK(found != nullptr && found->is(Kind::native_function), "a method of a built-in kind");
  return found->known<NativeFunction>()->pointer(call);
}

}  // namespace

void install_initializers(Vm& vm) {
  static constexpr NativeDefinition kList[] = {{"__init__", initialize<Kind::list>}};
  static constexpr NativeDefinition kDict[] = {{"__init__", initialize<Kind::dict>}};
  static constexpr NativeDefinition kSetMethods[] = {{"__init__", initialize<Kind::set>}};
  define_methods(*vm.class_of_kind(Kind::list), kList);
  define_methods(*vm.class_of_kind(Kind::dict), kDict);
  define_methods(*vm.class_of_kind(Kind::set), kSetMethods);
  for (const Kind unhashable : {Kind::list, Kind::dict, Kind::set, Kind::slice})
    vm.class_of_kind(unhashable)->attributes.set("__hash__", Value::none());
}

}  // namespace forkscope::vm
