// The built-in functions about iterables: iter, next, zip, map, sorted, sum, min ...
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

namespace {

using Over = Iterator::Over;

NativeResult iter(NativeCall& call) {
  if (!check_count(call, "iter", 1, 2)) return NativeResult::raised;
  const Value iterable = call.positional[0];
  if (call.positional.size() == 2) {
    const bool is_function = iterable.is(Kind::function) || iterable.is(Kind::native_function) ||
                             iterable.is(Kind::bound_method) || iterable.is(Kind::class_object);
    if (!is_function && find_special(call.vm, iterable, "__call__") == nullptr)
      return raise(call, "TypeError", "iter(v, w): v must be callable");
    return in_prelude(call, "call_until", {iterable, call.positional[1]});
  }
  if (iterable.is(Kind::generator)) return call.returns(iterable);
  Value iterator;
  const Outcome outcome = iterate(call.thread, iterable, iterator);
  if (outcome != Outcome::needs_python) return from_outcome(call, outcome, std::move(iterator));
  const Value* special = find_special(call.vm, iterable, "__iter__");
  if (special == nullptr) return in_prelude(call, "indexed_items", {iterable});
  return in_prelude(call, "iterator_from", {bind(call.vm, *special, iterable, call.vm.class_of(iterable))});
}

NativeResult next(NativeCall& call) {
  if (!check_count(call, "next", 1, 2)) return NativeResult::raised;
  const Value iterator = call.positional[0];
  const bool has_default = call.positional.size() == 2;
  Value item;
  switch (next_of(call.thread, iterator, item)) {
    case Outcome::ok:
      return call.returns(std::move(item));
    case Outcome::raised:
      return NativeResult::raised;
    case Outcome::exhausted:
      return has_default ? call.returns(call.positional[1]) : raise(call, "StopIteration", "");
    case Outcome::needs_python:
      break;
  }
  if (has_default) return in_prelude(call, "next_or", {iterator, call.positional[1]});
  call.callee_arguments.clear();
  if (iterator.is(Kind::generator)) {
    call.callee = iterator;
    call.callee_arguments.push_back(Value::none());
    return NativeResult::call;
  }
  const Value* special = find_special(call.vm, iterator, "__next__");
  if (special == nullptr)
    return raise(call, "TypeError", fmt::format("'{}' object is not an iterator", type_name(iterator)));
  call.callee = bind(call.vm, *special, iterator, call.vm.class_of(iterator));
  return NativeResult::call;
}

NativeResult enumerate(NativeCall& call) {
  constexpr std::int64_t kOutside = std::numeric_limits<std::int64_t>::max();
  static constexpr const char* kNames[] = {"iterable", "start"};
  std::array<Value, 2> given;
  std::int64_t start = 0;
  if (call.positional.empty() && call.keywords.empty())
    return raise(call, "TypeError", "enumerate() missing required argument 'iterable'");
  if (!bind_arguments(call, "enumerate", kNames, 1, given)) return NativeResult::raised;
  // Numbers that may become too large are counted in Python.
  if (given[1].is(Kind::big_int) && !Value::fits_small(to_int64(given[1]).value_or(kOutside)))
    return in_prelude(call, "enumerate_values", {given[0], given[1]});
  if (!given[1].empty() && !read_index(call, given[1], start)) return NativeResult::raised;
  Value inner;
  const Outcome outcome = iterate(call.thread, given[0], inner);
  if (outcome == Outcome::needs_python)
    return in_prelude(call, "enumerate_values", {given[0], make_int(start)});
  if (outcome != Outcome::ok) return NativeResult::raised;
  auto* made = new Iterator(Over::enumerate, given[0]);
  made->position = start;
  made->inner.push_back(std::move(inner));
  return call.returns(Value::adopt(made));
}

NativeResult zip(NativeCall& call) {
  bool strict = false;
  for (std::size_t at = 0; at < call.keywords.size(); ++at) {
    if (call.keyword_names->items[at].known<String>()->text != "strict")
      return raise(call, "TypeError",
                   fmt::format("'{}' is an invalid keyword argument for zip()",
                               call.keyword_names->items[at].known<String>()->text));
    if (truth(call.thread, call.keywords[at], strict) != Outcome::ok) return NativeResult::raised;
  }
  Value everything = make_tuple(std::vector<Value>(call.positional.begin(), call.positional.end()));
  std::vector<Value> inner;
  for (const Value& iterable : call.positional) {
    Value iterator;
    const Outcome outcome = iterate(call.thread, iterable, iterator);
    if (outcome == Outcome::needs_python)
      return in_prelude(call, "zip_values", {std::move(everything), Value::boolean(strict)});
    if (outcome != Outcome::ok) return NativeResult::raised;
    inner.push_back(std::move(iterator));
  }
  auto* made = new Iterator(Over::zip, std::move(everything));
  made->stop = strict ? 1 : 0;
  made->inner = std::move(inner);
  return call.returns(Value::adopt(made));
}

NativeResult map(NativeCall& call) {
  if (!call.keywords.empty() || call.positional.size() < 2)
    return raise(call, "TypeError", "map() must have at least two arguments.");
  if (call.positional.size() == 2)
    return in_prelude(call, "map_values", {call.positional[0], call.positional[1]});
  return in_prelude(call, "map_several",
                    {call.positional[0],
                     make_tuple(std::vector<Value>(call.positional.begin() + 1, call.positional.end()))});
}

NativeResult filter(NativeCall& call) {
  if (!check_count(call, "filter", 2, 2)) return NativeResult::raised;
  return in_prelude(call, "filter_values", {call.positional[0], call.positional[1]});
}

NativeResult reversed(NativeCall& call) {
  if (!check_count(call, "reversed", 1, 1)) return NativeResult::raised;
  const Value sequence = call.positional[0];
  if (const Value* special = find_special(call.vm, sequence, "__reversed__"); special != nullptr) {
    if (special->is_none())
      return raise(call, "TypeError", fmt::format("'{}' object is not reversible", type_name(sequence)));
    call.callee = bind(call.vm, *special, sequence, call.vm.class_of(sequence));
    call.callee_arguments.clear();
    return NativeResult::call;
  }
  const auto* native = sequence.try_as<NativeObject>();
  if (native != nullptr && native->length() >= 0 && as_buffer(sequence) == nullptr)
    return in_prelude(call, "reversed_native", {sequence});
  if (const auto* range = sequence.try_as<Range>()) {
    Value backwards;
    const Outcome outcome = iterate(call.thread, reversed_range(*range), backwards);
    return from_outcome(call, outcome, std::move(backwards));
  }
  std::int64_t size = 0;
  if (sequence.is(Kind::list) || sequence.is(Kind::tuple) || sequence.is(Kind::string) ||
      sequence.is(Kind::bytes) || is_native_sequence(sequence) || as_buffer(sequence) != nullptr) {
    if (length(call.thread, sequence, size) != Outcome::ok) return NativeResult::raised;
    auto* made = new Iterator(Over::reversed_sequence, sequence);
    made->position = size - 1;
    return call.returns(Value::adopt(made));
  }
  if (sequence.is(Kind::dict) || sequence.is(Kind::view)) {
    const auto* view = sequence.try_as<View>();
    return call.returns(iterate_reversed(view == nullptr ? sequence : view->dict,
                                         view == nullptr ? Over::dict_keys : view->over));
  }
  if (find_special(call.vm, sequence, "__getitem__") != nullptr)
    return in_prelude(call, "reversed_items", {sequence});
  return raise(call, "TypeError", fmt::format("'{}' object is not reversible", type_name(sequence)));
}

NativeResult sorted(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "key", "reverse"};
  std::array<Value, 3> given;
  std::vector<Value> items;
  NativeResult next_step = NativeResult::raised;
  if (call.positional.size() != 1)
    return raise(call, "TypeError",
                 fmt::format("sorted expected 1 argument, got {}", call.positional.size()));
  if (!bind_arguments(call, "sort", kNames, 1, given)) return NativeResult::raised;
  if (!collect_argument(call, sorted, 0, items, next_step)) return next_step;
  bool reverse = false;
  if (!given[2].empty() && truth(call.thread, given[2], reverse) != Outcome::ok) return NativeResult::raised;
  const bool has_key = !given[1].empty() && !given[1].is_none();
  if (!has_key) {
    std::vector<std::size_t> order;
    const Outcome outcome = sort_order(call.thread, items, reverse, order);
    if (outcome == Outcome::raised) return NativeResult::raised;
    if (outcome == Outcome::ok) {
      std::vector<Value> result;
      result.reserve(order.size());
      for (const std::size_t at : order) result.push_back(std::move(items[at]));
      return call.returns(make_list(std::move(result)));
    }
  }
  return in_prelude(
      call, "sorted_list",
      {make_list(std::move(items)), has_key ? given[1] : Value::none(), Value::boolean(reverse)});
}

