// Subscripts, slices, membership, and the operators of sequences, sets and dicts.
#include <algorithm>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/set_order.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

using Op = BinaryOperator;

template <typename Container>
Container repeated(const Container& items, std::int64_t times) {
  Container result;
  if (times <= 0) return result;
  result.resize(items.size() * static_cast<std::size_t>(times));
  std::ranges::copy(items, result.begin());
  // What is there already is copied at once: short items many times would be one call each.
  for (std::size_t filled = items.size(); filled < result.size();) {
    const std::size_t more = std::min(filled, result.size() - filled);
    std::copy_n(result.begin(), more, result.begin() + static_cast<std::ptrdiff_t>(filled));
    filled += more;
  }
  return result;
}

Outcome repeat(PythonThread& thread, const Value& sequence, const Value& count, Value& result) {
  const std::int64_t times = clamp_int64(count);
  std::int64_t size = 0;
  length(thread, sequence, size);
  if (!to_int64(count)) {
    raise_in(thread, "OverflowError", "cannot fit 'int' into an index-sized integer");
    return Outcome::raised;
  }
  if (size > 0 && times > (std::int64_t{1} << 40) / size) {
    raise_in(thread, "MemoryError", "");
    return Outcome::raised;
  }
  switch (sequence.object()->kind) {
    case Kind::string:
      result = make_string(repeated(sequence.known<String>()->text, times));
      break;
    case Kind::bytes:
      result = make_bytes(repeated(sequence.known<Bytes>()->data, times));
      break;
    case Kind::list:
      result = make_list(repeated(sequence.known<List>()->items, times));
      break;
    default:
      result = make_tuple(repeated(sequence.known<Tuple>()->items, times));
      break;
  }
  return Outcome::ok;
}

bool is_repeatable(const Value& value) {
  return value.is(Kind::string) || value.is(Kind::bytes) || value.is(Kind::list) || value.is(Kind::tuple);
}

Value concatenated(const Value& left, const Value& right) {
  const auto joined = [](const auto& a, const auto& b) {
    std::remove_cvref_t<decltype(a)> both;
    both.reserve(a.size() + b.size());
    both.insert(both.end(), a.begin(), a.end());
    both.insert(both.end(), b.begin(), b.end());
    return both;
  };
  switch (left.object()->kind) {
    case Kind::string:
      return make_string(left.known<String>()->text + right.known<String>()->text);
    case Kind::bytes:
      return make_bytes(left.known<Bytes>()->data + right.known<Bytes>()->data);
    case Kind::list:
      return make_list(joined(left.known<List>()->items, right.known<List>()->items));
    default:
      return make_tuple(joined(left.known<Tuple>()->items, right.known<Tuple>()->items));
  }
}

Value combine_sets(Op op, const Value& left, const Value& right) {
  Set &x = *left.known<Set>(), &y = *right.known<Set>();
  auto* made = new Set(left.is(Kind::frozen_set));
  Value result = Value::adopt(made);
  if (op == Op::bit_and) fill_with_intersection(*made, x, y);
  if (op == Op::subtract) fill_with_difference(*made, x, y);
  if (op == Op::bit_or || op == Op::bit_xor) {
    const bool joins = op == Op::bit_or;
    add_items(*made, joins ? x : y);
    if (!joins) toggle_items(*made, x);
    if (joins && &x != &y) add_items(*made, y);
  }
  return result;
}

Value as_key_set(const Value& value) {
  if (!value.is(Kind::view) || value.known<View>()->over != Iterator::Over::dict_keys) return value;
  Value result = Value::adopt(new Set());
  for (const auto& entry : value.known<View>()->dict.known<Dict>()->table.entries()) {
    if (!entry.key.empty()) set_table(result).set(entry.key, entry.hash, {});
  }
  return result;
}

template <typename Container>
Container sliced(const Container& items, const SliceRange& range) {
  Container result;
  result.reserve(static_cast<std::size_t>(range.count));
  for (std::int64_t i = 0; i < range.count; ++i)
    result.push_back(items[static_cast<std::size_t>(range.start + i * range.step)]);
  return result;
}

