// list, tuple, range and slice: methods and constructors.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

namespace {

List* list_of(const NativeCall& call) {
  return call.positional[0].known<List>();
}

template <Kind kind>
NativeResult construct_sequence(NativeCall& call) {
  const char* name = kind == Kind::list ? "list" : "tuple";
  if (!check_constructor(call, name, 0, 1)) return NativeResult::raised;
  std::vector<Value> items;
  if (call.positional.size() == 2) {
    if (kind == Kind::tuple && call.positional[1].is(Kind::tuple) &&
        call.vm.class_of(call.positional[1]) == call.vm.class_of_kind(Kind::tuple))
      return call.returns(call.positional[1]);
    NativeResult next = NativeResult::raised;
    if (!collect_argument(call, construct_sequence<kind>, 1, items, next)) return next;
  }
  return call.returns(kind == Kind::list ? make_list(std::move(items)) : make_tuple(std::move(items)));
}

NativeResult list_append(NativeCall& call) {
  List* list = list_of(call);
  if (!check_count(call, "list.append", 2, 2)) return NativeResult::raised;
  list->items.push_back(call.positional[1]);
  return call.returns_none();
}

bool append_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  if (!are_given<Kind::list>(arguments, 2)) return false;
  auto& items = arguments[0].known<List>()->items;
  if (items.size() == items.capacity()) return false;
  items.push_back(std::move(arguments[1]));
  result = Value::none();
  return true;
}

NativeResult list_extend(NativeCall& call) {
  if (!check_count(call, "list.extend", 2, 2)) return NativeResult::raised;
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, list_extend, 1, items, next)) return next;
  auto& own = call.positional[0].known<List>()->items;
  own.insert(own.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  return call.returns_none();
}

NativeResult list_insert(NativeCall& call) {
  List* list = list_of(call);
  std::int64_t index = 0;
  if (!check_count(call, "list.insert", 3, 3) || !read_index(call, call.positional[1], index))
    return NativeResult::raised;
  const auto size = static_cast<std::int64_t>(list->items.size());
  if (index < 0) index += size;
  list->items.insert(list->items.begin() + std::clamp<std::int64_t>(index, 0, size), call.positional[2]);
  return call.returns_none();
}

NativeResult list_pop(NativeCall& call) {
  List* list = list_of(call);
  if (!check_count(call, "list.pop", 1, 2)) return NativeResult::raised;
  const auto size = static_cast<std::int64_t>(list->items.size());
  std::int64_t index = -1;
  if (call.positional.size() == 2 && !read_index(call, call.positional[1], index))
    return NativeResult::raised;
  if (size == 0) return raise(call, "IndexError", "pop from empty list");
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(call, "IndexError", "pop index out of range");
  Value taken = std::move(list->items[static_cast<std::size_t>(index)]);
  list->items.erase(list->items.begin() + index);
  return call.returns(std::move(taken));
}

bool pop_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  if (!are_given<Kind::list>(arguments, 1)) return false;
  auto& items = arguments[0].known<List>()->items;
  if (items.empty()) return false;
  result = std::move(items.back());
  items.pop_back();
  return true;
}

NativeResult list_clear(NativeCall& call) {
  List* list = list_of(call);
  if (!check_count(call, "list.clear", 1, 1)) return NativeResult::raised;
  // Out of the list first: what the items' end runs must not find them there.
  std::vector<Value> gone;
  gone.swap(list->items);
  while (!gone.empty()) gone.pop_back();
  return call.returns_none();
}

NativeResult list_reverse(NativeCall& call) {
  List* list = list_of(call);
  if (!check_count(call, "list.reverse", 1, 1)) return NativeResult::raised;
  std::reverse(list->items.begin(), list->items.end());
  return call.returns_none();
}

NativeResult list_copy(NativeCall& call) {
  if (!check_count(call, "list.copy", 1, 1)) return NativeResult::raised;
  return call.returns(make_list(list_of(call)->items));
}

// Where an equal item is: its index, -1 if there is none; `outcome` says whether Python code is needed to
// know.
std::int64_t find_item(NativeCall& call, const std::vector<Value>& items, std::int64_t start,
                       std::int64_t stop, Outcome& outcome) {
  outcome = Outcome::ok;
  for (std::int64_t at = start; at < std::min(stop, static_cast<std::int64_t>(items.size())); ++at) {
    bool same = false;
    outcome = equal(call.thread, items[static_cast<std::size_t>(at)], call.positional[1], same);
    if (outcome != Outcome::ok) return -1;
    if (same) return at;
  }
  return -1;
}