NativeResult sum(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "start"};
  std::array<Value, 2> given;
  std::vector<Value> items;
  if (!bind_arguments(call, "sum", kNames, 1, given)) return NativeResult::raised;
  const Outcome collected = collect(call.thread, given[0], items);
  if (collected == Outcome::raised) return NativeResult::raised;
  Value total = given[1].empty() ? Value::small_int(0) : given[1];
  if (total.is(Kind::string))
    return raise(call, "TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
  if (total.is(Kind::bytes))
    return raise(call, "TypeError", "sum() can't sum bytes [use b''.join(seq) instead]");
  if (const Buffer* buffer = as_buffer(total); buffer != nullptr && buffer->concatenates())
    return raise(call, "TypeError", "sum() can't sum bytearray [use b''.join(seq) instead]");
  if (collected == Outcome::needs_python) return in_prelude(call, "sum_values", {given[0], std::move(total)});
  for (std::size_t at = 0; at < items.size(); ++at) {
    Value next_total;
    const Outcome outcome = binary_operation(call.thread, BinaryOperator::add, total, items[at], next_total);
    if (outcome == Outcome::needs_python) {
      items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(at));
      return in_prelude(call, "sum_values", {make_list(std::move(items)), std::move(total)});
    }
    if (outcome != Outcome::ok) return NativeResult::raised;
    total = std::move(next_total);
  }
  return call.returns(std::move(total));
}