Outcome get_slice(PythonThread& thread, const Value& object, const Slice& slice, Value& result) {
  std::int64_t size = 0;
  if (const Outcome outcome = object.is(Kind::range) ? Outcome::ok : length(thread, object, size);
      outcome != Outcome::ok)
    return outcome;
  SliceRange range;
  if (!slice_range(thread, slice, size, range)) return Outcome::raised;
  switch (object.object()->kind) {
    case Kind::list:
      result = make_list(sliced(object.known<List>()->items, range));
      break;
    case Kind::tuple:
      result = make_tuple(sliced(object.known<Tuple>()->items, range));
      break;
    case Kind::bytes:
      result = make_bytes(sliced(object.known<Bytes>()->data, range));
      break;
    case Kind::string: {
      const String& string = *object.known<String>();
      if (range.step == 1) {
        const std::size_t begin = offset_of(string, range.start),
                          end = offset_of(string, range.start + range.count);
        result = make_string(std::string_view(string.text).substr(begin, end - begin));
      } else {
        result = make_string(from_code_points(sliced(to_code_points(string.text), range)));
      }
      break;
    }
    default:
      result = part_of_range(*object.known<Range>(), slice);
  }
  return Outcome::ok;
}

// The name CPython's messages use for the kind, or null where it has no items by number.
const char* sequence_name(const Value& object) {
  if (!object.is_object()) return nullptr;
  switch (object.object()->kind) {
    case Kind::list:
      return "list";
    case Kind::tuple:
      return "tuple";
    case Kind::string:
      return "string";
    case Kind::bytes:
      return "bytes";
    case Kind::range:
      return "range";
    case Kind::native_object:
      return object.known<NativeObject>()->length() >= 0 ? "deque" : nullptr;
    default:
      return nullptr;
  }
}

Outcome get_sequence_item(PythonThread& thread, const Value& object, const Value& key, const char* name,
                          Value& result) {
  std::int64_t size = 0, index = 0;
  const auto* range = object.try_as<Range>();
  if (range == nullptr) length(thread, object, size);
  if (!is_int(key)) {
    if (may_have_special_methods(key) && find_special(thread.vm, key, "__index__") != nullptr)
      return Outcome::needs_python;
    if (object.is(Kind::native_object))
      return raise_type_error(thread, "sequence index must be integer, not '" + type_name(key) + "'");
    const std::string_view shown = object.is(Kind::bytes) ? "byte" : name;
    const std::string message = std::string(shown) + " indices must be integers" +
                                (object.is(Kind::string) ? ", not '" : " or slices, not ");
    return raise_type_error(thread, message + type_name(key) + (object.is(Kind::string) ? "'" : ""));
  }
  if (range != nullptr) {
    if (range_item_at(*range, key, result)) return Outcome::ok;
    raise_in(thread, "IndexError", "range object index out of range");
    return Outcome::raised;
  }
  if (!sequence_index(thread, key, size, name, index)) return Outcome::raised;
  switch (object.object()->kind) {
    case Kind::string: {
      const String& string = *object.known<String>();
      const std::size_t at = offset_of(string, index);
      result = make_string(std::string_view(string.text).substr(at, sequence_size(string.text[at])));
      break;
    }
    case Kind::bytes:
      result =
          make_int(static_cast<unsigned char>(object.known<Bytes>()->data[static_cast<std::size_t>(index)]));
      break;
    case Kind::native_object:
      result = object.known<NativeObject>()->item(index);
      break;
    default:
      result = (*sequence_items(object))[static_cast<std::size_t>(index)];
      break;
  }
  return Outcome::ok;
}

Outcome assign_slice(PythonThread& thread, List& list, const Slice& slice, const Value& value) {
  std::vector<Value> items;
  const Outcome outcome = collect(thread, value, items);
  if (outcome == Outcome::raised) {
    thread.raised = Value();
    return raise_type_error(thread, "can only assign an iterable");
  }
  if (outcome != Outcome::ok) return outcome;
  SliceRange range;
  if (!slice_range(thread, slice, static_cast<std::int64_t>(list.items.size()), range))
    return Outcome::raised;
  if (range.step == 1) {
    // What both have in common changes places: the items behind are not moved for it.
    const auto common = std::min(range.count, static_cast<std::int64_t>(items.size()));
    const auto at = std::swap_ranges(items.begin(), items.begin() + common, list.items.begin() + range.start);
    list.items.insert(list.items.erase(at, at + (range.count - common)), items.begin() + common, items.end());
    return Outcome::ok;
  }
  if (range.count != static_cast<std::int64_t>(items.size())) {
    raise_in(thread, "ValueError",
             "attempt to assign sequence of size " + std::to_string(items.size()) +
                 " to extended slice of size " + std::to_string(range.count));
    return Outcome::raised;
  }
  for (std::int64_t i = 0; i < range.count; ++i)
    list.items[static_cast<std::size_t>(range.start + i * range.step)] =
        std::move(items[static_cast<std::size_t>(i)]);
  return Outcome::ok;
}