NativeResult sequence_index(NativeCall& call) {
  if (!check_count(call, "list.index", 2, 4)) return NativeResult::raised;
  const bool is_list = call.positional[0].is(Kind::list);
  const std::vector<Value>& items = *sequence_items(call.positional[0]);
  std::int64_t start = 0, stop = 0;
  if (!read_bounds(call, 2, static_cast<std::int64_t>(items.size()), start, stop))
    return NativeResult::raised;
  Outcome outcome = Outcome::ok;
  const std::int64_t found = find_item(call, items, start, stop, outcome);
  if (outcome == Outcome::raised) return NativeResult::raised;
  if (outcome == Outcome::needs_python || (found < 0 && is_list))
    return in_prelude(
        call, is_list ? "list_index" : "tuple_index",
        {call.positional[0], call.positional[1], Value::small_int(start), Value::small_int(stop)});
  return found < 0 ? raise(call, "ValueError", "tuple.index(x): x not in tuple")
                   : call.returns(Value::small_int(found));
}

NativeResult sequence_count(NativeCall& call) {
  if (!check_count(call, call.positional[0].is(Kind::list) ? "list.count" : "tuple.count", 2, 2))
    return NativeResult::raised;
  std::int64_t count = 0;
  for (const Value& item : *sequence_items(call.positional[0])) {
    bool same = false;
    const Outcome outcome = equal(call.thread, item, call.positional[1], same);
    if (outcome == Outcome::needs_python)
      return in_prelude(call, "count_value", {call.positional[0], call.positional[1]});
    if (outcome != Outcome::ok) return NativeResult::raised;
    count += same ? 1 : 0;
  }
  return call.returns(Value::small_int(count));
}

NativeResult list_remove(NativeCall& call) {
  List* list = list_of(call);
  if (!check_count(call, "list.remove", 2, 2)) return NativeResult::raised;
  Outcome outcome = Outcome::ok;
  const std::int64_t found =
      find_item(call, list->items, 0, static_cast<std::int64_t>(list->items.size()), outcome);
  if (outcome == Outcome::raised) return NativeResult::raised;
  if (outcome == Outcome::needs_python)
    return in_prelude(call, "list_remove", {call.positional[0], call.positional[1]});
  if (found < 0) return raise(call, "ValueError", "list.remove(x): x not in list");
  const Value gone = std::move(list->items[static_cast<std::size_t>(found)]);
  list->items.erase(list->items.begin() + found);
  return call.returns_none();
}

NativeResult list_sort(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "key", "reverse"};
  std::array<Value, 3> given;
  List* list = list_of(call);
  if (call.positional.size() > 1) return raise(call, "TypeError", "sort() takes no positional arguments");
  if (!bind_arguments(call, "sort", kNames, 1, given)) return NativeResult::raised;
  bool reverse = false;
  if (!given[2].empty() && truth(call.thread, given[2], reverse) != Outcome::ok) return NativeResult::raised;
  const bool has_key = !given[1].empty() && !given[1].is_none();
  if (!has_key) {
    std::vector<std::size_t> order;
    const Outcome outcome = sort_order(call.thread, list->items, reverse, order);
    if (outcome == Outcome::raised) return NativeResult::raised;
    if (outcome == Outcome::ok) {
      std::vector<Value> sorted;
      sorted.reserve(order.size());
      for (const std::size_t at : order) sorted.push_back(list->items[at]);
      list->items.swap(sorted);
      return call.returns_none();
    }
  }
  return in_prelude(call, "sort_list",
                    {call.positional[0], has_key ? given[1] : Value::none(), Value::boolean(reverse)});
}

NativeResult construct_range(NativeCall& call) {
  if (!check_constructor(call, "range", 1, 3)) return NativeResult::raised;
  for (std::size_t at = 1; at < call.positional.size(); ++at)
    if (asks_for_index(call, call.positional[at]))
      return NativeResult::raised;
    else if (!is_int(call.positional[at]))
      return raise(
          call, "TypeError",
          fmt::format("'{}' object cannot be interpreted as an integer", type_name(call.positional[at])));
  const auto number = [&](std::size_t at) {
    const Value& given = call.positional[at];
    return given.is_small_int() ? given : make_int(to_big(given));
  };
  if (call.positional.size() == 2)
    return call.returns(Value::adopt(new Range(Value::small_int(0), number(1), Value::small_int(1))));
  Value step = call.positional.size() == 4 ? number(3) : Value::small_int(1);
  if (step.is_small_int() && step.small() == 0)
    return raise(call, "ValueError", "range() arg 3 must not be zero");
  return call.returns(Value::adopt(new Range(number(1), number(2), std::move(step))));
}