// min() and max(): of one iterable or of several values.
template <bool is_max>
NativeResult extreme(NativeCall& call) {
  constexpr const char* kName = is_max ? "max" : "min";
  Value key = Value::none(), fallback;
  for (std::size_t at = 0; at < call.keywords.size(); ++at) {
    const std::string& name = call.keyword_names->items[at].known<String>()->text;
    if (name == "key")
      key = call.keywords[at];
    else if (name == "default")
      fallback = call.keywords[at];
    else
      return raise(call, "TypeError",
                   fmt::format("'{}' is an invalid keyword argument for {}()", name, kName));
  }
  if (call.positional.empty())
    return raise(call, "TypeError", fmt::format("{} expected at least 1 argument, got 0", kName));
  const auto in_python = [&](Value values) {
    return in_prelude(call, "extreme",
                      {make_string(kName), std::move(values), key, Value::boolean(!fallback.empty()),
                       fallback.empty() ? Value::none() : fallback});
  };
  std::vector<Value> items;
  if (call.positional.size() > 1) {
    if (!fallback.empty())
      return raise(
          call, "TypeError",
          fmt::format("Cannot specify a default for {}() with multiple positional arguments", kName));
    items.assign(call.positional.begin(), call.positional.end());
  } else if (const Outcome collected = collect(call.thread, call.positional[0], items);
             collected != Outcome::ok) {
    return collected == Outcome::raised ? NativeResult::raised : in_python(call.positional[0]);
  }
  if (items.empty())
    return fallback.empty() ? raise(call, "ValueError", fmt::format("{}() arg is an empty sequence", kName))
                            : call.returns(fallback);
  const Value* best = &items[0];
  bool needs_python = !key.is_none();
  for (std::size_t at = 1; at < items.size() && !needs_python; ++at) {
    Value better;
    const Outcome outcome = compare_operation(
        call.thread, is_max ? CompareOperator::greater : CompareOperator::less, items[at], *best, better);
    if (outcome == Outcome::raised) return NativeResult::raised;
    needs_python = outcome == Outcome::needs_python;
    if (better.is_true()) best = &items[at];
  }
  return needs_python ? in_python(make_list(std::move(items))) : call.returns(*best);
}

