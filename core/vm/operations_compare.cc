// Equality, order and hashes.
#include <algorithm>
#include <cmath>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/native_stack.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

constexpr int kDeepest = 200;  // nested containers on the native stack

const char* symbol(CompareOperator op) {
  switch (op) {
    case CompareOperator::less:
      return "<";
    case CompareOperator::less_equal:
      return "<=";
    case CompareOperator::greater:
      return ">";
    case CompareOperator::greater_equal:
      return ">=";
    case CompareOperator::equal:
      return "==";
    default:
      return "!=";
  }
}

bool holds(CompareOperator op, int order) {
  switch (op) {
    case CompareOperator::less:
      return order < 0;
    case CompareOperator::less_equal:
      return order <= 0;
    case CompareOperator::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

Outcome equal_at(PythonThread& thread, const Value& left, const Value& right, bool& result, int depth);

Outcome equal_items(PythonThread& thread, const std::vector<Value>& left, const std::vector<Value>& right,
                    bool& result, int depth) {
  result = left.size() == right.size();
  for (std::size_t i = 0; result && i < left.size(); ++i) {
    const Outcome outcome = equal_at(thread, left[i], right[i], result, depth + 1);
    if (outcome != Outcome::ok) return outcome;
  }
  return Outcome::ok;
}

Outcome equal_dicts(PythonThread& thread, const Table& left, const Table& right, bool& result, int depth) {
  result = left.size() == right.size();
  for (const auto& entry : left.entries()) {
    if (!result) break;
    if (entry.key.empty()) continue;
    const Value* other = right.find(entry.key, entry.hash);
    if (other == nullptr) {
      result = false;
      break;
    }
    const Outcome outcome = equal_at(thread, entry.value, *other, result, depth + 1);
    if (outcome != Outcome::ok) return outcome;
  }
  return Outcome::ok;
}

bool subset(const Table& left, const Table& right) {
  return std::all_of(left.entries().begin(), left.entries().end(), [&](const Table::Entry& entry) {
    return entry.key.empty() || right.find(entry.key, entry.hash) != nullptr;
  });
}

bool has_own(PythonThread& thread, const Value& value, const char* name) {
  return may_have_special_methods(value) && find_special(thread.vm, value, name) != nullptr;
}

Outcome equal_at(PythonThread& thread, const Value& left, const Value& right, bool& result, int depth) {
  result = true;
  if (left.same(right)) return Outcome::ok;
  result = false;
  if (is_overridden(thread.vm, left, "__eq__") || is_overridden(thread.vm, right, "__eq__"))
    return Outcome::needs_python;
  if (is_number(left) && is_number(right)) {
    int order = 0;
    order_numbers(left, right, order);
    result = order == 0;
    return Outcome::ok;
  }
  if ((left.is(Kind::complex_number) && (is_number(right) || right.is(Kind::complex_number))) ||
      (right.is(Kind::complex_number) && is_number(left))) {
    result = equal_keys(left, right);
    return Outcome::ok;
  }
  if (const Buffer* x = as_buffer(left), *y = as_buffer(right); x != nullptr || y != nullptr) {
    const Value& other = x != nullptr ? right : left;
    if (x == nullptr || y == nullptr) {
      if (has_own(thread, other, "__eq__")) return Outcome::needs_python;
    }
    return (x != nullptr ? x : y)->equals(thread, other, result);
  }
  if (has_own(thread, left, "__eq__") || has_own(thread, right, "__eq__")) return Outcome::needs_python;
  if (table_of(left) != nullptr && table_of(right) != nullptr &&
      (has_python_keys(thread.vm, left) || has_python_keys(thread.vm, right)))
    return Outcome::needs_python;
  if (is_set(left) && is_set(right)) {
    result = set_table(left).size() == set_table(right).size() && subset(set_table(left), set_table(right));
    return Outcome::ok;
  }
  if (!left.is_object() || !right.is_object() || left.object()->kind != right.object()->kind)
    return Outcome::ok;
  if (depth > kDeepest) {
    raise_in(thread, "RecursionError", "maximum recursion depth exceeded in comparison");
    return Outcome::raised;
  }
  switch (left.object()->kind) {
    case Kind::string:
      result = left.known<String>()->text == right.known<String>()->text;
      break;
    case Kind::bytes:
      result = left.known<Bytes>()->data == right.known<Bytes>()->data;
      break;
    case Kind::list:
    case Kind::tuple:
      return equal_items(thread, *sequence_items(left), *sequence_items(right), result, depth);
    case Kind::dict:
      return equal_dicts(thread, left.known<Dict>()->table, right.known<Dict>()->table, result, depth);
    case Kind::range:
      result = equal_ranges(*left.known<Range>(), *right.known<Range>());
      break;
    case Kind::slice: {
      const auto &a = *left.known<Slice>(), &b = *right.known<Slice>();
      return equal_items(thread, {a.start, a.stop, a.step}, {b.start, b.stop, b.step}, result, depth);
    }
    case Kind::view: {
      const auto &a = *left.known<View>(), &b = *right.known<View>();
      if (a.over == Iterator::Over::dict_values || a.over != b.over) break;
      const auto &x = a.dict.known<Dict>()->table, &y = b.dict.known<Dict>()->table;
      if (a.over == Iterator::Over::dict_items) return equal_dicts(thread, x, y, result, depth);
      result = x.size() == y.size() && subset(x, y);
      break;
    }
    case Kind::bound_method:
      result = left.known<BoundMethod>()->function.same(right.known<BoundMethod>()->function) &&
               left.known<BoundMethod>()->self.same(right.known<BoundMethod>()->self);
      break;
    case Kind::native_object: {
      const auto &a = *left.known<NativeObject>(), &b = *right.known<NativeObject>();
      if (a.maker() != b.maker() || a.length() < 0) break;
      result = a.length() == b.length();
      for (std::int64_t i = 0; result && i < a.length(); ++i) {
        const Outcome outcome = equal_at(thread, a.item(i), b.item(i), result, depth + 1);
        if (outcome != Outcome::ok) return outcome;
      }
      break;
    }
    default:
      break;
  }
  return Outcome::ok;
}

Outcome not_ordered(PythonThread& thread, CompareOperator op, const Value& left, const Value& right) {
  return raise_type_error(thread, std::string("'") + symbol(op) + "' not supported between instances of '" +
                                      type_name(left) + "' and '" + type_name(right) + "'");
}

Outcome order_items(PythonThread& thread, CompareOperator op, const std::vector<Value>& left,
                    const std::vector<Value>& right, Value& result) {
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    bool same = false;
    const Outcome outcome = equal_at(thread, left[i], right[i], same, 0);
    if (outcome != Outcome::ok) return outcome;
    if (!same) return compare_operation(thread, op, left[i], right[i], result);
  }
  result = Value::boolean(holds(op, left.size() < right.size() ? -1 : left.size() > right.size() ? 1 : 0));
  return Outcome::ok;
}

Outcome order_sets(CompareOperator op, const Table& left, const Table& right, Value& result) {
  const bool forwards = op == CompareOperator::less || op == CompareOperator::less_equal;
  const Table &small = forwards ? left : right, &large = forwards ? right : left;
  const bool strict = op == CompareOperator::less || op == CompareOperator::greater;
  result = Value::boolean(subset(small, large) && (!strict || small.size() < large.size()));
  return Outcome::ok;
}

// Of a deque or an array; both of them must be of one kind.
Outcome order_native(PythonThread& thread, CompareOperator op, const Value& left, const Value& right,
                     Value& result) {
  const auto *a = left.try_as<NativeObject>(), *b = right.try_as<NativeObject>();
  if (a == nullptr || b == nullptr || a->maker() != b->maker() || a->length() < 0)
    return not_ordered(thread, op, left, right);
  std::vector<Value> first, second;
  for (std::int64_t i = 0; i < a->length(); ++i) first.push_back(a->item(i));
  for (std::int64_t i = 0; i < b->length(); ++i) second.push_back(b->item(i));
  return order_items(thread, op, first, second, result);
}

Outcome order(PythonThread& thread, CompareOperator op, const Value& left, const Value& right,
              Value& result) {
  if (is_number(left) && is_number(right) && !has_overrides(left) && !has_overrides(right)) {
    int number_order = 0;
    order_numbers(left, right, number_order);
    result = Value::boolean(number_order != 2 && holds(op, number_order));
    return Outcome::ok;
  }
  if (const bool is_left = as_buffer(left) != nullptr, is_right = as_buffer(right) != nullptr;
      is_left || is_right) {
    if (!(is_left && is_right) && may_have_special_methods(is_left ? right : left))
      return Outcome::needs_python;
    int buffer_order = 0;
    if (!order_buffers(left, right, buffer_order)) return order_native(thread, op, left, right, result);
    result = Value::boolean(holds(op, buffer_order));
    return Outcome::ok;
  }
  if (may_have_special_methods(left) || may_have_special_methods(right)) return Outcome::needs_python;
  if (table_of(left) != nullptr && table_of(right) != nullptr &&
      (has_python_keys(thread.vm, left) || has_python_keys(thread.vm, right)))
    return Outcome::needs_python;
  if (is_set(left) && is_set(right)) return order_sets(op, set_table(left), set_table(right), result);
  if (!left.is_object() || !right.is_object() || left.object()->kind != right.object()->kind)
    return not_ordered(thread, op, left, right);
  switch (left.object()->kind) {
    case Kind::string:  // UTF-8 sorts as its code points do
      result = Value::boolean(holds(op, left.known<String>()->text.compare(right.known<String>()->text)));
      return Outcome::ok;
    case Kind::bytes:
      result = Value::boolean(holds(op, left.known<Bytes>()->data.compare(right.known<Bytes>()->data)));
      return Outcome::ok;
    case Kind::list:
    case Kind::tuple:
      return order_items(thread, op, *sequence_items(left), *sequence_items(right), result);
    case Kind::native_object:
      return order_native(thread, op, left, right, result);
    default:
      return not_ordered(thread, op, left, right);
  }
}

// How instances of a class are hashed: by identity, by Python code, or not at all.
enum class Hashing : std::uint8_t { identity, python, none };

Hashing hashing_of(const Class& type) {
  static const Value hash_name = intern("__hash__"), equal_name = intern("__eq__");
  for (const Class* place : type.resolution_order) {
    if (place->is_native) continue;
    if (const Value* found = place->attributes.find_name(hash_name))
      return found->is_none()                   ? Hashing::none
             : found->is(Kind::native_function) ? Hashing::identity
                                                : Hashing::python;
    // A class that says when its instances are equal and not how they are hashed has unhashable ones.
    if (place->attributes.find_name(equal_name) != nullptr) return Hashing::none;
  }
  return Hashing::identity;
}

Outcome hash_instance(PythonThread& thread, const Value& value, std::uint64_t& hash) {
  switch (hashing_of(*thread.vm.class_of(value))) {
    case Hashing::python:
      return Outcome::needs_python;
    case Hashing::none:
      return raise_type_error(thread, "unhashable type: '" + type_name(value) + "'");
    case Hashing::identity:
      break;
  }
  hash = value.bits() >> 4;
  return Outcome::ok;
}

using Hash = Outcome (*)(PythonThread&, const Value&, std::uint64_t&);

Outcome hash_tuple(PythonThread& thread, const Tuple& tuple, Hash hash_item, std::uint64_t& hash) {
  if (native_stack_is_short()) {
    raise_in(thread, "RecursionError", "maximum recursion depth exceeded");
    return Outcome::raised;
  }
  constexpr std::size_t kFew = 8;
  std::uint64_t few[kFew];
  std::vector<std::uint64_t> many(tuple.items.size() > kFew ? tuple.items.size() : 0);
  const std::span<std::uint64_t> lanes =
      many.empty() ? std::span(few).first(tuple.items.size()) : std::span(many);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const Outcome outcome = hash_item(thread, tuple.items[i], lanes[i]);
    if (outcome != Outcome::ok) return outcome;
  }
  hash = hash_of_items(lanes);
  return Outcome::ok;
}