NativeResult construct_slice(NativeCall& call) {
  if (!check_constructor(call, "slice", 1, 3)) return NativeResult::raised;
  if (call.positional.size() == 2)
    return call.returns(Value::adopt(new Slice(Value::none(), call.positional[1], Value::none())));
  return call.returns(
      Value::adopt(new Slice(call.positional[1], call.positional[2],
                             call.positional.size() == 4 ? call.positional[3] : Value::none())));
}

// slice.indices(length) -> (start, stop, step)
NativeResult slice_indices(NativeCall& call) {
  std::int64_t size = 0;
  if (!check_count(call, "slice.indices", 2, 2) || !read_index(call, call.positional[1], size))
    return NativeResult::raised;
  const Slice& whole = *call.positional[0].as<Slice>();
  for (const Value* part : {&whole.start, &whole.stop, &whole.step})
    if (part->is(Kind::instance))
      return in_prelude(call, "slice_indices", {call.positional[0], call.positional[1]});
  SliceRange range;
  if (!slice_range(call.thread, whole, size, range)) return NativeResult::raised;
  const Value& step = call.positional[0].as<Slice>()->step;
  // As it was given where it is larger than any sequence.
  return call.returns(make_tuple(
      {make_int(range.start), make_int(range.stop), step.is(Kind::big_int) ? step : make_int(range.step)}));
}

// range.index() and range.count() of an int are arithmetic; anything else is compared item by item.
bool range_place(const Range& range, const Value& item, BigInt& place) {
  const BigInt start = to_big(range.start), step = to_big(range.step), number = to_big(item);
  const BigInt distance = number - start;
  place = distance / step;
  return distance % step == 0 && place >= 0 &&
         (is_longer_than_any_index(range) || place < range_length(range));
}

NativeResult range_index(NativeCall& call) {
  if (!check_count(call, "range.index", 2, 2)) return NativeResult::raised;
  BigInt place;
  if (!is_int(call.positional[1]))
    return in_prelude(call, "range_index", {call.positional[0], call.positional[1]});
  if (range_place(*call.positional[0].known<Range>(), call.positional[1], place))
    return call.returns(make_int(place));
  return raise(call, "ValueError", int_text(call.positional[1]) + " is not in range");
}

NativeResult range_count(NativeCall& call) {
  if (!check_count(call, "range.count", 2, 2)) return NativeResult::raised;
  BigInt place;
  if (!is_int(call.positional[1]))
    return in_prelude(call, "count_value", {call.positional[0], call.positional[1]});
  return call.returns(
      Value::small_int(range_place(*call.positional[0].known<Range>(), call.positional[1], place) ? 1 : 0));
}

constexpr NativeDefinition kListMethods[] = {method<"append", Kind::list, list_append, append_directly>(),
                                             method<"extend", Kind::list, list_extend>(),
                                             method<"insert", Kind::list, list_insert>(),
                                             method<"pop", Kind::list, list_pop, pop_directly>(),
                                             method<"clear", Kind::list, list_clear>(),
                                             method<"reverse", Kind::list, list_reverse>(),
                                             method<"copy", Kind::list, list_copy>(),
                                             method<"index", Kind::list, sequence_index>(),
                                             method<"count", Kind::list, sequence_count>(),
                                             method<"remove", Kind::list, list_remove>(),
                                             method<"sort", Kind::list, list_sort>()};
constexpr NativeDefinition kTupleMethods[] = {method<"index", Kind::tuple, sequence_index>(),
                                              method<"count", Kind::tuple, sequence_count>()};
constexpr NativeDefinition kRangeMethods[] = {method<"index", Kind::range, range_index>(),
                                              method<"count", Kind::range, range_count>()};
constexpr NativeDefinition kSliceMethods[] = {method<"indices", Kind::slice, slice_indices>()};

}  // namespace

void install_sequence_types(Vm& vm) {
  Class* list = vm.class_of_kind(Kind::list);
  list->construct = construct_sequence<Kind::list>;
  define_methods(*list, kListMethods);
  Class* tuple = vm.class_of_kind(Kind::tuple);
  tuple->construct = construct_sequence<Kind::tuple>;
  define_methods(*tuple, kTupleMethods);
  Class* range = vm.class_of_kind(Kind::range);
  range->construct = construct_range;
  define_methods(*range, kRangeMethods);
  Class* slice = vm.class_of_kind(Kind::slice);
  slice->construct = construct_slice;
  define_methods(*slice, kSliceMethods);
}

}  // namespace forkscope::vm