Outcome key_error(PythonThread& thread, const Value& key) {
  raise_value(thread, make_exception(thread.vm.exception_class("KeyError"), {key}));
  return Outcome::raised;
}

Outcome find_equal(PythonThread& thread, const std::vector<Value>& items, const Value& item, bool& result) {
  result = false;
  for (const Value& other : items) {
    const Outcome outcome = equal(thread, other, item, result);
    if (outcome != Outcome::ok || result) return outcome;
  }
  return Outcome::ok;
}

}  // namespace

Outcome container_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                            Value& result) {
  if (op == Op::modulo && left.is(Kind::string)) {
    std::string text;
    const Outcome outcome = percent_format(thread, left.known<String>()->text, right, false, text);
    if (outcome == Outcome::ok) result = make_string(text);
    return outcome;
  }
  if (as_buffer(left) != nullptr || as_buffer(right) != nullptr)
    return buffer_operation(thread, op, left, right, result);
  if (is_native_sequence(left) || is_native_sequence(right))
    return sequence_operation(thread, op, left, right, result);
  if (op == Op::modulo && left.is(Kind::bytes)) {
    std::string text;
    const Outcome outcome = percent_format(thread, left.known<Bytes>()->data, right, true, text);
    if (outcome == Outcome::ok) result = make_bytes(std::move(text));
    return outcome;
  }
  if (op == Op::multiply && is_repeatable(left) && is_int(right)) return repeat(thread, left, right, result);
  if (op == Op::multiply && is_repeatable(right) && is_int(left)) return repeat(thread, right, left, result);
  if (op == Op::multiply && (is_repeatable(left) || is_repeatable(right)) &&
      !may_have_special_methods(left) && !may_have_special_methods(right)) {
    return raise_type_error(thread, "can't multiply sequence by non-int of type '" +
                                        type_name(is_repeatable(left) ? right : left) + "'");
  }
  if (!left.is_object() || !right.is_object()) return Outcome::needs_python;
  const Kind kind = left.object()->kind;
  if (op == Op::add && kind == right.object()->kind && is_repeatable(left)) {
    result = concatenated(left, right);
    return Outcome::ok;
  }
  const bool set_operator = op == Op::bit_or || op == Op::bit_and || op == Op::bit_xor || op == Op::subtract;
  const Class* subclass = kind == Kind::dict ? left.known<Dict>()->subclass : nullptr;
  if (subclass != nullptr && find_special(thread.vm, left, "__or__") != nullptr) return Outcome::needs_python;
  if (set_operator && kind == Kind::dict && right.is(Kind::dict) && op == Op::bit_or) {
    Value merged = make_dict();
    merged.known<Dict>()->table = left.known<Dict>()->table;
    merged.known<Dict>()->subclass = left.known<Dict>()->subclass;
    for (const auto& entry : right.known<Dict>()->table.entries()) {
      if (!entry.key.empty()) merged.known<Dict>()->table.set(entry.key, entry.hash, entry.value);
    }
    result = std::move(merged);
    return Outcome::ok;
  }
  if (set_operator) {
    const Value x = as_key_set(left), y = as_key_set(right);
    if (is_set(x) && is_set(y)) {
      result = combine_sets(op, x, y);
      return Outcome::ok;
    }
  }
  return Outcome::needs_python;
}

bool slice_range(PythonThread& thread, const Slice& slice, std::int64_t size, SliceRange& range) {
  for (const Value* part : {&slice.start, &slice.stop, &slice.step}) {
    if (!part->is_none() && !is_int(*part)) {
      raise_type_error(thread, "slice indices must be integers or None or have an __index__ method");
      return false;
    }
  }
  range.step = slice.step.is_none() ? 1 : clamp_int64(slice.step);
  if (range.step == 0) {
    raise_in(thread, "ValueError", "slice step cannot be zero");
    return false;
  }
  range.step = std::max<std::int64_t>(range.step, -std::numeric_limits<std::int64_t>::max());
  const std::int64_t low = range.step < 0 ? -1 : 0, high = range.step < 0 ? size - 1 : size;
  const auto bound = [&](const Value& value, std::int64_t otherwise) {
    if (value.is_none()) return otherwise;
    std::int64_t index = clamp_int64(value);
    if (index < 0) index = std::max(index + size, low);
    return std::min(index, high);
  };
  range.start = bound(slice.start, range.step < 0 ? high : low);
  range.stop = bound(slice.stop, range.step < 0 ? low : high);
  range.count = 0;
  if (range.step > 0 && range.start < range.stop)
    range.count = (range.stop - range.start - 1) / range.step + 1;
  if (range.step < 0 && range.stop < range.start)
    range.count = (range.start - range.stop - 1) / (-range.step) + 1;
  return true;
}

