// iter() and next() over the built-in kinds, and collecting what an iterable yields.
#include <algorithm>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/native_stack.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/set_order.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"

namespace forkscope::vm {
namespace {

using Over = Iterator::Over;

Value make_iterator(Over over, const Value& source) {
  return Value::adopt(new Iterator(over, source));
}

Value pair(const Value& first, const Value& second) {
  return make_tuple({first, second});
}

// It stays so.
Outcome changed(PythonThread& thread, Iterator& iterator, const char* what) {
  iterator.stop = -1;
  raise_in(thread, "RuntimeError", std::string(what) + " changed size during iteration");
  return Outcome::raised;
}

Outcome finish(Iterator& iterator) {
  iterator.source = Value();
  iterator.inner.clear();
  return Outcome::exhausted;
}

Outcome next_sequence(PythonThread& thread, Iterator& iterator, Value& item) {
  std::int64_t size = 0;
  if (const auto* items = sequence_items(iterator.source)) {
    size = static_cast<std::int64_t>(items->size());
    if (iterator.position >= size) return finish(iterator);
    item = (*items)[static_cast<std::size_t>(iterator.position++)];
    return Outcome::ok;
  }
  const auto& native = *iterator.source.known<NativeObject>();
  size = native.length();
  const bool is_buffer = as_buffer(iterator.source) != nullptr;
  if (iterator.stop != size && !is_buffer) {
    raise_in(thread, "RuntimeError", "deque mutated during iteration");
    return Outcome::raised;
  }
  if (iterator.position >= size) return finish(iterator);
  item = native.item(iterator.position++);
  return Outcome::ok;
}

Outcome next_reversed(PythonThread& thread, Iterator& iterator, Value& item) {
  if (iterator.position < 0) return finish(iterator);
  const Value index = make_int(iterator.position);
  std::int64_t size = 0;
  length(thread, iterator.source, size);
  if (iterator.position >= size) return finish(iterator);
  --iterator.position;
  return get_item(thread, iterator.source, index, item);
}

Outcome next_range(Iterator& iterator, Value& item) {
  if (iterator.position >= iterator.stop) return finish(iterator);
  item = range_item(*iterator.source.known<Range>(), iterator.position++);
  return Outcome::ok;
}

Value item_of(const Iterator& iterator, const Table::Entry& entry) {
  switch (iterator.over) {
    case Over::dict_keys:
    case Over::dict_keys_reversed:
      return entry.key;
    case Over::dict_values:
    case Over::dict_values_reversed:
      return entry.value;
    default:
      return pair(entry.key, entry.value);
  }
}

bool has_changed_size(const Iterator& iterator, const Table& table) {
  return iterator.version != table.version() && static_cast<std::int64_t>(table.size()) != iterator.stop;
}

Outcome next_dict(PythonThread& thread, Iterator& iterator, Value& item) {
  const Table& table = iterator.source.known<Dict>()->table;
  if (has_changed_size(iterator, table)) return changed(thread, iterator, "dictionary");
  const auto& entries = table.entries();
  auto at = static_cast<std::size_t>(iterator.position);
  while (at < entries.size() && entries[at].key.empty()) ++at;
  iterator.position = static_cast<std::int64_t>(at) + 1;
  if (at >= entries.size()) return finish(iterator);
  if (iterator.left-- == 0) {
    raise_in(thread, "RuntimeError", "dictionary keys changed during iteration");
    return Outcome::raised;
  }
  item = item_of(iterator, entries[at]);
  return Outcome::ok;
}

// Its position is behind the entry that comes next.
Outcome next_dict_reversed(PythonThread& thread, Iterator& iterator, Value& item) {
  const Table& table = iterator.source.known<Dict>()->table;
  if (has_changed_size(iterator, table)) return changed(thread, iterator, "dictionary");
  const auto& entries = table.entries();
  auto behind = std::min(static_cast<std::size_t>(iterator.position), entries.size());
  while (behind > 0 && entries[behind - 1].key.empty()) --behind;
  if (behind == 0) return finish(iterator);
  iterator.position = static_cast<std::int64_t>(behind) - 1;
  --iterator.left;
  item = item_of(iterator, entries[behind - 1]);
  return Outcome::ok;
}

void look_at_set(Iterator& iterator) {
  Set& set = *iterator.source.known<Set>();
  iterator.inner = set_places(set);
  iterator.version = set.table.version();
  iterator.stop = static_cast<std::int64_t>(set.table.size());
}

Outcome next_set(PythonThread& thread, Iterator& iterator, Value& item) {
  const Table& table = set_table(iterator.source);
  if (has_changed_size(iterator, table)) return changed(thread, iterator, "Set");
  if (iterator.version != table.version()) look_at_set(iterator);
  auto at = static_cast<std::size_t>(iterator.position);
  while (at < iterator.inner.size() && iterator.inner[at].empty()) ++at;
  if (at >= iterator.inner.size()) return finish(iterator);
  iterator.position = static_cast<std::int64_t>(at) + 1;
  item = iterator.inner[at];
  return Outcome::ok;
}

Outcome next_string(Iterator& iterator, Value& item) {
  if (iterator.over == Over::bytes) {
    const std::string& data = iterator.source.known<Bytes>()->data;
    if (iterator.position >= static_cast<std::int64_t>(data.size())) return finish(iterator);
    item = make_int(static_cast<unsigned char>(data[static_cast<std::size_t>(iterator.position++)]));
    return Outcome::ok;
  }
  const std::string_view text = iterator.source.known<String>()->text;
  const auto at = static_cast<std::size_t>(iterator.position);  // a byte offset
  if (at >= text.size()) return finish(iterator);
  const std::size_t size = sequence_size(text[at]);
  item = make_string(text.substr(at, size));
  iterator.position += static_cast<std::int64_t>(size);
  return Outcome::ok;
}

Outcome check_strict(PythonThread& thread, Iterator& iterator, std::size_t ended) {
  const auto plural = [](std::size_t count) {
    return count > 1 ? "s 1-" + std::to_string(count) : std::string(" 1");
  };
  if (ended > 0) {
    raise_in(thread, "ValueError",
             "zip() argument " + std::to_string(ended + 1) + " is shorter than argument" + plural(ended));
    return Outcome::raised;
  }
  for (std::size_t i = 1; i < iterator.inner.size(); ++i) {
    Value extra;
    const Outcome outcome = next_of(thread, iterator.inner[i], extra);
    if (outcome == Outcome::exhausted) continue;
    if (outcome != Outcome::ok) return outcome;
    raise_in(thread, "ValueError",
             "zip() argument " + std::to_string(i + 1) + " is longer than argument" + plural(i));
    return Outcome::raised;
  }
  return Outcome::exhausted;
}

Outcome next_zip(PythonThread& thread, Iterator& iterator, Value& item) {
  std::vector<Value> values(iterator.inner.size());
  if (values.empty()) return finish(iterator);
  for (std::size_t i = 0; i < values.size(); ++i) {
    Outcome outcome = next_of(thread, iterator.inner[i], values[i]);
    if (outcome == Outcome::exhausted && iterator.stop == 1) outcome = check_strict(thread, iterator, i);
    if (outcome == Outcome::exhausted) return finish(iterator);
    if (outcome != Outcome::ok) return outcome;
  }
  item = make_tuple(std::move(values));
  return Outcome::ok;
}

Outcome next_enumerate(PythonThread& thread, Iterator& iterator, Value& item) {
  Value value;
  const Outcome outcome = next_of(thread, iterator.inner[0], value);
  if (outcome == Outcome::ok) item = pair(make_int(iterator.position++), value);
  return outcome == Outcome::exhausted ? finish(iterator) : outcome;
}

Value iterate_dict(const Value& dict, Over over) {
  Value result = make_iterator(over, dict);
  auto& iterator = *result.known<Iterator>();
  const Table& table = dict.known<Dict>()->table;
  iterator.version = table.version();
  iterator.position = static_cast<std::int64_t>(table.first_position());
  iterator.stop = static_cast<std::int64_t>(table.size());
  iterator.left = iterator.stop;
  return result;
}

}  // namespace

Value iterate_reversed(const Value& dict, Over over) {
  Value result = iterate_dict(dict, over == Over::dict_keys     ? Over::dict_keys_reversed
                                    : over == Over::dict_values ? Over::dict_values_reversed
                                                                : Over::dict_items_reversed);
  result.known<Iterator>()->position = static_cast<std::int64_t>(dict.known<Dict>()->table.entries().size());
  return result;
}

std::int64_t items_left(PythonThread& thread, const Iterator& iterator) {
  if (iterator.source.empty()) return 0;
  std::int64_t size = 0;
  switch (iterator.over) {
    case Over::range:
      return iterator.stop - iterator.position;
    case Over::dict_keys:
    case Over::dict_values:
    case Over::dict_items:
    case Over::dict_keys_reversed:
    case Over::dict_values_reversed:
    case Over::dict_items_reversed:
      return iterator.stop < 0 ? 0 : std::max<std::int64_t>(iterator.left, 0);
    case Over::set:
      return std::count_if(iterator.inner.begin() + iterator.position, iterator.inner.end(),
                           [](const Value& item) { return !item.empty(); });
    case Over::string:
    case Over::ascii_string: {
      const std::string_view text = iterator.source.known<String>()->text;
      return static_cast<std::int64_t>(
          count_code_points(text.substr(static_cast<std::size_t>(iterator.position))));
    }
    case Over::reversed_sequence:
      return length(thread, iterator.source, size) == Outcome::ok && iterator.position < size
                 ? iterator.position + 1
                 : 0;
    default:
      return length(thread, iterator.source, size) == Outcome::ok
                 ? std::max<std::int64_t>(size - iterator.position, 0)
                 : 0;
  }
}

bool is_iterator(const Vm& vm, const Value& value) {
  return value.is(Kind::iterator) || value.is(Kind::generator) ||
         find_special(vm, value, "__next__") != nullptr;
}

std::string not_an_iterator(const Value& value) {
  return "iter() returned non-iterator of type '" + type_name(value) + "'";
}

Outcome iterate(PythonThread& thread, const Value& iterable, Value& iterator) {
  const auto not_iterable = [&] {
    return raise_type_error(thread, "'" + type_name(iterable) + "' object is not iterable");
  };
  if (is_overridden(thread.vm, iterable, "__iter__"))
    return find_special(thread.vm, iterable, "__iter__")->is_none() ? not_iterable() : Outcome::needs_python;
  if (iterable.is_object()) {
    switch (iterable.object()->kind) {
      case Kind::iterator:
        iterator = iterable;
        return Outcome::ok;
      case Kind::list:
        iterator = make_iterator(Over::sequence, iterable);
        return Outcome::ok;
      case Kind::tuple:
        iterator = make_iterator(Over::tuple, iterable);
        return Outcome::ok;
      case Kind::string:
        iterator =
            make_iterator(iterable.known<String>()->is_ascii ? Over::ascii_string : Over::string, iterable);
        return Outcome::ok;
      case Kind::bytes:
        iterator = make_iterator(Over::bytes, iterable);
        return Outcome::ok;
      case Kind::range:
        iterator = make_iterator(Over::range, iterable);
        iterator.known<Iterator>()->stop = range_length(*iterable.known<Range>());
        return Outcome::ok;
      case Kind::dict:
        if (iterable.known<Dict>()->subclass != nullptr &&
            find_special(thread.vm, iterable, "__iter__") != nullptr)
          return Outcome::needs_python;
        iterator = iterate_dict(iterable, Over::dict_keys);
        return Outcome::ok;
      case Kind::view:
        iterator = iterate_dict(iterable.known<View>()->dict, iterable.known<View>()->over);
        return Outcome::ok;
      case Kind::set:
      case Kind::frozen_set:
        iterator = make_iterator(Over::set, iterable);
        look_at_set(*iterator.known<Iterator>());
        return Outcome::ok;
      case Kind::generator:
        return Outcome::needs_python;
      case Kind::native_object:
        if (const auto size = iterable.known<NativeObject>()->length(); size >= 0) {
          iterator = make_iterator(Over::sequence, iterable);
          iterator.known<Iterator>()->stop = size;
          return Outcome::ok;
        }
        [[fallthrough]];
      case Kind::class_object:
      case Kind::instance:
      case Kind::exception:
        if (const Value* special = find_special(thread.vm, iterable, "__iter__"))
          return special->is_none() ? not_iterable() : Outcome::needs_python;
        if (find_special(thread.vm, iterable, "__getitem__") != nullptr) return Outcome::needs_python;
        break;
      default:
        break;
    }
  }
  return not_iterable();
}

Outcome next_of(PythonThread& thread, const Value& value, Value& item) {
  if (native_stack_is_short()) [[unlikely]] {
    raise_in(thread, "RecursionError", "maximum recursion depth exceeded");
    return Outcome::raised;
  }
  auto* iterator = value.try_as<Iterator>();
  if (iterator == nullptr) {
    if (value.is(Kind::generator) || may_have_special_methods(value)) return Outcome::needs_python;
    return raise_type_error(thread, "'" + type_name(value) + "' object is not an iterator");
  }
  if (iterator->source.empty()) return Outcome::exhausted;
  switch (iterator->over) {
    case Over::sequence:
    case Over::tuple:
      return next_sequence(thread, *iterator, item);
    case Over::range:
      return next_range(*iterator, item);
    case Over::string:
    case Over::ascii_string:
    case Over::bytes:
      return next_string(*iterator, item);
    case Over::dict_keys:
    case Over::dict_values:
    case Over::dict_items:
      return next_dict(thread, *iterator, item);
    case Over::dict_keys_reversed:
    case Over::dict_values_reversed:
    case Over::dict_items_reversed:
      return next_dict_reversed(thread, *iterator, item);
    case Over::set:
      return next_set(thread, *iterator, item);
    case Over::enumerate:
      return next_enumerate(thread, *iterator, item);
    case Over::zip:
      return next_zip(thread, *iterator, item);
    case Over::reversed_sequence:
      return next_reversed(thread, *iterator, item);
  }
  return Outcome::exhausted;
}

Outcome collect(PythonThread& thread, const Value& iterable, std::vector<Value>& items) {
  if (is_overridden(thread.vm, iterable, "__iter__")) return Outcome::needs_python;
  if (const auto* sequence = sequence_items(iterable)) {
    items.insert(items.end(), sequence->begin(), sequence->end());
    return Outcome::ok;
  }
  if (iterable.is(Kind::set) || iterable.is(Kind::frozen_set)) {
    const std::vector<Value> all = set_items(*iterable.known<Set>());
    items.insert(items.end(), all.begin(), all.end());
    return Outcome::ok;
  }
  Value iterator;
  Outcome outcome = iterate(thread, iterable, iterator);
  while (outcome == Outcome::ok) {
    Value item;
    outcome = next_of(thread, iterator, item);
    if (outcome == Outcome::ok) items.push_back(std::move(item));
  }
  return outcome == Outcome::exhausted ? Outcome::ok : outcome;
}

}  // namespace forkscope::vm