// Independent of the order; the constants are CPython's.
std::uint64_t hash_of_set(std::span<const std::uint64_t> hashes) {
  std::uint64_t hash = 0;
  for (const std::uint64_t each : hashes) hash ^= (each ^ 89869747u ^ (each << 16)) * 3644798167u;
  hash ^= (hashes.size() + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  return hash == ~std::uint64_t{0} ? 590923713u : hash;
}

}  // namespace

// A value of a class of the program that derives from a built-in one and says how it is hashed.
bool is_hashed_by_class(const Vm& vm, const Value& value) {
  if (!has_overrides(value)) return false;
  static const Value name = intern("__hash__");
  // The built-in class has a hash of its own: what comes after it in the order does not count.
  for (const Class* place : vm.class_of(value)->resolution_order) {
    if (place->is_native) return false;
    if (const Value* own = place->attributes.find_name(name)) return !own->is_none();
  }
  return false;
}

bool has_python_hash(const Vm& vm, const Value& key) {
  if (key.is(Kind::instance) || key.is(Kind::exception))
    return hashing_of(*vm.class_of(key)) == Hashing::python;
  if (has_overrides(key) && is_hashed_by_class(vm, key)) return true;
  const auto* tuple = key.try_as<Tuple>();
  return tuple != nullptr && !native_stack_is_short() &&
         std::ranges::any_of(tuple->items, [&vm](const Value& item) {
           return item.is_object() && has_python_hash(vm, item);
         });
}