bool sequence_index(PythonThread& thread, const Value& key, std::int64_t size, const char* what,
                    std::int64_t& index) {
  const auto number = to_int64(key);
  if (!number) {
    raise_in(thread, "IndexError", "cannot fit 'int' into an index-sized integer");
    return false;
  }
  index = *number < 0 ? *number + size : *number;
  if (index >= 0 && index < size) return true;
  const std::string name = what;
  raise_in(thread, "IndexError",
           name == "bytes" || name == "deque"
               ? (name == "deque" ? "deque index out of range" : "index out of range")
               : name + " index out of range");
  return false;
}

Outcome get_item(PythonThread& thread, const Value& object, const Value& key, Value& result) {
  if (is_overridden(thread.vm, object, "__getitem__")) return Outcome::needs_python;
  if (auto* dict = object.try_as<Dict>()) {
    std::uint64_t hash = 0;
    if (const Outcome outcome = hash_for(thread, dict->table, key, hash); outcome != Outcome::ok)
      return outcome;
    if (const Value* found = dict->table.find(key, hash)) {
      result = *found;
      return Outcome::ok;
    }
    if ((dict->subclass != nullptr || has_overrides(object)) &&
        find_special(thread.vm, object, "__missing__") != nullptr)
      return Outcome::needs_python;
    return key_error(thread, key);
  }
  if (Buffer* buffer = as_buffer(object)) return buffer->get(thread, key, result);
  if (const char* name = sequence_name(object)) {
    if (const auto* slice = key.try_as<Slice>(); slice != nullptr && !object.is(Kind::native_object))
      return get_slice(thread, object, *slice, result);
    return get_sequence_item(thread, object, key, name, result);
  }
  if (may_have_special_methods(object)) return Outcome::needs_python;
  if (object.is(Kind::class_object)) {  // list[int], Queue[str]: annotations only, the class itself will do
    result = object;
    return Outcome::ok;
  }
  return raise_type_error(thread, "'" + type_name(object) + "' object is not subscriptable");
}

Outcome set_item(PythonThread& thread, const Value& object, const Value& key, Value value) {
  if (is_overridden(thread.vm, object, "__setitem__")) return Outcome::needs_python;
  if (auto* dict = object.try_as<Dict>()) {
    std::uint64_t hash = 0;
    if (const Outcome outcome = hash_for(thread, dict->table, key, hash); outcome != Outcome::ok)
      return outcome;
    dict->table.set(key, hash, std::move(value));
    return Outcome::ok;
  }
  if (auto* list = object.try_as<List>()) {
    if (const auto* slice = key.try_as<Slice>()) return assign_slice(thread, *list, *slice, value);
    if (!is_int(key))
      return raise_type_error(thread, "list indices must be integers or slices, not " + type_name(key));
    std::int64_t index = 0;
    if (!sequence_index(thread, key, static_cast<std::int64_t>(list->items.size()), "list assignment", index))
      return Outcome::raised;
    list->items[static_cast<std::size_t>(index)] = std::move(value);
    return Outcome::ok;
  }
  if (Buffer* buffer = as_buffer(object)) return buffer->set(thread, key, value);
  if (auto* native = object.try_as<NativeObject>(); native != nullptr && native->length() >= 0) {
    std::int64_t index = 0;
    if (!sequence_index(thread, key, native->length(), "deque", index)) return Outcome::raised;
    native->set_item(index, std::move(value));
    return Outcome::ok;
  }
  if (may_have_special_methods(object)) return Outcome::needs_python;
  return raise_type_error(thread, "'" + type_name(object) + "' object does not support item assignment");
}