// any() and all(): a generator is asked only as far as needed.
template <bool is_all>
NativeResult any_or_all(NativeCall& call) {
  if (!check_count(call, is_all ? "all()" : "any()", 1, 1)) return NativeResult::raised;
  const auto in_python = [&call] {
    return in_prelude(call, is_all ? "all_values" : "any_value", {call.positional[0]});
  };
  std::vector<Value> items;
  const Outcome collected = collect(call.thread, call.positional[0], items);
  if (collected == Outcome::needs_python) return in_python();
  if (collected != Outcome::ok) return NativeResult::raised;
  for (const Value& item : items) {
    bool is_true = false;
    const Outcome outcome = truth(call.thread, item, is_true);
    if (outcome == Outcome::needs_python) return in_python();
    if (outcome != Outcome::ok) return NativeResult::raised;
    if (is_true != is_all) return call.returns(Value::boolean(!is_all));
  }
  return call.returns(Value::boolean(is_all));
}

NativeResult iterator_itself(NativeCall& call) {
  if (!check_count(call, "__iter__", 1, 1)) return NativeResult::raised;
  return call.returns(call.positional[0]);
}

NativeResult length_hint(NativeCall& call) {
  if (!check_count(call, "__length_hint__", 1, 1)) return NativeResult::raised;
  return call.returns(make_int(items_left(call.thread, *call.positional[0].as<Iterator>())));
}

// As the constructor of a class, which is argument 0.
template <NativeFunctionPointer function>
NativeResult construct(NativeCall& call) {
  call.positional = call.positional.subspan(1);
  return function(call);
}

constexpr NativeDefinition kFunctions[] = {
    {"iter", iter},          {"next", next},         {"sorted", sorted},         {"sum", sum},
    {"min", extreme<false>}, {"max", extreme<true>}, {"any", any_or_all<false>}, {"all", any_or_all<true>}};
constexpr NativeDefinition kIteratorMethods[] = {{"__next__", next}, {"__iter__", iterator_itself}};
constexpr NativeDefinition kHintMethods[] = {{"__length_hint__", length_hint}};

}  // namespace

void install_iteration(Vm& vm) {
  define_functions(vm.builtins(), kFunctions);
  const SpecialClasses& classes = vm.classes();
  for (std::size_t at = 0; at < classes.iterators.size(); ++at) {
    define_methods(*classes.iterators[at], kIteratorMethods);
    if (at != static_cast<std::size_t>(Over::enumerate) && at != static_cast<std::size_t>(Over::zip))
      define_methods(*classes.iterators[at], kHintMethods);
  }
  for (Class* type : {classes.map, classes.filter, classes.reversed, classes.callable_iterator})
    define_methods(*type, kIteratorMethods);
  classes.iterators[static_cast<std::size_t>(Over::enumerate)]->construct = construct<enumerate>;
  classes.iterators[static_cast<std::size_t>(Over::zip)]->construct = construct<zip>;
  classes.map->construct = construct<map>;
  classes.filter->construct = construct<filter>;
  classes.reversed->construct = construct<reversed>;
}

}  // namespace forkscope::vm