// Whether Python code says what a key is equal to: its own, or that of a key it holds.
bool is_compared_in_python(const Vm& vm, const Value& key) {
  if (key.is(Kind::frozen_set)) return has_python_keys(vm, key);
  const auto* tuple = key.try_as<Tuple>();
  if (tuple == nullptr || (key.object()->flags & kExtended) != 0) return has_python_hash(vm, key);
  return !native_stack_is_short() && std::ranges::any_of(tuple->items, [&vm](const Value& item) {
    return item.is_object() && is_compared_in_python(vm, item);
  });
}

Outcome hash_for(PythonThread& thread, const Table& table, const Value& key, std::uint64_t& hash) {
  const Outcome outcome = hash_value(thread, key, hash);
  // A frozen set has its hash from its table, also where what it holds is compared in Python.
  const bool holds = key.is(Kind::tuple) || key.is(Kind::frozen_set);
  if (outcome != Outcome::ok || (!holds && !table.has_keys_of_classes())) return outcome;
  const bool asks = holds && is_compared_in_python(thread.vm, key);
  if ((!asks && !table.has_keys_of_classes()) || table.find(key, hash) != nullptr) return Outcome::ok;
  const std::vector<Value> others = table.keys_with(hash);
  const bool is_asked = asks ? !others.empty() : std::ranges::any_of(others, [&](const Value& other) {
    return is_compared_in_python(thread.vm, other);
  });
  return is_asked ? Outcome::needs_python : Outcome::ok;
}