Outcome delete_item(PythonThread& thread, const Value& object, const Value& key) {
  if (is_overridden(thread.vm, object, "__delitem__")) return Outcome::needs_python;
  if (auto* dict = object.try_as<Dict>()) {
    std::uint64_t hash = 0;
    if (const Outcome outcome = hash_for(thread, dict->table, key, hash); outcome != Outcome::ok)
      return outcome;
    Value removed;
    return dict->table.erase(key, hash, &removed) ? Outcome::ok : key_error(thread, key);
  }
  if (auto* list = object.try_as<List>()) {
    const auto size = static_cast<std::int64_t>(list->items.size());
    if (const auto* slice = key.try_as<Slice>()) {
      SliceRange range;
      if (!slice_range(thread, *slice, size, range)) return Outcome::raised;
      for (std::int64_t i = 0; i < range.count; ++i) {  // from the highest down
        const std::int64_t at =
            range.step > 0 ? range.start + (range.count - 1 - i) * range.step : range.start + i * range.step;
        list->items.erase(list->items.begin() + at);
      }
      return Outcome::ok;
    }
    if (!is_int(key))
      return raise_type_error(thread, "list indices must be integers or slices, not " + type_name(key));
    std::int64_t index = 0;
    if (!sequence_index(thread, key, size, "list assignment", index)) return Outcome::raised;
    const Value removed = std::move(list->items[static_cast<std::size_t>(index)]);
    list->items.erase(list->items.begin() + index);
    return Outcome::ok;
  }
  if (Buffer* buffer = as_buffer(object)) return buffer->erase(thread, key);
  if (auto* native = object.try_as<NativeObject>(); native != nullptr && native->length() >= 0) {
    std::int64_t index = 0;
    if (!sequence_index(thread, key, native->length(), "deque", index)) return Outcome::raised;
    native->erase_item(index);
    return Outcome::ok;
  }
  if (may_have_special_methods(object)) return Outcome::needs_python;
  return raise_type_error(thread, "'" + type_name(object) + "' object doesn't support item deletion");
}

bool is_plain_set(PythonThread& thread, const Value& value) {
  return value.is(Kind::set) && !is_overridden(thread.vm, value, "__hash__");
}

Value frozen_copy(const Value& set) {
  auto* made = new Set(true);
  for (const Table::Entry& entry : set_table(set).entries())
    if (!entry.key.empty()) made->table.set(entry.key, entry.hash, Value());
  return Value::adopt(made);
}

Outcome contains(PythonThread& thread, const Value& container, const Value& item, bool& result) {
  if (is_overridden(thread.vm, container, "__contains__") || is_overridden(thread.vm, container, "__iter__"))
    return Outcome::needs_python;
  if (const auto* items = sequence_items(container)) return find_equal(thread, *items, item, result);
  if (container.is(Kind::dict) || is_set(container) ||
      (container.is(Kind::view) && container.known<View>()->over == Iterator::Over::dict_keys)) {
    if (is_set(container) && is_plain_set(thread, item)) {
      return contains(thread, container, frozen_copy(item), result);
    }
    const Table& table = is_set(container)          ? set_table(container)
                         : container.is(Kind::dict) ? container.known<Dict>()->table
                                                    : container.known<View>()->dict.known<Dict>()->table;
    std::uint64_t hash = 0;
    if (const Outcome outcome = hash_for(thread, table, item, hash); outcome != Outcome::ok) return outcome;
    result = table.find(item, hash) != nullptr;
    return Outcome::ok;
  }
  if (const auto* string = container.try_as<String>()) {
    if (!item.is(Kind::string))
      return raise_type_error(thread,
                              "'in <string>' requires string as left operand, not " + type_name(item));
    result = string->text.find(item.known<String>()->text) != std::string::npos;
    return Outcome::ok;
  }
  if (const auto* bytes = container.try_as<Bytes>()) return contains_bytes(thread, bytes->data, item, result);
  if (Buffer* buffer = as_buffer(container)) return buffer->contains(thread, item, result);
  if (const auto* range = container.try_as<Range>(); range != nullptr && is_int(item)) {
    const BigInt start = to_big(range->start), step = to_big(range->step), number = to_big(item);
    const BigInt stop = to_big(range->stop);
    const bool inside = step > 0 ? number >= start && number < stop : number <= start && number > stop;
    result = inside && BigInt((number - start) % step) == 0;
    return Outcome::ok;
  }
  if (may_have_special_methods(container)) return Outcome::needs_python;
  if (container.is(Kind::generator)) return Outcome::needs_python;
  std::vector<Value> items;
  const Outcome outcome = collect(thread, container, items);
  if (outcome == Outcome::raised) {
    thread.raised = Value();
    return raise_type_error(thread, "argument of type '" + type_name(container) + "' is not iterable");
  }
  return outcome == Outcome::ok ? find_equal(thread, items, item, result) : outcome;
}

}  // namespace forkscope::vm