bool is_looked_up_in_python(PythonThread& thread, const Value& container, const Value& key) {
  const auto* view = container.try_as<View>();
  const Table* table =
      view != nullptr && view->over != Iterator::Over::dict_keys ? nullptr : table_of(container);
  std::uint64_t hash = 0;
  return table != nullptr && hash_for(thread, *table, key, hash) == Outcome::needs_python;
}

std::uint64_t hash_of_items(std::span<const std::uint64_t> items) {
  std::uint64_t hash = 2870177450012600261u;  // xxHash's constants, as CPython
  for (const std::uint64_t lane : items) {
    hash += lane * 14029467366897019727u;
    hash = (hash << 31) | (hash >> 33);
    hash *= 11400714785074694791u;
  }
  hash += items.size() ^ (2870177450012600261u ^ 3527539u);
  return hash == ~std::uint64_t{0} ? 1546275796 : hash;
}

const Table* table_of(const Value& value) {
  if (is_set(value)) return &set_table(value);
  if (const auto* dict = value.try_as<Dict>()) return &dict->table;
  const auto* view = value.try_as<View>();
  return view == nullptr ? nullptr : &view->dict.known<Dict>()->table;
}

bool has_python_keys(const Vm& vm, const Value& value) {
  const Table* table = table_of(value);
  return table != nullptr && table->has_keys_of_classes() &&
         std::ranges::any_of(table->entries(), [&vm](const Table::Entry& entry) {
           return entry.key.is_object() && is_compared_in_python(vm, entry.key);
         });
}

Outcome order_numbers(const Value& left, const Value& right, int& result) {
  const auto sign = [](auto a, auto b) { return a < b ? -1 : a > b ? 1 : a == b ? 0 : 2; };
  const auto *x = left.try_as<Float>(), *y = right.try_as<Float>();
  if (x != nullptr && y != nullptr) {
    result = sign(x->value, y->value);
  } else if (x != nullptr || y != nullptr) {
    const double number = x != nullptr ? x->value : y->value;
    const BigInt big = to_big(x != nullptr ? right : left);
    result = std::isnan(number) ? 2 : compare_int_float(big, number) * (x != nullptr ? -1 : 1);
  } else if (!left.is(Kind::big_int) && !right.is(Kind::big_int)) {
    result = sign(*to_int64(left), *to_int64(right));
  } else {
    result = to_big(left).compare(to_big(right));
    result = sign(result, 0);
  }
  return Outcome::ok;
}

Outcome equal(PythonThread& thread, const Value& left, const Value& right, bool& result) {
  return equal_at(thread, left, right, result, 0);
}

bool is_view_of_set(const Value& value) {
  return value.is(Kind::view) && value.known<View>()->over != Iterator::Over::dict_values;
}

namespace {

// A view of keys or items is a set among sets.
bool compares_as_sets(CompareOperator op, const Value& left, const Value& right) {
  if (op >= CompareOperator::is || left.same(right)) return false;
  const bool is_left = is_view_of_set(left), is_right = is_view_of_set(right);
  return (is_left && (is_right || is_set(right))) || (is_right && is_set(left));
}

}  // namespace

Outcome compare_operation(PythonThread& thread, CompareOperator op, const Value& left, const Value& right,
                          Value& result) {
  bool answer = false;
  if (compares_as_sets(op, left, right)) return Outcome::needs_python;
  switch (op) {
    case CompareOperator::is:
      result = Value::boolean(left.same(right));
      return Outcome::ok;
    case CompareOperator::is_not:
      result = Value::boolean(!left.same(right));
      return Outcome::ok;
    case CompareOperator::in:
    case CompareOperator::not_in: {
      const Outcome outcome = contains(thread, right, left, answer);
      if (outcome == Outcome::ok) result = Value::boolean(answer == (op == CompareOperator::in));
      return outcome;
    }
    case CompareOperator::equal:
    case CompareOperator::not_equal: {
      if (op == CompareOperator::not_equal &&
          (has_own(thread, left, "__ne__") || has_own(thread, right, "__ne__")))
        return Outcome::needs_python;
      // Unlike items in a container, an operand is not equal to itself just because it is the same: NaN,
      // instances.
      if (left.same(right) && left.is_object()) {
        if (const auto* number = left.try_as<Float>(); number != nullptr) {
          answer = !std::isnan(number->value);
          result = Value::boolean(answer == (op == CompareOperator::equal));
          return Outcome::ok;
        }
        if (const auto* number = left.try_as<Complex>(); number != nullptr) {
          answer = number->real == number->real && number->imaginary == number->imaginary;
          result = Value::boolean(answer == (op == CompareOperator::equal));
          return Outcome::ok;
        }
        if (has_own(thread, left, "__eq__")) return Outcome::needs_python;
      }
      const Outcome outcome = equal_at(thread, left, right, answer, 0);
      if (outcome == Outcome::ok) result = Value::boolean(answer == (op == CompareOperator::equal));
      return outcome;
    }
    default:
      return order(thread, op, left, right, result);
  }
}

Outcome hash_value(PythonThread& thread, const Value& value, std::uint64_t& hash) {
  if (value.is_small_int()) {
    hash = hash_small_int(value.small());
    return Outcome::ok;
  }
  // A class of the program may say how its texts, numbers or lists are hashed.
  if (has_overrides(value) && is_hashed_by_class(thread.vm, value)) return Outcome::needs_python;
  if (is_int(value)) {
    hash = hash_int(value);
    return Outcome::ok;
  }
  if (!value.is_object()) {
    hash = value.bits() * 0x9e3779b97f4a7c15u >> 8;
    return Outcome::ok;
  }
  switch (value.object()->kind) {
    case Kind::float_number:
      hash = hash_double(value.known<Float>()->value);
      return Outcome::ok;
    case Kind::complex_number: {
      const auto& number = *value.known<Complex>();
      hash = hash_double(number.real);
      if (number.imaginary != 0) hash += 1000003 * hash_double(number.imaginary);
      return Outcome::ok;
    }
    case Kind::string:
      hash = hash_string(*value.known<String>());
      return Outcome::ok;
    case Kind::bytes:
      hash = value.known<Bytes>()->data.empty() ? 0 : hash_text(value.known<Bytes>()->data);
      return Outcome::ok;
    case Kind::tuple:
      return hash_tuple(thread, *value.known<Tuple>(), hash_value, hash);
    case Kind::range:
      hash = static_cast<std::uint64_t>(range_length(*value.known<Range>())) * 31 + 7;
      return Outcome::ok;
    case Kind::frozen_set: {
      std::vector<std::uint64_t> hashes;
      for (const Table::Entry& entry : set_table(value).entries())
        if (!entry.key.empty()) hashes.push_back(entry.hash);
      hash = hash_of_set(hashes);
      return Outcome::ok;
    }
    case Kind::bound_method: {
      std::uint64_t self = 0;
      hash = value.known<BoundMethod>()->function.bits() >> 4;
      self = value.known<BoundMethod>()->self.bits() >> 4;
      hash ^= self * 31;
      return Outcome::ok;
    }
    case Kind::instance:
    case Kind::exception:
      return hash_instance(thread, value, hash);
    case Kind::list:
    case Kind::dict:
    case Kind::set:
    case Kind::slice:
      break;
    case Kind::native_object:
      if (value.known<NativeObject>()->length() < 0) {
        hash = value.bits() >> 4;
        return Outcome::ok;
      }
      break;
    default:
      hash = value.bits() >> 4;
      return Outcome::ok;
  }
  return raise_type_error(thread, "unhashable type: '" + type_name(value) + "'");
}

Outcome hash_as_told(PythonThread& thread, const Value& value, std::uint64_t& hash) {
  const bool says_itself = has_overrides(value) && is_hashed_by_class(thread.vm, value);
  if (!value.is_object() || says_itself) return hash_value(thread, value, hash);
  switch (value.object()->kind) {
    case Kind::tuple:
      return hash_tuple(thread, *value.known<Tuple>(), hash_as_told, hash);
    case Kind::frozen_set: {
      std::vector<std::uint64_t> hashes;
      for (const Table::Entry& entry : set_table(value).entries()) {
        if (entry.key.empty()) continue;
        hashes.push_back(entry.hash);
        if (!has_python_hash(thread.vm, entry.key)) (void)hash_as_told(thread, entry.key, hashes.back());
      }
      hash = hash_of_set(hashes);
      return Outcome::ok;
    }
    case Kind::bound_method: {
      const auto& method = *value.known<BoundMethod>();
      hash = identity_of(method.function) >> 4 ^ (identity_of(method.self) >> 4) * 31;
      return Outcome::ok;
    }
    default: {
      const Outcome outcome = hash_value(thread, value, hash);
      if (outcome == Outcome::ok && hash == value.bits() >> 4) hash = identity_of(value) >> 4;
      return outcome;
    }
  }
}

}  // namespace forkscope::vm
